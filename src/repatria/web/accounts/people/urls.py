"""Addresses of accounts and parties."""

from django.urls import path

from repatria.web.accounts.people import views

urlpatterns = [
    path("", views.people, name="accounts_people"),
    path("invite/", views.invite, name="accounts_invite"),
    path("invitations/<uuid:invitation_id>/withdraw/", views.withdraw, name="accounts_withdraw"),
    path("<uuid:account_id>/new-link/", views.renew, name="accounts_renew"),
    path("<uuid:account_id>/close/", views.close, name="accounts_close"),
    path("parties/", views.parties, name="accounts_parties"),
]
