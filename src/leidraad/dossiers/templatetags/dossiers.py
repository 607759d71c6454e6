"""`{% load dossiers %}`: the name of a function on screen."""

from django import template

from leidraad.dossiers.journaal.lezen import woord

register = template.Library()
register.filter("functienaam", woord)
