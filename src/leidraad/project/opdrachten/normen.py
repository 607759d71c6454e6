"""Asking how a gemeente does by the norms, now or on a day that was kept."""

from datetime import date
from typing import TYPE_CHECKING

import click

from leidraad.project.opdrachten.omgeving import Mislukt, Onbruikbaar, als_json, met_django

if TYPE_CHECKING:
    from leidraad.naleving.peilen import Uitslagen
    from leidraad.organisaties.models import Gemeente


@click.command("normen")
@click.option("--gemeente", "slug", required=True, help="Korte naam van de gemeente, zoals leiderdorp.")
@click.option("--op", default="", metavar="DATUM", help="De dag, zoals 2026-11-23. Zonder deze optie: nu.")
@click.option("--json", "json_", is_flag=True, help="Geef het antwoord als JSON.")
@met_django
def normen(slug: str, op: str, json_: bool) -> None:
    """Vraag hoe een gemeente ervoor staat bij elke norm van het privacybeleid.

    Zonder --op is dat de stand van dit moment. Een dag die voorbij is, komt uit de bewaarde standen.

    De uitkomst is 0 als er een antwoord is, 1 als van die dag geen stand is bewaard en 2 als de vraag niet
    klopt.
    """
    from django.utils import timezone

    from leidraad.naleving import standen
    from leidraad.organisaties.importeren.lezen import lees_datum

    nu = timezone.now()
    vandaag = timezone.localdate(nu)
    gemeente = gemeente_met(slug)
    try:
        dag = lees_datum(op) or vandaag
    except ValueError as fout:
        raise Onbruikbaar(f"{op} is geen datum. Schrijf de dag zo: 2026-11-23.") from fout
    if dag > vandaag:
        raise Onbruikbaar("Die dag moet nog komen. Kies vandaag of een dag die voorbij is.")
    uitslagen = standen.nu_van(gemeente.pk, nu) if dag == vandaag else standen.op_dag(gemeente.pk, dag)
    if uitslagen is None:
        raise Mislukt(_geen_stand(gemeente, dag, *standen.dagen_met_stand(gemeente.pk, vandaag)))
    if json_:
        als_json([uitslag.als_dict() for uitslag in uitslagen.values()])
    else:
        _toon(gemeente, dag, uitslagen)


def gemeente_met(slug: str) -> "Gemeente":
    """The gemeente with this short name. Raises Onbruikbaar with the names that exist."""
    from leidraad.organisaties.models import Gemeente

    gemeente = Gemeente.objects.filter(slug=slug.lower()).first()
    if gemeente is None:
        bekend = ", ".join(Gemeente.objects.values_list("slug", flat=True)[:20]) or "nog geen"
        raise Onbruikbaar(f"De gemeente {slug} is niet bekend. Bekende gemeenten: {bekend}.")
    return gemeente


def _geen_stand(gemeente: "Gemeente", dag: date, eerste: date | None, laatste: date | None) -> str:
    wat = f"Van {dag:%d-%m-%Y} is voor {gemeente.naam} geen stand bewaard."
    if eerste is None or laatste is None:
        return f"{wat} Er is nog geen enkele stand: de werker bewaart elke dag een stand."
    return f"{wat} De eerste stand is van {eerste:%d-%m-%Y}, de laatste van {laatste:%d-%m-%Y}."


def _toon(gemeente: "Gemeente", dag: date, uitslagen: "Uitslagen") -> None:
    """The state for a person: a line per norm, and the totals."""
    from collections import Counter

    for uitslag in uitslagen.values():
        cijfers = f" ({uitslag.tekort} van {uitslag.totaal} niet in orde)" if uitslag.tekort else ""
        click.echo(f"{uitslag.norm.nummer:7}{uitslag.oordeel.label}{cijfers}")
        click.echo(f"       {uitslag.norm.tekst}")
    telling = Counter(uitslag.oordeel.label for uitslag in uitslagen.values())
    click.echo(
        f"\n{gemeente.naam} op {dag:%d-%m-%Y}: " + ", ".join(f"{n} {k.lower()}" for k, n in telling.items())
    )
