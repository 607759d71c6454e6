"""Importing a register of ten thousand rows, and exporting it again, against the bare work of both.

The floor of the import reads the same file and inserts, in bulk and ready-made, every row that the import
leaves in the database; so the ratio is what understanding, checking, numbering, indexing and logging cost on
top. The floor of the export reads the same tables and writes the same cells.
"""

import io
import json
import random
import time
from collections.abc import Callable
from dataclasses import asdict
from statistics import median

import django
import xlsxwriter
from django.core.management import call_command

django.setup()

from django.apps import apps  # noqa: E402 - after setup
from django.db import models, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402
from python_calamine import CalamineWorkbook  # noqa: E402

from bench.meten import Regel, verhouding  # noqa: E402
from bench.zaaien import inhouden, zaai  # noqa: E402
from leidraad.dossiers.models import Dossier  # noqa: E402
from leidraad.organisaties.leden import lid_van  # noqa: E402
from leidraad.organisaties.models import Gemeente, Persoon  # noqa: E402
from leidraad.registers.verwerkingen.uitwisseling.exporteren import stroom  # noqa: E402
from leidraad.registers.verwerkingen.uitwisseling.importeren import importeer  # noqa: E402
from leidraad.registers.verwerkingen.uitwisseling.lezen import lees  # noqa: E402
from leidraad.registers.verwerkingen.uitwisseling.profiel import koppeling_voor  # noqa: E402

_AANTAL, _KEREN, _BATCH = 10_000, 3, 1000
_KOPPEN = ["Nummer", "Naam verwerking", "Omschrijving", "Afdeling", "Doel", "Grondslag", "Wet",
           "Categorieën betrokkenen", "Categorieën persoonsgegevens", "Bijzondere persoonsgegevens",
           "Bewaartermijn", "Ontvangers", "Verwerkers", "Beveiligingsmaatregelen", "Startdatum"]  # fmt: skip
_GRONDSLAGEN = ("wettelijke verplichting", "publieke taak", "toestemming", "overeenkomst")
_GEGEVENS = ("naam, adres, woonplaats", "NAW-gegevens; BSN", "naam\ngeboortedatum\ntelefoonnummer", "BSN")


def main() -> list[Regel]:
    """Measure the import in transactions that are rolled back; then import for good, and export."""
    call_command("migrate", verbosity=0)
    officer = zaai(0)
    gemeente = Gemeente.objects.get(slug="leiden")
    bestand = werkboek(_AANTAL)

    def werk() -> None:
        _importeer(bestand, gemeente, officer)

    rijen = _rijen_van(werk)
    paren = [(_teruggedraaid(werk), _teruggedraaid(lambda: _vloer(bestand, rijen))) for _ in range(_KEREN)]
    importeren = median(tijd for tijd, _ in paren) / median(vloer for _, vloer in paren)
    werk()
    return [
        Regel("importeren van 10.000 rijen uit Excel", importeren, 4),
        Regel("exporteren van 10.000 naar Excel", verhouding(_exporteer, _exportvloer(), _KEREN), 3),
    ]


def werkboek(aantal: int) -> bytes:
    """A register as a municipality keeps it in Excel: one row per verwerking, lists within cells."""
    toeval = random.Random(2016_679)  # noqa: S311 - the same file at every run, nothing secret
    uit = io.BytesIO()
    boek = xlsxwriter.Workbook(uit)
    blad = boek.add_worksheet("Register")
    blad.write_row(0, 0, _KOPPEN)
    for nr, inhoud in enumerate(inhouden(toeval, aantal), 1):
        cellen = [
            str(nr), inhoud.naam, inhoud.omschrijving, f"Team {toeval.randrange(12)}",
            f"{inhoud.naam} mogelijk maken; controleren of het klopt", toeval.choice(_GRONDSLAGEN),
            "Paspoortwet, artikel 3", "inwoners; medewerkers", toeval.choice(_GEGEVENS),
            toeval.choice(["", "gezondheid"]), f"{toeval.randrange(1, 20)} jaar",
            "Rijksdienst voor Identiteitsgegevens", toeval.choice(["", "Bouwer BV", "Bouwer; Beheerder"]),
            "toegangsbeheer, logging, versleuteling", f"{inhoud.startdatum:%d-%m-%Y}",
        ]  # fmt: skip
        blad.write_row(nr, 0, cellen)
    boek.close()
    return uit.getvalue()


def _importeer(bestand: bytes, gemeente: Gemeente, officer: Persoon) -> None:
    nu = timezone.now()
    bron = lees("register.xlsx", bestand)
    rapport = importeer(
        bron=bron, gemeente=gemeente, koppeling=koppeling_voor(bron, gemeente, ()),
        door=lid_van(officer, timezone.localdate(nu)), nu=nu,
    )  # fmt: skip
    if rapport.aangemaakt != _AANTAL:
        raise SystemExit(f"Er zijn {rapport.aangemaakt} van de {_AANTAL} rijen binnengekomen.")


def _vloer(bestand: bytes, rijen: dict[type[models.Model], list[models.Model]]) -> None:
    """Read the file and insert the same rows, without any thought."""
    with CalamineWorkbook.from_filelike(io.BytesIO(bestand)) as boek:
        boek.get_sheet_by_name("Register").to_python()
    for model, objecten in rijen.items():
        model._default_manager.bulk_create(objecten, batch_size=_BATCH)


def _rijen_van(werk: Callable[[], None]) -> dict[type[models.Model], list[models.Model]]:
    """Every row that `werk` adds to the database, which is left as it was."""
    modellen = [model for model in apps.get_models() if model._meta.managed]
    with transaction.atomic():
        al = {model: set(model._default_manager.values_list("pk", flat=True)) for model in modellen}
        werk()
        nieuw = {m: [rij for rij in m._default_manager.all() if rij.pk not in al[m]] for m in modellen}
        transaction.set_rollback(True)
    return {model: rijen for model, rijen in nieuw.items() if rijen}


def _teruggedraaid(werk: Callable[[], None]) -> float:
    """The processor time of `werk` in a transaction that is rolled back outside the measurement."""
    with transaction.atomic():
        begin = time.process_time()
        werk()
        duur = time.process_time() - begin
        transaction.set_rollback(True)
    return duur


def _exporteer() -> list[bytes]:
    return list(stroom("xlsx", Dossier.objects.order_by("pk"), timezone.now()))


def _exportvloer() -> Callable[[], None]:
    """Reads every table of the register and writes the cells that the export writes."""
    with CalamineWorkbook.from_filelike(io.BytesIO(b"".join(_exporteer()))) as boek:
        cellen = boek.get_sheet_by_index(0).to_python()
    tabellen = [*apps.get_app_config("verwerkingen").get_models(), Dossier]

    def vloer() -> None:
        for model in tabellen:
            list(model._default_manager.values_list())
        boek = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True})
        blad = boek.add_worksheet()
        for nummer, rij in enumerate(cellen):
            for plaats, cel in enumerate(rij):
                blad.write_string(nummer, plaats, str(cel))
        boek.close()

    return vloer


if __name__ == "__main__":
    print(json.dumps([asdict(regel) for regel in main()]))
