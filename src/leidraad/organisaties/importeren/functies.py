"""The file of functions: appoint, re-date, and end who vanished."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from leidraad.organisaties.benoemen import Periode, fg_botsing, herken_functie, overlapt, vraagt_eenheid
from leidraad.organisaties.handelingen import beeindigd
from leidraad.organisaties.importeren.basis import Afgekeurd, Invoer, naam_uit, naamsleutel, periode, te_veel
from leidraad.organisaties.importeren.lezen import Rij
from leidraad.organisaties.importeren.personen import bewaar_personen
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente

BESTAND = "functies"
# A function within its gemeente: the unit (None: the whole gemeente) and the code of the function.
Plaats = tuple[int, int | None, str]


@dataclass
class Regel:
    """A row that can be used; `bestaand` is the stored function that it continues."""

    rij: int
    gemeente: Gemeente
    eenheid: Eenheid | None
    functie: str
    naam: str
    email: str
    van: date | None
    tot: date | None
    bestaand: Functievervulling | None = None

    @property
    def plaats(self) -> Plaats:
        """Where this function lies."""
        return self.gemeente.pk, self.eenheid.pk if self.eenheid else None, self.functie


@dataclass
class _Stand:
    """What is stored of the gemeenten in the file, and what the file says about it."""

    gemeenten: dict[int, Gemeente] = field(default_factory=dict)
    eenheden: dict[tuple[int, str], Eenheid] = field(default_factory=dict)
    opgeslagen: list[Functievervulling] = field(default_factory=list)
    regels: list[Regel] = field(default_factory=list)
    # Functions that a refused row speaks of: they stay as they are.
    behouden: set[tuple[int, str, str]] = field(default_factory=set)


def verwerk_functies(rijen: list[Rij], invoer: Invoer) -> None:
    """Bring the functions of the gemeenten in this file in line with it."""
    invoer.rapport.tel(BESTAND, "gelezen", aantal=len(rijen))
    stand = _Stand()
    for rij in rijen:
        try:
            gemeente = invoer.gemeente(rij)
            stand.gemeenten[gemeente.pk] = gemeente
        except Afgekeurd:
            continue  # refused with its reason when the row is read below
    for eenheid in Eenheid.objects.filter(gemeente__in=stand.gemeenten):
        stand.eenheden[eenheid.gemeente_id, naamsleutel(eenheid.naam)] = eenheid
    stand.opgeslagen = list(
        Functievervulling.objects.filter(gemeente__in=stand.gemeenten)
        .select_related("persoon", "eenheid")
        .order_by("pk")
    )
    _lees(rijen, stand, invoer)
    _koppel(stand, invoer.op)
    _weiger_botsende(stand, invoer)
    _beeindig(stand, invoer)
    _bewaar(stand, invoer)


def _lees(rijen: list[Rij], stand: _Stand, invoer: Invoer) -> None:
    gezien: dict[tuple[Plaats, str, Periode], int] = {}
    for rij in rijen:
        gemeente = None
        try:
            gemeente = invoer.gemeente(rij)
            regel = _regel(rij, gemeente, stand, invoer)
        except Afgekeurd as fout:
            invoer.rapport.fout(BESTAND, rij.nummer, fout.kolom, str(fout))
            if gemeente and (functie := herken_functie(rij["functie"], invoer.op)):
                stand.behouden.add((gemeente.pk, naamsleutel(rij["eenheid"]), functie))
            continue
        if regel is None:
            continue
        eerder = gezien.setdefault((regel.plaats, regel.email, (regel.van, regel.tot)), regel.rij)
        if eerder != regel.rij:
            melding = f"Deze functie staat ook op rij {eerder}. Deze rij is overgeslagen."
            invoer.rapport.waarschuw(BESTAND, regel.rij, "functie", melding)
        else:
            stand.regels.append(regel)


def _regel(rij: Rij, gemeente: Gemeente, stand: _Stand, invoer: Invoer) -> Regel | None:
    """A usable row; None for a vacancy. Raises Afgekeurd."""
    if not rij["functie"]:
        raise Afgekeurd("functie", "De functie ontbreekt.")
    if not (functie := herken_functie(rij["functie"], invoer.op)):
        raise Afgekeurd("functie", f"De functie ‘{rij['functie']}’ is onbekend.")
    eenheid = None
    if rij["eenheid"] and naamsleutel(rij["eenheid"]) != naamsleutel(gemeente.naam):
        eenheid = stand.eenheden.get((gemeente.pk, naamsleutel(rij["eenheid"])))
        if eenheid is None:
            raise Afgekeurd("eenheid", f"De eenheid ‘{rij['eenheid']}’ bestaat niet in {gemeente.naam}.")
    elif vraagt_eenheid(functie):
        raise Afgekeurd("eenheid", f"Bij de functie {rij['functie']} hoort een eenheid.")
    van, tot = periode(rij)
    if not rij["naam"] and not rij["email"]:
        invoer.rapport.waarschuw(
            BESTAND, rij.nummer, "naam", "Zonder naam en e-mail: deze functie is vacant."
        )
        return None
    naam, email = naam_uit(rij, "naam", "De naam"), rij["email"].lower()
    try:
        validate_email(email)
    except ValidationError:
        wat = f"‘{email}’ is geen e-mailadres." if email else "Het e-mailadres ontbreekt."
        raise Afgekeurd("email", wat) from None
    return Regel(rij.nummer, gemeente, eenheid, functie, naam, email, van, tot)


def _koppel(stand: _Stand, op: date) -> None:
    """Find for each row the stored function that it continues, each at most once."""
    vrij: dict[tuple[Plaats, str], list[Functievervulling]] = defaultdict(list)
    for f in stand.opgeslagen:
        vrij[(f.gemeente_id, f.eenheid_id, f.functie), f.persoon.email.lower()].append(f)
    for regel in stand.regels:
        kandidaten = vrij[regel.plaats, regel.email]
        regel.bestaand = _zelfde(kandidaten, regel, op)
        if regel.bestaand:
            kandidaten.remove(regel.bestaand)
            regel.van = regel.van or _bekend_begin(regel)
        elif kandidaten and regel.van is None and (regel.tot is None or regel.tot >= op):
            # Somebody comes back after an earlier period: that period stays, a new one starts today.
            regel.van = op


def _bekend_begin(regel: Regel) -> date | None:
    van = regel.bestaand.van if regel.bestaand else None
    return None if van and regel.tot and regel.tot < van else van


def _zelfde(kandidaten: list[Functievervulling], regel: Regel, op: date) -> Functievervulling | None:
    """The same period: the same start, or else one that overlaps; without a start the one that still runs."""
    wil = (regel.van, regel.tot)
    if regel.van:
        zelfde_begin = [f for f in kandidaten if f.van == regel.van]
        return next(iter(zelfde_begin or [f for f in kandidaten if overlapt((f.van, f.tot), wil)]), None)
    loopt = [f for f in kandidaten if f.tot is None or f.tot >= op]
    if regel.tot is not None and regel.tot < op:
        loopt = [f for f in kandidaten if f.tot == regel.tot] or loopt
    return next(iter(loopt), None)


def _weiger_botsende(stand: _Stand, invoer: Invoer) -> None:
    """Refuse rows that would make an FG something else in the same gemeente (norm 4.5.1)."""
    gekoppeld = {r.bestaand.pk for r in stand.regels if r.bestaand}
    functies: dict[tuple[int, str], list[tuple[str, Periode]]] = defaultdict(list)
    for f in stand.opgeslagen:
        if f.pk not in gekoppeld:
            na = (f.van, f.tot) if f.tot and f.tot < invoer.op else beeindigd(f.van, invoer.op)
            functies[f.gemeente_id, f.persoon.email.lower()].append((f.functie, na))
    goed = []
    for regel in stand.regels:
        andere, eigen = functies[regel.gemeente.pk, regel.email], (regel.van, regel.tot)
        if reden := fg_botsing(regel.functie, eigen, andere, regel.gemeente.naam):
            invoer.rapport.fout(BESTAND, regel.rij, "functie", reden)
        else:
            andere.append((regel.functie, eigen))
            goed.append(regel)
    stand.regels = goed


def _beeindig(stand: _Stand, invoer: Invoer) -> None:
    """End the functions that are no longer in the file; nothing is deleted."""
    gekoppeld = {r.bestaand.pk for r in stand.regels if r.bestaand}
    bezet = {r.plaats for r in stand.regels}
    lopend: dict[int, list[Functievervulling]] = defaultdict(list)
    for f in stand.opgeslagen:
        if f.tot is None or f.tot >= invoer.op:
            lopend[f.gemeente_id].append(f)
    einde = []
    for pk, gemeente in stand.gemeenten.items():
        loopt = lopend[pk]
        weg = [f for f in loopt if f.pk not in gekoppeld and not _blijft(f, stand)]
        zonder_opvolger = [f for f in weg if (pk, f.eenheid_id, f.functie) not in bezet]
        invoer.rapport.geblokkeerd += te_veel(gemeente.naam, "functies", len(zonder_opvolger), len(loopt))
        invoer.rapport.tel(BESTAND, "beeindigd", gemeente.slug, len(weg))
        einde += weg
    for f in einde:
        f.van, f.tot = beeindigd(f.van, invoer.op)
    Functievervulling.objects.bulk_update(einde, ["van", "tot"], batch_size=500)


def _blijft(f: Functievervulling, stand: _Stand) -> bool:
    eenheid = naamsleutel(f.eenheid.naam) if f.eenheid else ""
    return (f.gemeente_id, eenheid, f.functie) in stand.behouden


def _bewaar(stand: _Stand, invoer: Invoer) -> None:
    personen = bewaar_personen(stand.regels, invoer)
    nieuw, gewijzigd = [], []
    for regel in stand.regels:
        if (f := regel.bestaand) is None:
            nieuw.append(
                Functievervulling(
                    persoon=personen[regel.email], gemeente=regel.gemeente, eenheid=regel.eenheid,
                    functie=regel.functie, van=regel.van, tot=regel.tot,
                )
            )  # fmt: skip
            wat = "aangemaakt"
        elif (f.van, f.tot) != (regel.van, regel.tot):
            f.van, f.tot = regel.van, regel.tot
            gewijzigd.append(f)
            wat = "bijgewerkt"
        else:
            wat = "ongewijzigd"
        invoer.rapport.tel(BESTAND, wat, regel.gemeente.slug)
    Functievervulling.objects.bulk_create(nieuw, batch_size=1000)
    Functievervulling.objects.bulk_update(gewijzigd, ["van", "tot"], batch_size=500)
