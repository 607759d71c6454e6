"""The spine: one table of dossiers, and everything every dossier carries."""
