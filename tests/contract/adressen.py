"""The table of addresses: what every role gets at every address.

How to add an address:
1. Add one row to ADRESSEN. `naam` is the name that `reverse` knows ("verwerkingen:detail"). The second
   argument says what each role gets: start from a helper below (`iedereen`, `ingelogd`, `alleen`) and see the
   roles in tests/wereld.py.
2. A pattern with parameters takes their values from WAARDEN, by the name of the parameter. A parameter that
   means something else in one row gets its value there: `waarden={"nummer": lambda plek: "VW-2026-0002"}`.
3. What the address needs in the database is made in `maak_plek`. Every role meets the same state: what a
   request changes is rolled back.
4. An address that changes something gets a row with `methode="post"` and, if needed, `gegevens`. The status
   of who may is then 302 (done) or 200 (the form comes back with a message). The same name may have a row for
   each method.

404 means: for you this does not exist. 403 means: you may know it exists, but your function does not allow
what you ask.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.wereld import ANONIEM, ROLLEN, Wereld

Statussen = Mapping[str, int]


@dataclass(frozen=True)
class Plek:
    """The world, and what the addresses point at."""

    wereld: Wereld


def maak_plek(wereld: Wereld) -> Plek:
    """Put into the database what the addresses point at."""
    return Plek(wereld=wereld)


WAARDEN: dict[str, Callable[[Plek], object]] = {
    "gemeente": lambda plek: plek.wereld.gemeente.slug,
    "key": lambda plek: "bestaat-niet",
    "uidb36": lambda plek: "1",
}


@dataclass(frozen=True)
class Adres:
    """One row of the table."""

    naam: str
    verwacht: Statussen
    methode: str = "get"
    gegevens: Mapping[str, str] = field(default_factory=dict)
    waarden: Mapping[str, Callable[[Plek], object]] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.methode} {self.naam}"


def iedereen(status: int) -> dict[str, int]:
    """All roles, and who has not signed in, get the same."""
    return dict.fromkeys(ROLLEN, status)


def ingelogd(status: int, *, anoniem: int = 302, **anders: int) -> dict[str, int]:
    """All roles get the same; who has not signed in is sent to the login page. `anders` names exceptions."""
    return iedereen(status) | {ANONIEM: anoniem} | anders


def alleen(*rollen: str, status: int = 200, anders: int = 403, anoniem: int = 302) -> dict[str, int]:
    """Only these roles get `status`; other people who signed in get `anders`."""
    return iedereen(anders) | {ANONIEM: anoniem} | dict.fromkeys(rollen, status)


ADRESSEN: tuple[Adres, ...] = (
    Adres("start", ingelogd(200)),
    # Signing in. A signed-in person has nothing to do at the login and sign-up pages.
    Adres("account_login", ingelogd(302, anoniem=200)),
    Adres("account_logout", ingelogd(200)),
    Adres("account_logout", iedereen(302), methode="post"),
    Adres("account_signup", ingelogd(302, anoniem=200)),
    Adres("account_inactive", iedereen(200)),
    Adres("account_reauthenticate", ingelogd(200)),
    Adres("account_email", ingelogd(200)),
    Adres("account_email_verification_sent", iedereen(200)),
    Adres("account_confirm_email", iedereen(200)),
    Adres("account_confirm_login_code", ingelogd(302)),
    Adres("account_change_password", ingelogd(200)),
    Adres("account_set_password", ingelogd(302)),
    Adres("account_reset_password", iedereen(200)),
    Adres("account_reset_password_done", iedereen(200)),
    Adres("account_reset_password_from_key", iedereen(200)),
    Adres("account_reset_password_from_key_done", iedereen(200)),
)
