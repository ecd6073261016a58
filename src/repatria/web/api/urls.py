"""Addresses of the interface for programs."""

from django.urls import path

from repatria.web.api import views
from repatria.web.api.site import api

urlpatterns = [
    path("docs/", views.docs, name="api_docs"),
    path("description.json", views.openapi, name="api_description"),
    path("", api.urls),
]
