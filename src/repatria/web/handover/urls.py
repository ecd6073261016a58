"""Addresses of the handover desk."""

from django.urls import path

from repatria.web.handover import apart_views, effects_views, line_views, paper_views, views

_ONE = "<uuid:manifest_id>/"

urlpatterns = [
    path("", views.index, name="handover"),
    path("exchange-<int:exchange_id>/make/", views.make, name="handover-make"),
    path("exchange-<int:exchange_id>/apart/", apart_views.apart, name="handover-apart"),
    path("exchange-<int:exchange_id>/remains/", apart_views.remains, name="handover-remains"),
    path("apart/<uuid:apart_id>/receipt/", apart_views.receipt, name="handover-apart-receipt"),
    path(_ONE, views.show, name="handover-show"),
    path(_ONE + "answers/", views.answers, name="handover-answers"),
    path(_ONE + "rule/", views.apply_rule, name="handover-rule"),
    path(_ONE + "fall/", views.fall, name="handover-fall"),
    path(_ONE + "freeze/", views.freeze, name="handover-freeze"),
    path(_ONE + "pack/", paper_views.pack, name="handover-pack"),
    path(_ONE + "said/", paper_views.said, name="handover-said"),
    path(_ONE + "go-on/", views.go_on, name="handover-go-on"),
    path(_ONE + "effects/", effects_views.show, name="handover-effects"),
    path(_ONE + "certificates/", paper_views.certificate, name="handover-certificates"),
    path(_ONE + "lines/<str:code>/certificate/", paper_views.certificate, name="handover-certificate"),
    path(_ONE + "take-in/", views.take_in, name="handover-take-in"),
    path(_ONE + "close/", views.close, name="handover-close"),
    path(_ONE + "papers/<slug:kind>/", paper_views.printed, name="handover-paper"),
    path(_ONE + "departure/<str:site>/", paper_views.departure, name="handover-departure"),
    path(_ONE + "lines/<str:code>/", line_views.line, name="handover-line"),
]
