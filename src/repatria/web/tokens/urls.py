"""Addresses of tokens."""

from django.urls import path

from repatria.web.tokens import views

urlpatterns = [
    path("", views.tokens, name="tokens"),
    path("<uuid:token_id>/revoke/", views.revoke, name="token_revoke"),
]
