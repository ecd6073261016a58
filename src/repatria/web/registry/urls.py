"""Addresses of the register."""

from django.urls import path

from repatria.web.registry import views, views_import, views_people

urlpatterns = [
    path("", views_people.register, name="register"),
    path("new/", views.new, name="person_new"),
    path("sites/", views.sites, name="sites"),
    path("import/", views_import.imports, name="register_import"),
    path("import/<uuid:list_id>/", views_import.bring_in, name="register_import_list"),
    path("<uuid:person_id>/", views_people.person, name="person"),
    path("<uuid:person_id>/change/", views.change, name="person_change"),
    path("<uuid:person_id>/event/", views.note, name="person_event"),
    path("event/<uuid:event_id>/", views.correct, name="event_correct"),
]
