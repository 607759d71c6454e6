"""The addresses for processors, who do not sign in; mounted under /melden/."""

from django.urls import path

from leidraad.registers.datalekken.views import openbaar

app_name = "datalekmelding"

urlpatterns = [
    path("", openbaar.versturen, name="versturen"),
    path("<str:geheim>/", openbaar.formulier, name="formulier"),
]
