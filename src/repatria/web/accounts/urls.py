"""Addresses of signing in, second factors and sessions. Signing up and resetting by mail are not among them."""

from allauth.account import views as account
from django.urls import include, path

from repatria.web.accounts import factors, views

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("invitation/<str:token>/", views.accept, name="accounts_accept"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("second-factor/webauthn/keys/<int:pk>/remove/", factors.remove_passkey, name="mfa_remove_webauthn"),
    path("second-factor/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
]
