"""Addresses of duties."""

from django.urls import path

from repatria.web.duties.views import boards, files

urlpatterns = [
    path("desk/duties/", boards.duties, name="duties"),
    path("desk/duties/<int:process_id>/targets/", boards.targets, name="duties-targets"),
    path("desk/duties/<int:process_id>/calendar/", boards.calendar, name="duties-calendar"),
    path("desk/duties/<int:process_id>/central-agency/", files.export, name="duties-export"),
    path("desk/duties/<int:process_id>/central-agency/ask/", boards.ask_export, name="duties-export-ask"),
    path("desk/duties/central-agency/<uuid:act_id>.json", files.export_json, name="duties-export-json"),
    path("desk/duties/central-agency/<uuid:act_id>.csv", files.export_csv, name="duties-export-csv"),
    path("desk/duties/paper/<uuid:person_id>/", files.paper, name="duties-paper"),
    path("calendar/<str:secret>.ics", boards.feed, name="duties-feed"),
]
