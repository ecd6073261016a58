"""Addresses of replies."""

from django.urls import path

from repatria.web.replies import views, views_names, views_sheet

urlpatterns = [
    path("", views.exchanges, name="replies"),
    path("exchange/<int:exchange_id>/", views.board, name="replies_board"),
    path("exchange/<int:exchange_id>/deadlines/", views.set_deadlines, name="replies_deadlines"),
    path("list/<uuid:list_id>/", views_names.names, name="replies_names"),
    path("name/<uuid:row_id>/", views_names.name, name="reply_name"),
    path("name/<uuid:row_id>/answer/", views_names.answer, name="reply_answer"),
    path("remark/<uuid:reply_id>/", views_names.remark, name="reply_remark"),
    path("seen/<uuid:row_id>/", views_names.seen, name="reply_seen"),
    path("wish/<uuid:person_id>/", views_names.wish, name="reply_wish"),
    path("list/<uuid:list_id>/sheet/", views_sheet.sheets, name="replies_sheet"),
    path("list/<uuid:list_id>/sheet/file/", views_sheet.fetch, name="replies_sheet_file"),
    path("list/<uuid:list_id>/sheet/names/", views_sheet.ask_for_names, name="replies_sheet_names"),
    path("sheet/<uuid:bulk_id>/", views_sheet.checked, name="replies_checked"),
]
