"""Addresses of visits."""

from django.urls import path

from repatria.web.visits.views import board, keys, visit

urlpatterns = [
    path("", board.board, name="visits"),
    path("ask/", board.ask, name="visits-ask"),
    path("picture.svg", board.drawn, name="visits-picture"),
    path("own-key/", keys.key, name="visits-key"),
    path("own-key/make/", keys.make, name="visits-key-make"),
    path("own-key/open/", keys.open_key, name="visits-key-open"),
    path("own-key/<uuid:key_id>/passphrase/", keys.change, name="visits-key-passphrase"),
    path("own-key/close/", keys.close, name="visits-key-close"),
    path("<uuid:visit_id>/answer/", board.answer, name="visits-answer"),
    path("<uuid:visit_id>/", visit.show, name="visits-visit"),
    path("<uuid:visit_id>/done/", visit.done, name="visits-done"),
    path("<uuid:visit_id>/withdraw/", visit.withdraw, name="visits-withdraw"),
    path("<uuid:visit_id>/note/", visit.write, name="visits-note"),
    path("<uuid:visit_id>/interview/", visit.interview, name="visits-interview"),
]
