"""How heavily the law weighs a norm: what the FG looks at first (AVG art. 39 lid 2; norm 4.5.7). A pure rule.

The AVG itself ranks its duties by the highest fine: article 83 lid 5 for the principles, the rights of people
and transfers, lid 4 for the duties of the controller and processor.
"""

import re

from leidraad.normen.norm import Norm

ZWAARST, ZWAAR, GEWOON = 3, 2, 1
# AVG art. 83 lid 5 onder a–c, and the national rules on them in the UAVG.
_LID_5 = frozenset({5, 6, 7, 9, *range(12, 23), *range(44, 50)})
_DEEL = re.compile(r"(?:lid|onder)\s+\d*[a-z]?(?:-[a-z])?\b|\b\d+[a-z]\b")
_ARTIKEL = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")


def gewicht(norm: Norm) -> int:
    """3 for what article 83 lid 5 AVG names, 2 for other duties from a law, 1 for the policy's own rules."""
    delen = [deel.strip() for deel in norm.wet.split(";") if deel.strip() not in ("", "beleid")]
    if any(_LID_5 & artikelen(deel) for deel in delen if deel.startswith("AVG")):
        return ZWAARST
    return ZWAAR if delen else GEWOON


def artikelen(verwijzing: str) -> frozenset[int]:
    """The articles in a reference such as "AVG 5 lid 1e, 17" or "AVG 44-49"; members are left out."""
    zonder_leden = _DEEL.sub(" ", verwijzing)
    gevonden: set[int] = set()
    for van, tot in _ARTIKEL.findall(zonder_leden):
        gevonden.update(range(int(van), int(tot or van) + 1))
    return frozenset(gevonden)
