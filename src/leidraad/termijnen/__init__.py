"""Date law as pure functions: terms in hours, days, weeks and months, and the Dutch closed days.

Two regimes meet here. European terms (AVG) follow Verordening (EEG, Euratom) 1182/71, national terms
(Wpg, Awb) follow the Algemene termijnenwet (Awt). Both leave the day or hour of the event out and move
an end on a closed day to the next working day; terms in hours run on through weekends and holidays.
"""

from leidraad.termijnen.dagen import dagen_na, maanden_na, weken_na
from leidraad.termijnen.kalender import feestdagen, is_werkdag, volgende_werkdag
from leidraad.termijnen.uren import Uurtermijn, uren_na

__all__ = [
    "Uurtermijn",
    "dagen_na",
    "feestdagen",
    "is_werkdag",
    "maanden_na",
    "uren_na",
    "volgende_werkdag",
    "weken_na",
]
