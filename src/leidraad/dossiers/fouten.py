"""What goes wrong in words a person understands; views show these, they never become a server error."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied

from leidraad.organisaties.rechten import Oordeel


class GeenRecht(PermissionDenied):
    """The person may see the dossier, but not do this with it. `reden` says why, in plain Dutch."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


class Geweigerd(Exception):
    """A rule refuses the action. `redenen` are plain Dutch sentences for the screen."""

    def __init__(self, redenen: Iterable[str] | str) -> None:
        self.redenen = [redenen] if isinstance(redenen, str) else list(redenen)
        super().__init__(" ".join(self.redenen))


def eis(oordeel: Oordeel) -> None:
    """Raise GeenRecht with the reason of `oordeel` unless it allows."""
    if not oordeel:
        raise GeenRecht(oordeel.reden)
