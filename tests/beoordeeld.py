"""Which norms a test judges: a test that is marked with a norm must have evaluated its toets or attest.

The product knows nothing of this: here its judging functions are wrapped while a marked test runs.
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import pytest

from leidraad.naleving import peilen
from leidraad.normen.toets import Toets

# Whoever judges a norm: where the function lives, its name, and how its arguments tell which norm it judges.
OORDELEN: tuple[tuple[Any, str, Callable[..., str]], ...] = (
    (Toets, "tekort_op", lambda toets, *_: str(toets.norm)),
    (peilen, "beoordeel", lambda norm, *_: str(norm.nummer)),
)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Fail a test that is marked with a norm and never judges it: it would prove nothing of its toets."""
    genoemd = {str(nummer) for merkteken in item.iter_markers("norm") for nummer in merkteken.args}
    if not genoemd:
        return (yield)
    with beoordeelde_normen() as beoordeeld:
        yield
    if stil := genoemd - beoordeeld:
        pytest.fail(f"Deze test beoordeelt norm {', '.join(sorted(stil))} niet.", pytrace=False)


@contextmanager
def beoordeelde_normen() -> Iterator[set[str]]:
    """The norms that are judged inside the block; the set fills while it runs."""
    gezien: set[str] = set()

    def luister(functie: Callable[..., Any], norm_van: Callable[..., str]) -> Callable[..., Any]:
        def afgeluisterd(*args: Any, **kwargs: Any) -> Any:
            uitkomst = functie(*args, **kwargs)
            gezien.add(norm_van(*args, **kwargs))
            return uitkomst

        return afgeluisterd

    with ExitStack() as weer_zoals_het_was:
        for eigenaar, naam, norm_van in OORDELEN:
            vervanger = luister(getattr(eigenaar, naam), norm_van)
            weer_zoals_het_was.enter_context(patch.object(eigenaar, naam, vervanger))
        yield gezien
