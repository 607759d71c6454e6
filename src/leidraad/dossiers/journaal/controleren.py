"""Prove the whole journaal, or name the first broken row.

The scan reads the log in the order in which it was written, remembers the last hash of every chain, and
rebuilds every seal on the way. The database joins the columns of a line to the hashed text (the same text as
hashen.regeltekst), so Python does one hash and one comparison per line.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from django.db import connection

from leidraad.dossiers.journaal.hashen import vingerafdruk
from leidraad.dossiers.journaal.lezen import BEVROREN, VERZEGELD, ZEGELKETEN
from leidraad.dossiers.journaal.merkle import Merkleboom
from leidraad.dossiers.models import Journaalregel, Versie, Zegel

_PER_KEER = 5000
_LAATSTE_ID = 2**63 - 1
_KOLOMMEN = {
    "sqlite": (
        "char(10) || keten || char(10) || volgnummer || char(10)"
        " || op || CASE length(op) WHEN 19 THEN '.000000' ELSE '' END"
        " || char(10) || handeling || char(10) || functie"
        " || char(10) || COALESCE(persoon_id, '') || char(10) || details"
    ),
    "postgresql": (
        "chr(10) || replace(keten::text, '-', '') || chr(10) || volgnummer || chr(10)"
        " || to_char(op AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"
        " || chr(10) || handeling || chr(10) || functie"
        " || chr(10) || COALESCE(persoon_id::text, '') || chr(10) || details"
    ),
}


@dataclass(frozen=True)
class Breuk:
    """The first thing that does not hold. `volgnummer` is 0 when it is not about one line."""

    keten: str
    volgnummer: int
    reden: str


@dataclass(frozen=True)
class Uitslag:
    """What was checked, and what was broken, if anything."""

    regels: int
    ketens: int
    zegels: int
    versies: int
    breuk: Breuk | None = None

    @property
    def klopt(self) -> bool:
        """Whether nothing was broken."""
        return self.breuk is None


class _Gebroken(Exception):
    def __init__(self, breuk: Breuk) -> None:
        self.breuk = breuk


@dataclass
class _Controle:
    """One run: the last hash per chain, and the tree of the seals when there are any."""

    voortgang: Callable[[int], None] | None
    regels: int = 0
    zegels: int = 0
    versies: int = 0

    def __post_init__(self) -> None:
        self.koppen: dict[str, str] = {}
        self.plaatsen: dict[str, int] = {}
        self.boom = Merkleboom()

    def alles(self) -> None:
        vanaf = 0
        for zegel in Zegel.objects.order_by("dag"):
            sinds = self.scan(vanaf, zegel.laatste_id)
            self.zegel(zegel, sinds)
            vanaf = zegel.laatste_id
        self.scan(vanaf, None)
        _zegels_genoteerd()
        _dossiers_hebben_keten()
        self.versies = _versies_ongewijzigd()

    def scan(self, na: int, tot: int | None) -> dict[str, str]:
        """Check the lines after id `na` up to `tot`; gives the heads of the chains that grew, in order."""
        koppen, sinds = self.koppen, {}
        for regels in _regels(na, tot):
            for tekst, hash_ in regels:
                keten = tekst[1:33]
                if sha256((koppen.get(keten, "") + tekst).encode()).hexdigest() != hash_:
                    raise _Gebroken(_bij_regel(tekst))
                koppen[keten] = sinds[keten] = hash_
            self.regels += len(regels)
            if self.voortgang:
                self.voortgang(self.regels)
        return sinds

    def zegel(self, zegel: Zegel, sinds: dict[str, str]) -> None:
        """Rebuild the seal from the heads; it covers the tails that a chain alone cannot prove."""
        for keten, hash_ in sinds.items():
            plaats = self.plaatsen.setdefault(keten, len(self.plaatsen))
            self.boom.zet(plaats, bytes.fromhex(hash_))
        if (len(self.boom), self.boom.wortel()) != (zegel.ketens, zegel.wortel):
            reden = (
                f"Het zegel van {zegel.dag:%d-%m-%Y} past niet op de regels ervoor:"
                " er zijn regels verwijderd of toegevoegd."
            )
            raise _Gebroken(Breuk("", 0, reden))
        self.zegels += 1


def controleer(voortgang: Callable[[int], None] | None = None) -> Uitslag:
    """Check all lines, all seals and all frozen versions; stops at the first that does not hold.

    `voortgang` is called with the number of lines done so far. Linear in the number of lines; reads only.
    """
    controle, breuk = _Controle(voortgang), None
    try:
        controle.alles()
    except _Gebroken as gevonden:
        breuk = gevonden.breuk
    return Uitslag(controle.regels, len(controle.koppen), controle.zegels, controle.versies, breuk)


def _regels(na: int, tot: int | None) -> Iterator[list[tuple[str, str]]]:
    """The hashed text (without the hash before it) and the stored hash of each line, in portions."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(
            f"SELECT {_KOLOMMEN[connection.vendor]}, hash FROM dossiers_journaalregel"  # noqa: S608 - constants
            " WHERE id > %s AND id <= %s ORDER BY id",
            [na, _LAATSTE_ID if tot is None else tot],
        )
        while regels := cursor.fetchmany(_PER_KEER):
            yield regels


def _bij_regel(tekst: str) -> Breuk:
    """Why the line with this text is broken: a line before it is gone, or its own content was changed."""
    _, keten, nummer, *_ = tekst.split("\n")
    volgnummer = int(nummer)
    voor = Journaalregel.objects.filter(keten=keten, volgnummer=volgnummer - 1)
    reden = "De inhoud van deze regel is gewijzigd."
    if volgnummer > 1 and not voor.exists():
        reden = f"Regel {volgnummer - 1} van deze keten ontbreekt."
    return Breuk(keten, volgnummer, reden)


def _zegels_genoteerd() -> None:
    """Every seal that the journaal notes must still be there, unchanged."""
    zegels = {zegel.dag.isoformat(): zegel.wortel for zegel in Zegel.objects.all()}
    for regel in Journaalregel.objects.filter(keten=ZEGELKETEN, handeling=VERZEGELD).order_by("volgnummer"):
        genoteerd = json.loads(regel.details)
        if zegels.get(genoteerd["dag"]) != genoteerd["wortel"]:
            reden = f"Het zegel van {genoteerd['dag']} is verwijderd of gewijzigd."
            raise _Gebroken(Breuk(ZEGELKETEN.hex, regel.volgnummer, reden))


def _dossiers_hebben_keten() -> None:
    """A dossier whose whole chain is gone cannot be found by scanning what is left."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT uuid, nummer FROM dossiers_dossier d WHERE NOT EXISTS"
            " (SELECT 1 FROM dossiers_journaalregel j WHERE j.keten = d.uuid) ORDER BY id LIMIT 1"
        )
        if rij := cursor.fetchone():
            keten = str(rij[0]).replace("-", "")
            raise _Gebroken(Breuk(keten, 1, f"Dossier {rij[1]} heeft geen enkele regel in het journaal."))


def _versies_ongewijzigd() -> int:
    """Every frozen version must be what the journaal says it was; gives how many there are."""
    genoteerd = {}
    for keten, volgnummer, details in (
        Journaalregel.objects.filter(handeling=BEVROREN)
        .values_list("keten", "volgnummer", "details")
        .iterator()
    ):
        inhoud = json.loads(details)
        genoteerd[(keten, inhoud["versie"])] = (volgnummer, inhoud["sha256"])
    aantal = 0
    versies = Versie.objects.values_list("dossier__uuid", "nummer", "inhoud", "sha256").order_by("pk")
    for keten, nummer, inhoud, sha in versies.iterator(chunk_size=200):
        volgnummer, bekend = genoteerd.pop((keten, nummer), (0, ""))
        if not vingerafdruk(inhoud) == sha == bekend:
            raise _Gebroken(Breuk(keten.hex, volgnummer, f"Versie {nummer} is na het vastleggen gewijzigd."))
        aantal += 1
    for (keten, nummer), (volgnummer, _) in genoteerd.items():
        raise _Gebroken(Breuk(keten.hex, volgnummer, f"Versie {nummer} is verwijderd."))
    return aantal
