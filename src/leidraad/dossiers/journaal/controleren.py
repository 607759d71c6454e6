"""Prove the whole journaal, or name the first broken row.

The scan reads the log in the order in which it was written, remembers the last hash of every chain, and
rebuilds every seal on the way. The database joins the lines to the hashed text (the same text as
hashen.regeltekst) a thousand at a time, and while it prepares the next thousand a thread hashes the last:
reading releases Python's lock, so the two overlap.
"""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

from django.db import connection, transaction

from leidraad.dossiers.journaal.hashen import vingerafdruk
from leidraad.dossiers.journaal.lezen import BEVROREN, VERZEGELD, ZEGELKETEN
from leidraad.dossiers.journaal.merkle import Merkleboom
from leidraad.dossiers.models import Journaalregel, Versie, Zegel

_PER_KEER = 1000
# A character that no column can hold. A line as the database writes it: a newline and its text (seven
# columns), and behind the mark its hash.
_MERK = "\x1e"
_VORM = "\n%s" * 7 + _MERK + "%s"
# Per database: a portion of lines as one text, with a character between them that no column can hold.
_PORTIE = {
    "sqlite": """
        SELECT group_concat(regel, char(30)) FROM (
            SELECT printf(%s, keten, volgnummer, substr(op || '.000000', 1, 26), handeling,
                functie, persoon_id, details, hash) AS regel
            FROM dossiers_journaalregel WHERE id > %s AND id <= %s ORDER BY id
        )""",
    "postgresql": """
        SELECT string_agg(format(%s::text, replace(keten::text, '-', ''), volgnummer,
            to_char(op AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), handeling,
            functie, persoon_id, details, hash), chr(30) ORDER BY id)
        FROM dossiers_journaalregel WHERE id > %s AND id <= %s""",
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


class _Afwijking(Exception):
    """The line at this place, counted after an id, has another hash than it should."""

    def __init__(self, na: int, plaats: int) -> None:
        self.na = na
        self.plaats = plaats


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
        self.koppen: dict[bytes, bytes] = {}
        self.sinds: dict[bytes, bytes] = {}
        self.plaatsen: dict[bytes, int] = {}
        self.boom = Merkleboom()

    def alles(self) -> None:
        """The lines up to each seal and that seal, the lines after the last one, then what hangs on them."""
        vanaf = 0
        for zegel in Zegel.objects.order_by("dag"):
            self.scan(vanaf, zegel.laatste_id)
            self.zegel(zegel)
            vanaf = zegel.laatste_id
        laatste = Journaalregel.objects.order_by("-pk").values_list("pk", flat=True).first()
        self.scan(vanaf, laatste or 0)
        _zegels_genoteerd()
        _dossiers_hebben_keten()
        self.versies = _versies_ongewijzigd()

    def scan(self, na: int, tot: int) -> None:
        """Check the lines after id `na` up to and including id `tot`."""
        bezig: Future[None] | None = None
        with ThreadPoolExecutor(1) as draad:
            for vanaf, portie in _porties(na, tot):
                if bezig:
                    bezig.result()
                if self.voortgang:
                    self.voortgang(self.regels)
                bezig = draad.submit(self.keur, vanaf, portie)
            if bezig:
                bezig.result()

    def keur(self, vanaf: int, portie: str) -> None:
        """Hash one portion against the heads so far; runs in the thread and does not touch the database."""
        koppen, sinds = self.koppen, self.sinds
        delen = portie.encode().split(_MERK.encode())
        for tekst, hash_ in zip(delen[::2], delen[1::2], strict=True):
            keten = tekst[1:33]
            if sha256(koppen.get(keten, b"") + tekst).hexdigest().encode() != hash_:
                raise _Afwijking(vanaf, delen.index(tekst) // 2)
            koppen[keten] = sinds[keten] = hash_
        self.regels += len(delen) // 2

    def zegel(self, zegel: Zegel) -> None:
        """Rebuild the seal from the heads; it covers the tails that a chain alone cannot prove."""
        for keten, hash_ in self.sinds.items():
            plaats = self.plaatsen.setdefault(keten, len(self.plaatsen))
            self.boom.zet(plaats, bytes.fromhex(hash_.decode()))
        self.sinds = {}
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
    with _momentopname():
        try:
            controle.alles()
        except _Gebroken as gevonden:
            breuk = gevonden.breuk
        except _Afwijking as gevonden:
            breuk = _bij_regel(gevonden)
    return Uitslag(controle.regels, len(controle.koppen), controle.zegels, controle.versies, breuk)


@contextmanager
def _momentopname() -> Iterator[None]:
    """One view of the log, whatever is written meanwhile.

    PostgreSQL may commit a lower id after a higher one, so portions read at different moments could miss a
    line. SQLite commits in the order of the ids; a transaction would only make writers wait.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _porties(na: int, tot: int) -> Iterator[tuple[int, str]]:
    """The lines in portions of joined text, each with the id after which it starts."""
    with connection.cursor() as cursor:
        for vanaf in range(na, tot, _PER_KEER):
            cursor.execute(_PORTIE[connection.vendor], [_VORM, vanaf, min(vanaf + _PER_KEER, tot)])
            if portie := cursor.fetchone()[0]:
                yield vanaf, portie


def _bij_regel(afwijking: _Afwijking) -> Breuk:
    """Why the line is broken: a line before it is gone, or its own content was changed."""
    regel = Journaalregel.objects.filter(pk__gt=afwijking.na).order_by("pk")[afwijking.plaats]
    voor = Journaalregel.objects.filter(keten=regel.keten, volgnummer=regel.volgnummer - 1)
    reden = "De inhoud van deze regel is gewijzigd."
    if regel.volgnummer > 1 and not voor.exists():
        reden = f"Regel {regel.volgnummer - 1} van deze keten ontbreekt."
    return Breuk(regel.keten.hex, regel.volgnummer, reden)


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
        .order_by("pk")
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
