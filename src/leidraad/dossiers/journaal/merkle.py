"""A Merkle tree over a growing list of leaves (RFC 6962 §2.1). Pure; no Django.

The tree keeps its levels, so after a change only the path from the changed leaf to the root is hashed again.
That keeps the check of years of daily seals linear in what changed.
"""

from hashlib import sha256

_BLAD = b"\x00"
_KNOOP = b"\x01"


class Merkleboom:
    """Leaves 0..n-1 with their root. An odd last node goes up unchanged, which is RFC 6962's own shape."""

    def __init__(self) -> None:
        self._lagen: list[list[bytes]] = [[]]
        self._vuil: set[int] = set()

    def __len__(self) -> int:
        return len(self._lagen[0])

    def zet(self, plaats: int, inhoud: bytes) -> None:
        """Set an existing leaf, or the next one. Raises IndexError beyond that."""
        blad = sha256(_BLAD + inhoud).digest()
        if plaats == len(self):
            self._lagen[0].append(blad)
        else:
            self._lagen[0][plaats] = blad
        self._vuil.add(plaats)

    def wortel(self) -> str:
        """The Merkle tree hash in hexadecimal; of no leaves at all the hash of nothing."""
        if not self:
            return sha256(b"").hexdigest()
        vuil, diepte = self._vuil, 0
        while len(self._lagen[diepte]) > 1:
            if diepte + 1 == len(self._lagen):
                self._lagen.append([])
            vuil = {plaats // 2 for plaats in vuil}
            self._werk_bij(diepte, vuil)
            diepte += 1
        self._vuil = set()
        return self._lagen[diepte][0].hex()

    def _werk_bij(self, diepte: int, plaatsen: set[int]) -> None:
        onder, boven = self._lagen[diepte], self._lagen[diepte + 1]
        for plaats in sorted(plaatsen):
            paar = onder[2 * plaats : 2 * plaats + 2]
            knoop = paar[0] if len(paar) == 1 else sha256(_KNOOP + paar[0] + paar[1]).digest()
            if plaats == len(boven):
                boven.append(knoop)
            else:
                boven[plaats] = knoop
