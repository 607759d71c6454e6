"""The sections in which people think about a verwerking: page, forms, shortfalls and compare use them."""

from leidraad.dossiers.secties import Sectie

SECTIES = (
    Sectie(
        "algemeen",
        "Algemeen",
        ("naam", "omschrijving", "regime", "rol", "rol_toelichting", "bestuursorgaan", "startdatum",
         "einddatum", "hoofdverwerking", "wettelijke_taak", "procestype"),
    ),
    Sectie("doelen", "Doelen en grondslagen", (), ("doelen",)),
    Sectie("gegevens", "Betrokkenen en gegevens", (), ("betrokkenen", "gegevens")),
    Sectie("bewaren", "Bewaren en vernietigen", (), ("bewaartermijnen", "vernietigingen")),
    Sectie("ontvangers", "Ontvangers en doorgifte", (), ("ontvangers",)),
    Sectie("beveiliging", "Systemen en beveiliging", (), ("systemen", "maatregelen", "autorisaties")),
    Sectie(
        "zorgvuldigheid",
        "Zorgvuldigheid",
        ("proportionaliteit", "proportionaliteit_waarom", "subsidiariteit", "subsidiariteit_waarom",
         "juistheid", "profilering", "profilering_toelichting", "geautomatiseerd_besluit",
         "menselijke_controle"),
    ),
    Sectie(
        "informeren",
        "Mensen informeren",
        ("informatiewijze", "privacyverklaring", "privacyverklaring_link", "informatie_uitzondering"),
    ),
    Sectie("notitie", "Interne notitie", ("notitie",)),
)  # fmt: skip
SECTIE = {sectie.code: sectie for sectie in SECTIES}
