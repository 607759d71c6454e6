"""The pages of what every dossier carries, the search through everything, and the journaal."""
