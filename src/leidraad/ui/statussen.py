"""The colour kind and the label of every status that a dossier can have."""

SOORTEN = ("grijs", "blauw", "paars", "groen", "oranje", "rood")

# code: (label, kind). The colour is never alone: the label says the same.
STATUSSEN: dict[str, tuple[str, str]] = {
    "concept": ("Concept", "grijs"),
    "ter_toetsing": ("Ter toetsing", "blauw"),
    "ter_vaststelling": ("Ter vaststelling", "paars"),
    "vastgesteld": ("Vastgesteld", "groen"),
    "in_herziening": ("In herziening", "oranje"),
    "teruggestuurd": ("Teruggestuurd", "rood"),
    "beeindigd": ("Beëindigd", "grijs"),
    "gemeld": ("Gemeld", "oranje"),
    "in_behandeling": ("In behandeling", "blauw"),
    "geen_datalek": ("Geen datalek", "grijs"),
    "afgesloten": ("Afgesloten", "groen"),
    "open": ("Open", "oranje"),
    "beantwoord": ("Beantwoord", "groen"),
    "heropend": ("Heropend", "oranje"),
    "gesloten": ("Gesloten", "grijs"),
    # Where a version of policy stands.
    "komt": ("Vastgesteld, geldt nog niet", "blauw"),
    "geldt": ("Geldt", "groen"),
    "ingetrokken": ("Ingetrokken", "grijs"),
    "ontbreekt": ("Ontbreekt", "rood"),
    # The verdicts on a norm.
    "gehaald": ("Gehaald", "groen"),
    "niet_gehaald": ("Niet gehaald", "rood"),
    "nog_niets_vastgelegd": ("Nog niets vastgelegd", "oranje"),
    "attest_nodig": ("Verklaring nodig", "paars"),
    "nog_niet_gebouwd": ("Nog niet gebouwd", "grijs"),
}


def status_uiterlijk(code: str, label: str = "", soort: str = "") -> tuple[str, str]:
    """Label and colour kind of a status; an unknown code reads as its own words, in grey."""
    eigen_label, eigen_soort = STATUSSEN.get(code, (code.replace("_", " ").capitalize(), "grijs"))
    gekozen = soort or eigen_soort
    return label or eigen_label, gekozen if gekozen in SOORTEN else "grijs"
