"""The addresses of the matching desk, under ``/desk/``."""

from django.urls import path

from repatria.web.matching_desk import views, views_review

urlpatterns = [
    path("exchanges/<int:exchange_id>/matching/", views.matching, name="matching"),
    path("exchanges/<int:exchange_id>/matching/start/", views.start, name="matching_start"),
    path("runs/<uuid:run_id>/", views.show, name="run"),
    path("runs/<uuid:run_id>/progress/", views.progress, name="run_progress"),
    path("runs/<uuid:run_id>/again/", views.again, name="run_again"),
    path("runs/<uuid:run_id>/review/", views_review.review, name="review"),
    path("runs/<uuid:run_id>/undo/", views_review.undo, name="review_undo"),
    path("runs/<uuid:run_id>/blind/", views_review.blind, name="review_blind"),
    path("runs/<uuid:run_id>/groups/", views.all_groups, name="review_groups"),
    path("runs/<uuid:run_id>/decided/", views.decided, name="review_decided"),
    path("runs/<uuid:run_id>/together/", views.together, name="review_together"),
]
