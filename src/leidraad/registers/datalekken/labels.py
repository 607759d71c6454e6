"""What the fields of a breach are called on the screen."""

TITELS = {"betrokkenen": "Over wie gaan de gegevens?", "gegevens": "Welke gegevens?"}
RIJNAMEN = {"betrokkenen": "Groep mensen", "gegevens": "Gegeven"}
KOLOMMEN = {
    "betrokkenen": ("naam", "minimum", "maximum", "kwetsbaar"),
    "gegevens": ("naam", "soort", "aantal"),
}
LABELS = {
    "naam": "Korte naam",
    "omschrijving": "Wat er is gebeurd",
    "regime": "Welke wet geldt",
    "soort_incident": "Soort incident",
    "vertrouwelijkheid_geschonden": "Iemand zag of kreeg gegevens",
    "integriteit_geschonden": "Gegevens zijn veranderd",
    "beschikbaarheid_geschonden": "Gegevens zijn weg of niet bereikbaar",
    "oorzaak": "Oorzaak",
    "oorzaak_toelichting": "Toelichting op de oorzaak",
    "beveiligingsincident": "Beveiligingsincident",
    "verwerker": "Verwerker",
    "gebeurd_van": "Gebeurd vanaf",
    "gebeurd_tot": "Gebeurd tot",
    "gebeurd_zekerheid": "Hoe zeker is dit",
    "duurt_voort": "Duurt nog voort",
    "ontdekt_op": "Ontdekt",
    "kennisgenomen_op": "De gemeente wist het",
    "verwerker_meldde_op": "De verwerker meldde het",
    "intern_gemeld_op": "Intern gemeld",
    "versleuteld": "Gegevens waren onleesbaar voor anderen",
    "maatregelen_vooraf": "Maatregelen die er al waren",
    "gevolgen": "Gevolgen voor mensen",
    "maatregelen_gedicht": "Wat u hebt gedaan",
    "maatregelen_voorkomen": "Wat u doet om herhaling te voorkomen",
    "grensoverschrijdend": "Mensen in andere landen",
    "andere_toezichthouders": "Andere toezichthouders",
    "uitzondering": "Waarom mensen niet worden ingelicht",
    "uitzondering_toelichting": "Toelichting",
    "betrokkenen.naam": "Wie",
    "betrokkenen.minimum": "Minstens",
    "betrokkenen.maximum": "Hoogstens",
    "betrokkenen.kwetsbaar": "Kwetsbaar",
    "gegevens.naam": "Gegeven",
    "gegevens.soort": "Soort",
    "gegevens.aantal": "Aantal records",
}
FACTORLABELS = {
    "soort_gegevens": "Hoe gevoelig zijn de gegevens?",
    "omvang": "Om hoeveel mensen gaat het?",
    "identificeerbaarheid": "Hoe makkelijk is te zien om wie het gaat?",
    "ernst": "Hoe erg kunnen de gevolgen zijn?",
    "kwetsbaren": "Zijn het kwetsbare mensen?",
    "omkeerbaarheid": "Is het nog te herstellen?",
}
