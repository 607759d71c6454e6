"""Addresses of the register of policy."""

from django.urls import path
from django.views.generic import RedirectView

app_name = "beleid"

urlpatterns = [
    path("<slug:gemeente>/beleid/<str:nummer>/", RedirectView.as_view(pattern_name="start"), name="detail"),
]
