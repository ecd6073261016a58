"""Addresses of who read whom, alarms, and canaries."""

from django.urls import path

from repatria.web.audit import views

urlpatterns = [
    path("", views.readings, name="audit_readings"),
    path("alarms/", views.alarms, name="audit_alarms"),
    path("alarms/<int:alarm_id>/seen/", views.seen, name="audit_alarm_seen"),
    path("canaries/", views.canaries, name="audit_canaries"),
]
