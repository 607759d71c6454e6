"""The content of a policy document as columns, and back. Only handelingen call what writes here."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from leidraad.dossiers.waarde import alle_tekst, als_dict
from leidraad.registers.beleid.inhoud import Inhoud, Versieinhoud
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie


def lees(stuk: Beleidsstuk) -> Inhoud:
    """The head of a document. Its dossier must be loaded."""
    return Inhoud(
        naam=stuk.dossier.titel, soort=stuk.soort, verwacht=stuk.verwacht, eigenaar=stuk.eigenaar,
        omschrijving=stuk.omschrijving,
    )  # fmt: skip


def zet(stuk: Beleidsstuk, inhoud: Inhoud) -> None:
    """Put the head on the document, without saving; its name lives on the dossier."""
    for veld, waarde in asdict(inhoud).items():
        if veld != "naam":
            setattr(stuk, veld, waarde)


def lees_versie(versie: Beleidsversie) -> Versieinhoud:
    """What a version says."""
    return Versieinhoud(
        naam=versie.naam, tekst=versie.tekst, link=versie.link, bestand=versie.bestand_id,
        vraagt_kennisname=versie.vraagt_kennisname,
    )  # fmt: skip


def zet_versie(versie: Beleidsversie, inhoud: Versieinhoud) -> None:
    """Put the text on a version, without saving."""
    velden = asdict(inhoud)
    versie.bestand_id = velden.pop("bestand")
    for veld, waarde in velden.items():
        setattr(versie, veld, waarde)


def document(versie: Beleidsversie) -> dict[str, Any]:
    """A version as it is frozen: the words, the fingerprints of the files, and the decision."""
    bestand, besluit = versie.bestand, versie.besluit
    return {
        "stuk": als_dict(lees(versie.stuk)),
        "versie": als_dict(lees_versie(versie)) | {"nummer": versie.nummer},
        "bestand_sha256": bestand.sha256 if bestand else "",
        "besluit": {
            "orgaan": versie.orgaan.naam if versie.orgaan else "",
            "functie": versie.functie,
            "datum": versie.besluitdatum and versie.besluitdatum.isoformat(),
            "kenmerk": versie.besluit_kenmerk,
            "sha256": besluit.sha256 if besluit else "",
            "geldig_vanaf": versie.geldig_vanaf and versie.geldig_vanaf.isoformat(),
            "beoordelen_voor": versie.beoordelen_voor and versie.beoordelen_voor.isoformat(),
        },
    }


def zoektekst(stuk: Beleidsstuk) -> str:
    """What staff can find this document by: its head and its newest version."""
    laatste = stuk.versies.order_by("-nummer").first()
    woorden = alle_tekst(lees_versie(laatste)) if laatste else ""
    return f"{stuk.dossier.nummer} {alle_tekst(lees(stuk))} {woorden}"
