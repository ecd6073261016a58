"""Addresses of what waits for a second person."""

from django.urls import path

from repatria.web.two_persons import views

urlpatterns = [
    path("", views.inbox, name="two_persons_inbox"),
    path("<uuid:act_id>/", views.show, name="two_persons_act"),
    path("<uuid:act_id>/confirm/", views.confirm, name="two_persons_confirm"),
    path("<uuid:act_id>/refuse/", views.refuse, name="two_persons_refuse"),
]
