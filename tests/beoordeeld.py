"""Which norms a test judges: a test that is marked with a norm must have evaluated its toets or attest.

The product knows nothing of this: here its judging functions are wrapped while a marked test runs.
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import pytest

from leidraad.normen.norm import normen
from leidraad.normen.toets import Attest, Toets

# Whoever judges a norm: a class and its method. What has another way to judge gets a line here.
OORDELEN: tuple[tuple[type, str], ...] = ((Toets, "tekort_op"), (Attest, "oordeel"))


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

    def luister(methode: Callable[..., Any]) -> Callable[..., Any]:
        def afgeluisterd(beoordelaar: Any, *args: Any, **kwargs: Any) -> Any:
            uitkomst = methode(beoordelaar, *args, **kwargs)
            # What underpins an attest is a toets of the same norm, but the verdict is on the statement.
            if isinstance(beoordelaar, Attest) or not _vraagt_een_attest(beoordelaar.norm):
                gezien.add(beoordelaar.norm)
            return uitkomst

        return afgeluisterd

    with ExitStack() as weer_zoals_het_was:
        for klasse, naam in OORDELEN:
            vervanger = luister(getattr(klasse, naam))
            weer_zoals_het_was.enter_context(patch.object(klasse, naam, vervanger))
        yield gezien


def _vraagt_een_attest(nummer: str) -> bool:
    return nummer in normen() and normen()[nummer].bewijs.startswith("attest")
