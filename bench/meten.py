"""Measure two things in turn, so that a machine that slows down slows both."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Regel:
    """One line of the table: what, the measured ratio or number, and the budget."""

    werk: str
    gemeten: float
    budget: float
    eenheid: str = "×"

    @property
    def haalt(self) -> bool:
        """Whether the measurement stays within its budget."""
        return self.gemeten <= self.budget


def verhouding(werk: Callable[[], object], vloer: Callable[[], object], keren: int = 25) -> float:
    """The median processor time of `werk` divided by that of `vloer`, in turns, after a warm-up."""
    for _ in range(3):
        werk()
        vloer()
    gc.collect()
    tijden = [(duur(werk), duur(vloer)) for _ in range(keren)]
    return statistics.median(w for w, _ in tijden) / statistics.median(v for _, v in tijden)


def duur(werk: Callable[[], object]) -> float:
    """The processor time of one call, in seconds."""
    begin = time.process_time()
    werk()
    return time.process_time() - begin
