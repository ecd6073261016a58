"""The addresses of exchanges, under ``/desk/``."""

from django.urls import path

from repatria.web.exchanges import views

urlpatterns = [
    path("exchanges/", views.every, name="desk_exchanges"),
    path("exchanges/<int:exchange_id>/", views.show, name="desk_exchange"),
    path("processes/new/", views.new_process, name="process_new"),
    path("processes/<int:process_id>/new-exchange/", views.new_exchange, name="exchange_new"),
]
