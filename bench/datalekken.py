"""Three years of breaches in four municipalities, as their Privacy Officer sees them, against the floor.

They are sown by the acts themselves, at the moment that each would have happened: so clocks, tasks,
notifications and journaal are as they are in use.
"""

import json
import random
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta

import django
from django.core.management import call_command

django.setup()

from django.db import connection, transaction  # noqa: E402 - after setup
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.bezoeken import bezoek  # noqa: E402
from bench.meten import Regel  # noqa: E402
from bench.zaaien import zaai  # noqa: E402
from leidraad.organisaties.leden import lid_van  # noqa: E402
from leidraad.organisaties.models import Eenheid, Persoon  # noqa: E402
from leidraad.organisaties.rechten import Lid  # noqa: E402
from leidraad.registers.datalekken import handelingen  # noqa: E402
from leidraad.registers.datalekken.begrippen import Oorzaak, Risico, SoortIncident, Status  # noqa: E402
from leidraad.registers.datalekken.inhoud import Factoren, GelektGegeven, Getroffenen, Inhoud  # noqa: E402
from leidraad.registers.datalekken.models import Datalek  # noqa: E402

_JAREN, _PER_KEER = 3, 100
_WAT = ("Brief", "Besluit", "Dossier", "E-mail", "Laptop", "Lijst", "Rapport", "Verslag")
_WAAROVER = ("bijstand", "jeugdhulp", "parkeren", "paspoort", "schuldhulp", "subsidie", "verhuizing")
_RISICOS = (*[Risico.GEEN_RISICO.value] * 5, *[Risico.RISICO.value] * 4, Risico.HOOG_RISICO.value)
_FACTOREN = Factoren(
    soort_gegevens=2, omvang=1, identificeerbaarheid=3, ernst=2, kwetsbaren=1, omkeerbaarheid=1
)


def zaai_datalekken(aantal: int, officer: Persoon) -> None:
    """Sow `aantal` breaches, the oldest first; those of the last days are still open."""
    nu = timezone.now()
    door = lid_van(officer, timezone.localdate(nu))
    toeval = random.Random(2016_679)  # noqa: S311 - the same breaches at every run, nothing secret
    eenheden = list(Eenheid.objects.select_related("gemeente").order_by("pk"))
    stap = timedelta(days=365 * _JAREN) / aantal
    for begin in range(0, aantal, _PER_KEER):
        with transaction.atomic():
            for nummer in range(begin, min(begin + _PER_KEER, aantal)):
                _een(nummer, nu - stap * (aantal - nummer), nu, door, eenheden, toeval)


def _een(
    nummer: int, gemeld: datetime, nu: datetime, door: Lid, eenheden: Sequence[Eenheid], toeval: random.Random
) -> None:
    """One breach from report to closing, as far as there was time for it."""
    eenheid = toeval.choice(eenheden)
    datalek = handelingen.meld(
        gemeente=eenheid.gemeente, eenheid=eenheid, inhoud=_inhoud(nummer, gemeld, toeval), door=door,
        nu=gemeld,
    )  # fmt: skip
    op = gemeld + timedelta(hours=4)
    if op > nu:
        return
    echt = toeval.random() < 0.9
    reden = "" if echt else "Er zaten geen persoonsgegevens in."
    handelingen.beoordeel_melding(datalek=datalek, is_datalek=echt, reden=reden, door=door, nu=op)
    op += timedelta(hours=20)
    if not echt or op > nu:
        return
    risico = toeval.choice(_RISICOS)
    handelingen.beslis_risico(
        datalek=datalek, factoren=_FACTOREN, risico=risico, reden="De brief bleef dicht.", door=door, nu=op
    )
    op += timedelta(hours=toeval.choice((24, 24, 24, 90)))
    if op > nu:
        return
    _vervolg(datalek, risico, op, door)
    op += timedelta(days=14)
    if op < nu:
        handelingen.sluit_af(datalek=datalek, door=door, nu=op)


def _vervolg(datalek: Datalek, risico: Risico, op: datetime, door: Lid) -> None:
    """What the risk asks: tell the AP, tell people, and do better."""
    if risico != Risico.GEEN_RISICO:
        laat = "Het onderzoek duurde langer."
        handelingen.meld_bij_ap(
            datalek=datalek, soort="eerste", verzonden_op=op, reden_te_laat=laat, door=door, nu=op
        )
    if risico == Risico.HOOG_RISICO:
        handelingen.deel_mee(
            datalek=datalek, wijze="brief", verstuurd_op=op, aantal=3, tekst="Uw brief is kwijt.",
            door=door, nu=op,
        )  # fmt: skip
    handelingen.voeg_actie_toe(
        datalek=datalek, omschrijving="De adressen controleren", eigenaar=Persoon(pk=door.persoon_id),
        uiterlijk=op.date(), door=door, nu=op,
    )  # fmt: skip


def _inhoud(nummer: int, gemeld: datetime, toeval: random.Random) -> Inhoud:
    waarover = toeval.choice(_WAAROVER)
    ontdekt = gemeld - timedelta(hours=toeval.randrange(1, 72))
    return replace(
        Inhoud(),
        naam=f"{toeval.choice(_WAT)} over {waarover} {nummer}",
        omschrijving=f"Stukken over {waarover} kwamen bij een ander; nummer {nummer}.",
        vertrouwelijkheid_geschonden=True,
        soort_incident=toeval.choice(list(SoortIncident)),
        oorzaak=toeval.choice(list(Oorzaak)),
        ontdekt_op=ontdekt,
        kennisgenomen_op=gemeld,
        gevolgen=f"Een ander weet van de aanvraag van {waarover}.",
        maatregelen_gedicht="De brief is opgehaald.",
        betrokkenen=(Getroffenen(regel=1, naam="Aanvragers", minimum=1, maximum=toeval.randrange(2, 90)),),
        gegevens=(GelektGegeven(regel=1, naam="Inkomen", soort="gevoelig", aantal=1),),
    )


def main(aantal: int) -> list[Regel]:
    """Sow, then measure the list, the patterns and the page of a breach that was told to everybody."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    officer = zaai(1000)  # the rows of the floor
    zaai_datalekken(aantal, officer)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    werk = Client()
    werk.force_login(officer)
    hoeveel = f"({aantal:,})".replace(",", ".")
    vol = Datalek.objects.exclude(mededelingen=None).select_related("dossier__gemeente")
    gesloten = vol.filter(status=Status.AFGESLOTEN).latest("pk")
    lopend = vol.filter(status=Status.IN_BEHANDELING).latest("pk")
    lijst = "/werk/datalekken/"
    regels = []
    for naam, adres, budget, queries in (
        ("datalekken", lijst, 3, 10),
        ("datalekken met zoeken, filter en sorteren",
         f"{lijst}?q=bijstand&status=afgesloten&gemeente=leiden&sorteer=naam", 3, 10),
        ("datalekken die te laat zijn", f"{lijst}?te_laat=ja", 3, 10),
        ("patronen in datalekken", f"{lijst}patronen/", 4, 12),
        ("pagina van een datalek", lopend.dossier.get_absolute_url(), 4, 25),
        ("pagina van een gesloten datalek", gesloten.dossier.get_absolute_url(), 4, 25),
    ):  # fmt: skip
        regels += bezoek(werk, f"{naam} {hoeveel}", adres, "/werk/vloer/", budget, queries)
    return regels


if __name__ == "__main__":
    print(json.dumps([asdict(regel) for regel in main(int(sys.argv[1]))]))
