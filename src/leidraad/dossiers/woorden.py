"""Our own analyser: text into searchable words, the same for both databases. Pure; no Django.

Every word becomes ASCII letters or digits only, so that the tokenisers of SQLite and PostgreSQL have nothing
left to disagree about. A text gives each word as it is written, its Dutch stem, and for a hyphenated compound
also the parts joined ("AVG-verzoek" is found by avg, verzoek and avgverzoek).
"""

import re
import threading
import unicodedata
from collections.abc import Iterator

import Stemmer

_TEKENS = 2_000_000
_WOORDLENGTE = 60
_STAMMEN = 200_000
_VRAAGTEKENS = 500
_VRAAGWOORDEN = 20
# A shorter stem says too little to match the start of other words: "maan" must not find "manager".
_STAM_ALS_BEGIN = 4

_SAMENSTELLING = re.compile(r"\w+(?:[-‐‑'’/.]\w+)*")
_DEEL = re.compile(r"[^\W\d_]+|\d+")
# A stemmer object is not safe to share between threads.
_eigen = threading.local()


def stammen(tekst: str) -> str:
    """The searchable words of a text, each once, separated by spaces; for Zoektekst.stammen.

    Bounded: the first two million characters, and no more words than fit in 200,000 characters.
    """
    woorden: dict[str, None] = {}
    for delen in _samenstellingen(tekst[:_TEKENS]):
        for woord in (*delen, _aaneen(delen)):
            woorden |= dict.fromkeys((woord, _stam(woord)))
        woorden |= dict.fromkeys(deel.lstrip("0") for deel in delen if deel.isdigit())
    woorden.pop("", None)
    return _hooguit(woorden)


def zoektermen(vraag: str) -> list[list[list[tuple[str, bool]]]]:
    """What a question asks: all groups must match, of a group one way, of a way all (word, is_begin) terms.

    Any input is safe: what is no letter or digit is no part of a term. At most twenty words count.
    """
    groepen = []
    for delen in list(_samenstellingen(vraag[:_VRAAGTEKENS]))[:_VRAAGWOORDEN]:
        if len(delen) == 1:
            groepen.append([[term] for term in _termen(delen[0])])
        elif aaneen := _aaneen(delen):
            groepen.append([[term] for term in _termen(aaneen)] + [_losse_delen(delen)])
        else:
            groepen.extend([[term] for term in _termen(deel)] for deel in delen)
    return groepen


def _termen(woord: str) -> list[tuple[str, bool]]:
    """A word is the start of the words it finds; so is its stem, unless that is very short."""
    stam = _stam(woord)
    if stam == woord or (stam and woord.startswith(stam) and len(stam) >= _STAM_ALS_BEGIN):
        return [(stam, True)]
    return [(woord, True), (stam, len(stam) >= _STAM_ALS_BEGIN)]


def _losse_delen(delen: list[str]) -> list[tuple[str, bool]]:
    return [(deel, True) for deel in delen]


def _samenstellingen(tekst: str) -> Iterator[list[str]]:
    """The words, each as the list of its parts: letters and digits apart, at every hyphen a new part."""
    kaal = unicodedata.normalize("NFKD", tekst).casefold()
    kaal = "".join(teken for teken in kaal if not unicodedata.combining(teken))
    for match in _SAMENSTELLING.finditer(kaal):
        if delen := [_ascii(deel)[:_WOORDLENGTE] for deel in _DEEL.findall(match.group())]:
            yield delen


def _aaneen(delen: list[str]) -> str:
    """The parts of a compound as one word; a compound with digits is only its parts."""
    if len(delen) < 2 or any(deel.isdigit() for deel in delen):
        return ""
    return "".join(delen)[:_WOORDLENGTE]


def _stam(woord: str) -> str:
    """The Dutch stem by the Porter algorithm of Snowball (dutch_porter)."""
    if not hasattr(_eigen, "stemmer"):
        _eigen.stemmer = Stemmer.Stemmer("dutch_porter")
    return str(_eigen.stemmer.stemWord(woord))


def _ascii(deel: str) -> str:
    """A part in ASCII: other digits by their value, every other letter by six fixed letters of its own."""
    if deel.isascii():
        return deel
    return "".join(_letter(teken) for teken in deel)


def _letter(teken: str) -> str:
    if teken.isascii():
        return teken
    if (cijfer := unicodedata.digit(teken, None)) is not None:
        return str(cijfer)
    return "q" + "".join(chr(ord("a") + int(cijfer, 16)) for cijfer in f"{ord(teken):05x}")


def _hooguit(woorden: dict[str, None]) -> str:
    tekst = " ".join(woorden)
    return tekst if len(tekst) <= _STAMMEN else tekst[:_STAMMEN].rpartition(" ")[0]
