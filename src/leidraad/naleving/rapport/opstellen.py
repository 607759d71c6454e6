"""Gather what the report holds: the verdicts of a day, the trend, and the figures of the registers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q
from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.models import Taak
from leidraad.dossiers.werk import eind_van
from leidraad.naleving.handelingen.taaksoorten import HERSTEL, norm_van_taak
from leidraad.naleving.models import Dagstand
from leidraad.naleving.peilen import peil_eenheden
from leidraad.naleving.rapport.inhoud import (
    Beleidstand,
    Doelgroep,
    Kwartaal,
    Meting,
    Rapport,
    Registerstand,
    Tekort,
)
from leidraad.naleving.register import NORMDOSSIERS
from leidraad.naleving.standen import dagen_met_stand, nu_van, op_dag
from leidraad.naleving.uitslag import Uitslag
from leidraad.naleving.verantwoordelijk import functie_van
from leidraad.naleving.volgorde import op_risico
from leidraad.normen.evaluatie import evaluatie
from leidraad.normen.norm import normen
from leidraad.normen.oordeel import Oordeel
from leidraad.organisaties.models import Eenheid, Gemeente
from leidraad.registers.beleid.toetsen.populaties import GELDEND
from leidraad.registers.beleid.verwachten import verwachtingen
from leidraad.registers.datalekken.cijfers import kwartaalcijfers
from leidraad.registers.verwerkingen.begrippen import Openbaarheid
from leidraad.registers.verwerkingen.toetsen.populaties import LOPEND
from leidraad.ui.opmaak import datum

MAANDEN = 12
KWARTALEN = 4
# A month whose own day was missed is shown by a day shortly before it.
_SPELING = timedelta(days=6)


def stel_op(gemeente: Gemeente, nu: datetime, doelgroep: Doelgroep, op: date | None = None) -> Rapport:
    """The report of now, or of a past day as it was kept.

    Raises Geweigerd for a day that still has to come, and for a day that was not kept. Of a past day the
    units, the register and the policy are not kept, so they are left out.
    """
    vandaag = timezone.localdate(nu)
    dag = op or vandaag
    moment = nu if dag == vandaag else eind_van(dag)
    with evaluatie(gemeente.pk):
        uitslagen = _uitslagen(gemeente, nu, dag)
        return Rapport(
            gemeente=gemeente.naam,
            thema=gemeente.slug,
            dag=dag,
            # The same state on the same day is the same document.
            gemaakt_op=eind_van(dag),
            doelgroep=doelgroep,
            uitslagen=tuple(uitslagen),
            functies={norm.rol: functie_van(norm, gemeente, dag) for norm in normen().values()},
            trend=_trend(gemeente, dag, uitslagen),
            tekorten=_tekorten(gemeente, moment, uitslagen, heden=dag == vandaag),
            datalekken=_datalekken(gemeente, dag, moment),
            register=_register(gemeente, nu) if dag == vandaag else None,
            beleid=_beleid(gemeente, nu) if dag == vandaag else None,
        )


def _uitslagen(gemeente: Gemeente, nu: datetime, dag: date) -> list[Uitslag]:
    vandaag = timezone.localdate(nu)
    if dag == vandaag:
        return list(nu_van(gemeente.pk, nu).values())
    if dag > vandaag:
        raise Geweigerd("Die dag moet nog komen. Kies vandaag of een dag die voorbij is.")
    bewaard = op_dag(gemeente.pk, dag)
    if bewaard is None:
        eerste, laatste = dagen_met_stand(gemeente.pk, vandaag)
        rest = (
            f"De eerste bewaarde dag is {datum(eerste)}, de laatste {datum(laatste)}."
            if eerste
            else "Er is nog geen enkele dag bewaard."
        )
        raise Geweigerd(f"Van {datum(dag)} is niet bewaard hoe het ging. {rest}")
    return list(bewaard.values())


def _trend(gemeente: Gemeente, dag: date, uitslagen: Iterable[Uitslag]) -> tuple[Meting, ...]:
    """One measurement per month up to the day itself; a month that nobody measured is a gap: one query."""
    doelen = [maanden_eerder(dag, aantal) for aantal in range(MAANDEN, 0, -1)]
    bewaard = {
        stand.dag: stand
        for stand in Dagstand.objects.filter(gemeente=gemeente, dag__gte=doelen[0] - _SPELING, dag__lt=dag)
    }
    uit = []
    for doel in doelen:
        stand = next(
            (bewaard[d] for n in range(_SPELING.days + 1) if (d := doel - timedelta(n)) in bewaard), None
        )
        uit.append(Meting(stand.dag, stand.gehaald, stand.beoordeeld) if stand else Meting(doel, None, None))
    oordelen = [uitslag.oordeel for uitslag in uitslagen]
    gehaald = oordelen.count(Oordeel.GEHAALD)
    return (*uit, Meting(dag, gehaald, gehaald + oordelen.count(Oordeel.NIET_GEHAALD)))


def maanden_eerder(dag: date, aantal: int) -> date:
    """The same day so many months earlier, or the last day of that month when it is shorter."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 - aantal, 12)
    volgende = date(jaar + (maand == 11), (maand + 1) % 12 + 1, 1)
    laatste = (volgende - timedelta(days=1)).day
    return date(jaar, maand + 1, min(dag.day, laatste))


def _tekorten(
    gemeente: Gemeente, moment: datetime, uitslagen: Iterable[Uitslag], *, heden: bool
) -> tuple[Tekort, ...]:
    """What is not met, the heaviest first, with where it is and what was agreed."""
    niet = [u for u in op_risico(uitslagen) if u.oordeel is Oordeel.NIET_GEHAALD]
    afspraken = _afspraken(gemeente, moment)
    eenheden = _per_eenheid(gemeente, moment) if heden and niet else {}
    return tuple(
        Tekort(
            uitslag=uitslag,
            eenheden=tuple(eenheden.get(uitslag.norm.nummer, ())),
            klaar_op=afspraak.klaar_op,
            afgesproken=uitslag.tekort if afspraak.geheel else min(afspraak.aantal, uitslag.tekort),
        )
        for uitslag in niet
        for afspraak in [afspraken[uitslag.norm.nummer]]
    )


@dataclass
class _Afspraak:
    """The open tasks for one norm: how many, the last day, and whether one is about the norm as a whole."""

    aantal: int = 0
    klaar_op: date | None = None
    geheel: bool = False


def _afspraken(gemeente: Gemeente, moment: datetime) -> dict[str, _Afspraak]:
    """The tasks that were open at the moment: one query."""
    uit: dict[str, _Afspraak] = defaultdict(_Afspraak)
    taken = Taak.objects.filter(
        Q(klaar_op=None) | Q(klaar_op__gt=moment),
        Q(vervallen_op=None) | Q(vervallen_op__gt=moment),
        gemeente=gemeente, soort__startswith=HERSTEL, aangemaakt_op__lte=moment, uiterlijk__isnull=False,
    )  # fmt: skip
    for soort, uiterlijk, register in taken.values_list("soort", "uiterlijk", "dossier__soort"):
        afspraak = uit[norm_van_taak(soort)]
        dag = timezone.localdate(uiterlijk)
        afspraak.aantal += 1
        afspraak.klaar_op = max(afspraak.klaar_op or dag, dag)
        afspraak.geheel |= register == NORMDOSSIERS.code
    return uit


def _per_eenheid(gemeente: Gemeente, nu: datetime) -> dict[str, list[tuple[str, int]]]:
    """Per norm the units that fall short, the largest number first."""
    namen = dict(Eenheid.objects.filter(gemeente=gemeente).values_list("pk", "naam"))
    uit: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for eenheid, uitslagen in peil_eenheden(gemeente.pk, nu).items():
        for nummer, uitslag in uitslagen.items():
            if eenheid is not None and uitslag.tekort:
                uit[nummer].append((namen[eenheid], uitslag.tekort))
    return {nummer: sorted(rij, key=lambda paar: (-paar[1], paar[0])) for nummer, rij in uit.items()}


def _datalekken(gemeente: Gemeente, dag: date, moment: datetime) -> tuple[Kwartaal, ...]:
    """The last four quarters, that of the day included; a quarter without breaches is zero."""
    dit = date(dag.year, dag.month - (dag.month - 1) % 3, 1)
    begin = [maanden_eerder(dit, 3 * terug) for terug in range(KWARTALEN - 1, -1, -1)]
    gevonden = kwartaalcijfers(gemeente.pk, begin[0], moment)
    uit = []
    for eerste in begin:
        c = gevonden.get(eerste)
        uit.append(
            Kwartaal(
                jaar=eerste.year,
                nummer=(eerste.month + 2) // 3,
                aantal=c.aantal if c else 0,
                te_melden=c.te_melden if c else 0,
                gemeld=c.gemeld if c else 0,
                te_laat=c.te_laat if c else 0,
                hoog_risico=c.hoog_risico if c else 0,
                ingelicht=c.ingelicht if c else 0,
            )
        )
    return tuple(uit)


def _register(gemeente: Gemeente, nu: datetime) -> Registerstand:
    """The verwerkingen that run: one query."""
    vastgesteld = Q(geldende_versie__isnull=False)
    te_herzien = Q(dossier__herzien_voor__lt=timezone.localdate(nu))
    geteld = LOPEND.van(nu, gemeente.pk).aggregate(
        vastgesteld=Count("pk", filter=vastgesteld),
        openbaar=Count("pk", filter=vastgesteld & Q(openbaarheid=Openbaarheid.OPENBAAR)),
        te_herzien=Count("pk", filter=vastgesteld & te_herzien),
        in_voorbereiding=Count("pk", filter=~vastgesteld),
    )
    return Registerstand(**geteld)


def _beleid(gemeente: Gemeente, nu: datetime) -> Beleidstand:
    """The policy in force and what is still expected: three queries."""
    vandaag = timezone.localdate(nu)
    geteld = GELDEND.van(nu, gemeente.pk).aggregate(
        geldend=Count("pk"), te_beoordelen=Count("pk", filter=Q(beoordelen_voor__lt=vandaag))
    )
    ontbreekt = tuple(v.item.naam for v in verwachtingen(gemeente, vandaag) if v.ontbreekt)
    return Beleidstand(**geteld, ontbreekt=ontbreekt)
