"""The few addresses that the frame of a page links to, so that these tests need nothing above this layer."""

from django.urls import include, path

from leidraad.ui import views

urlpatterns = [
    path("werk/", views.stijl, name="start"),
    path("account/logout/", views.stijl, name="account_logout"),
    path("werk/stijl/", include("leidraad.ui.urls")),
]
