"""The style page; the project mounts it in debug mode only."""

from django.urls import path

from leidraad.ui import views

app_name = "ui"
urlpatterns = [path("", views.stijl, name="stijl")]
