"""Addresses of messages and of the post room, under /werk/."""

from django.urls import path

from leidraad.berichten import views

app_name = "berichten"

urlpatterns = [
    path("mijn-berichten/", views.mijn_berichten, name="mijn_berichten"),
    path("beheer/post/", views.post, name="post"),
    path("beheer/post/<int:pk>/", views.bericht_beslissen, name="bericht_beslissen"),
    path("beheer/post/taken/<uuid:taak>/opnieuw/", views.taak_opnieuw, name="taak_opnieuw"),
]
