"""Our own analyser: text into searchable words, the same for both databases. Pure; no Django.

Every word becomes ASCII letters or digits only, so that the tokenisers of SQLite and PostgreSQL have nothing
left to disagree about. A text gives each word as it is written, its Dutch stem, and for a hyphenated compound
also the parts joined ("AVG-verzoek" is found by avg, verzoek and avgverzoek).
"""

import re
import threading
import unicodedata
from functools import lru_cache
from itertools import chain

import Stemmer

_TEKENS = 2_000_000
_WOORDLENGTE = 60
_STAMMEN = 200_000
_VRAAGTEKENS = 500
_VRAAGWOORDEN = 20
# A shorter stem says too little to match the start of other words: "maan" must not find "manager".
_STAM_ALS_BEGIN = 4

_SAMENSTELLING = re.compile(r"\w+(?:[-‐‑'’/.]\w+)*")
_NIET_ASCII = re.compile(r"[^\x00-\x7f]+")
_DEEL = re.compile(r"[^\W\d_]+|\d+")
_AAN_HET_EIND = {"v": "f", "z": "s"}
# A stemmer object is not safe to share between threads.
_eigen = threading.local()


def stammen(tekst: str) -> str:
    """The searchable words of a text, each once, separated by spaces; for Zoektekst.stammen.

    Bounded: the first two million characters, and no more words than fit in 200,000 characters.
    """
    samenstellingen = dict.fromkeys(_SAMENSTELLING.findall(_kaal(tekst[:_TEKENS])))
    return _hooguit(dict.fromkeys(chain.from_iterable(map(_vormen, samenstellingen))))


def zoektermen(vraag: str) -> list[list[list[tuple[str, bool]]]]:
    """What a question asks: all groups must match, of a group one way, of a way all (word, is_begin) terms.

    Any input is safe: what is no letter or digit is no part of a term. At most twenty words count.
    """
    groepen = []
    woorden = map(_delen, _SAMENSTELLING.findall(_kaal(vraag[:_VRAAGTEKENS])))
    for delen in list(filter(None, woorden))[:_VRAAGWOORDEN]:
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


# Words come back all the time: an import of ten thousand rows has a few thousand different ones.
@lru_cache(maxsize=20_000)
def _vormen(samenstelling: str) -> tuple[str, ...]:
    """Everything by which one word or compound can be found."""
    delen = _delen(samenstelling)
    woorden = [*delen, _aaneen(delen)]
    stammen_ = [_stam(woord) for woord in woorden]
    zonder_nullen = [deel.lstrip("0") for deel in delen if deel.isdigit()]
    return tuple(filter(None, dict.fromkeys([*woorden, *stammen_, *zonder_nullen])))


def _delen(samenstelling: str) -> list[str]:
    """The parts of a compound: letters and digits apart, at every hyphen a new part."""
    return [_ascii(deel)[:_WOORDLENGTE] for deel in _DEEL.findall(samenstelling)]


def _kaal(tekst: str) -> str:
    """Lower case without diacritics and without typographic variants."""
    tekst = unicodedata.normalize("NFKD", tekst).casefold()
    return _NIET_ASCII.sub(lambda m: "".join(t for t in m[0] if not unicodedata.combining(t)), tekst)


def _aaneen(delen: list[str]) -> str:
    """The parts of a compound as one word; a compound with digits is only its parts."""
    if len(delen) < 2 or any(deel.isdigit() for deel in delen):
        return ""
    return "".join(delen)[:_WOORDLENGTE]


def _stam(woord: str) -> str:
    """The Dutch stem by the Porter algorithm of Snowball (dutch_porter), spelled as at the end of a word.

    Dutch writes f and s there for what is v and z inside: brief and brieven, huis and huizen.
    """
    if not hasattr(_eigen, "stemmer"):
        _eigen.stemmer = Stemmer.Stemmer("dutch_porter")
    stam = str(_eigen.stemmer.stemWord(woord))
    return stam[:-1] + _AAN_HET_EIND.get(stam[-1:], stam[-1:])


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
