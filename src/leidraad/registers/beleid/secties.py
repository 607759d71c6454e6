"""The two things that people edit: the head of a document, and its concept version."""

from leidraad.dossiers.secties import Sectie

STUK = Sectie("stuk", "Over dit stuk", ("naam", "soort", "verwacht", "eigenaar", "omschrijving"))
VERSIE = Sectie("versie", "Deze versie", ("naam", "tekst", "link", "bestand", "vraagt_kennisname"))
