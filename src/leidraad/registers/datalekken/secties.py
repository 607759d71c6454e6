"""The sections in which people think about a breach."""

from leidraad.dossiers.secties import Sectie

SECTIES = (
    Sectie(
        "feiten",
        "Wat is er gebeurd",
        ("naam", "omschrijving", "regime", "soort_incident", "vertrouwelijkheid_geschonden",
         "integriteit_geschonden", "beschikbaarheid_geschonden", "oorzaak", "oorzaak_toelichting",
         "beveiligingsincident", "verwerker"),
    ),
    Sectie(
        "tijdlijn",
        "Wanneer",
        ("gebeurd_van", "gebeurd_tot", "gebeurd_zekerheid", "duurt_voort", "ontdekt_op", "kennisgenomen_op",
         "verwerker_meldde_op", "intern_gemeld_op"),
    ),
    Sectie("wie_en_wat", "Over wie en welke gegevens", (), ("betrokkenen", "gegevens")),
    Sectie(
        "gevolgen",
        "Gevolgen en maatregelen",
        ("versleuteld", "maatregelen_vooraf", "gevolgen", "maatregelen_gedicht", "maatregelen_voorkomen",
         "grensoverschrijdend", "andere_toezichthouders"),
    ),
    Sectie("informeren", "Betrokkenen informeren", ("uitzondering", "uitzondering_toelichting")),
)  # fmt: skip
SECTIE = {sectie.code: sectie for sectie in SECTIES}
