"""Leidraad: the privacy administration of Dutch municipalities."""
