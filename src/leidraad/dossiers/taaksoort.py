"""The cards of work: what kind of task or legal term a register gives out, and who may do it."""

from dataclasses import dataclass

from leidraad.organisaties.rechten import Recht


@dataclass(frozen=True)
class Taaksoort:
    """A kind of task. `recht` lets somebody do it; `pad` is where, from the page of the dossier on.

    A task that is `af_te_vinken` has no act of its own that ends it: whoever did it says so. `bericht` is the
    kind of message (berichten.soorten) that tells people about it.
    """

    code: str
    titel: str
    recht: Recht
    pad: str = ""
    af_te_vinken: bool = False
    bericht: str = "nieuw_werk"


@dataclass(frozen=True)
class Termijnsoort:
    """A kind of legal term. `ladder` holds how many hours before the end a reminder goes out.

    Nobody can switch off the reminders of a `dringend` one. With `hele_team` they go to everybody whose work
    it is, besides the behandelaar; from `leiding_vanaf` hours left also to the responsible manager and FG.
    """

    code: str
    titel: str
    recht: Recht
    ladder: tuple[int, ...] = (72, 24)
    dringend: bool = False
    hele_team: bool = False
    leiding_vanaf: int | None = None


ADVIES_PO = Taaksoort(
    "advies_privacy_officer",
    "Advies geven als Privacy Officer",
    Recht.ADVISEREN_PO,
    "overleg/#adviezen",
    bericht="advies",
)
ADVIES_FG = Taaksoort(
    "advies_fg", "Advies geven als FG", Recht.ADVISEREN_FG, "overleg/#adviezen", bericht="advies"
)
