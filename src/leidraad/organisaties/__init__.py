"""Gemeenten, eenheden, functies: who works where, who may do what and who is responsible."""
