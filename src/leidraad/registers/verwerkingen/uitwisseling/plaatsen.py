"""Move verwerkingen that came in before to the unit that the source, or the person who imports, says now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from leidraad.organisaties.models import Eenheid, Gemeente
from leidraad.organisaties.rechten import Lid
from leidraad.registers.verwerkingen.handelingen import wijzig_plaatsing
from leidraad.registers.verwerkingen.models import Importbron, Verwerking
from leidraad.registers.verwerkingen.regels.levensloop import BEWERKBAAR
from leidraad.registers.verwerkingen.uitwisseling.bron import INFO
from leidraad.registers.verwerkingen.uitwisseling.herkennen import Regel
from leidraad.registers.verwerkingen.uitwisseling.rapport import Rapport

_BATCH = 1000


@dataclass(frozen=True)
class Plaatser:
    """What every move of one import knows."""

    gemeente: Gemeente
    rapport: Rapport
    door: Lid
    nu: datetime
    proef: bool

    def plaats(self, regels: Sequence[Regel]) -> set[int]:
        """Move what nobody moved since the last import; answers which verwerkingen get another unit."""
        te_doen = {
            r.verwerking_id: r
            for r in regels
            if r.verwerking_id and r.bekend and r.omgezet.eenheid not in ("", r.bekend.eenheid)
        }
        if not te_doen:
            return set()
        eenheden = {eenheid.naam: eenheid for eenheid in Eenheid.objects.filter(gemeente=self.gemeente)}
        geplaatst: set[int] = set()
        pks = list(te_doen)
        for van in range(0, len(pks), _BATCH):
            hier = Verwerking.objects.select_related("dossier__eenheid", "dossier__behandelaar").in_bulk(
                pks[van : van + _BATCH]
            )
            for pk, verwerking in hier.items():
                eenheid = eenheden.get(te_doen[pk].omgezet.eenheid)
                if eenheid and self._een(verwerking, te_doen[pk], eenheid):
                    geplaatst.add(pk)
        return geplaatst

    def _een(self, verwerking: Verwerking, regel: Regel, eenheid: Eenheid) -> bool:
        dossier, bekend = verwerking.dossier, regel.bekend
        assert bekend is not None  # noqa: S101 - narrows the type; plaats() chose those that are known
        huidig = dossier.eenheid.naam if dossier.eenheid else ""
        if huidig == eenheid.naam:
            self._onthoud(bekend, eenheid)
            return False
        if huidig != bekend.eenheid or verwerking.status not in BEWERKBAAR:
            waar = f"bij ‘{huidig}’" if huidig else "zonder eenheid"
            tekst = f"{dossier.nummer} staat hier {waar} en blijft zo. De import zegt nu: ‘{eenheid.naam}’."
            self.rapport.meld(regel.omgezet.rij, tekst, INFO)
            return False
        self.rapport.meld(regel.omgezet.rij, f"De verwerking gaat naar de eenheid ‘{eenheid.naam}’.", INFO)
        if not self.proef:
            wijzig_plaatsing(
                verwerking=verwerking,
                eenheid=eenheid,
                behandelaar=dossier.behandelaar,
                vertrouwelijkheid=dossier.vertrouwelijkheid,
                door=self.door,
                nu=self.nu,
            )
            self._onthoud(bekend, eenheid)
        return True

    def _onthoud(self, bekend: Importbron, eenheid: Eenheid) -> None:
        if not self.proef:
            bekend.eenheid = eenheid.naam
            bekend.save(update_fields=["eenheid"])
