"""The addresses of lists, under ``/desk/``."""

from django.urls import path

from repatria.web.lists import views, views_export

urlpatterns = [
    path("exchanges/<int:exchange_id>/lists/<str:purpose>/", views.send, name="list_send"),
    path("exchanges/<int:exchange_id>/release/", views.ask_release, name="lists_release"),
    path("lists/<uuid:list_id>/", views.show, name="list"),
    path("lists/<uuid:list_id>/progress/", views.progress, name="list_progress"),
    path("lists/<uuid:list_id>/answer/", views.answer, name="list_answer"),
    path("lists/<uuid:list_id>/accept/", views.accept, name="list_accept"),
    path("lists/<uuid:list_id>/to-mend.<str:ending>", views.faults, name="list_faults"),
    path("lists/<uuid:list_id>/repeats/", views.repeats, name="list_repeats"),
    path("lists/<uuid:list_id>/seal/", views.seal, name="list_seal"),
    path("lists/<uuid:list_id>/again/", views.again, name="list_again"),
    path("lists/<uuid:list_id>/withdraw/", views.withdraw, name="list_withdraw"),
    path("lists/<uuid:list_id>/rows/", views.rows, name="list_rows"),
    path("lists/<uuid:list_id>/changes/", views.what_changed, name="list_changes"),
    path("lists/<uuid:list_id>/export/", views_export.ask, name="list_export"),
    path("exports/<uuid:export_id>/", views_export.fetch, name="list_export_fetch"),
]
