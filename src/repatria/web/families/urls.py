"""Addresses of the families' pages, and of the desk that answers them."""

from django.urls import path

from repatria.web.families.views import desk, public, sides

urlpatterns = [
    path("families/", public.front, name="families"),
    path("families/request/", public.ask, name="families-request"),
    path("families/answer/", public.come_back, name="families-answer"),
    path("families/answer/correct/", public.correct, name="families-correct"),
    path("families/answer/readers/", public.let_read, name="families-let-read"),
    path("families/answer/withdraw/", public.withdraw, name="families-withdraw"),
    path("families/notice/", public.notice, name="families-notice"),
    path("desk/families/", desk.queue, name="families-queue"),
    path("desk/families/boards/", desk.boards, name="families-boards"),
    path("desk/families/boards/ask/", desk.ask_boards, name="families-boards-ask"),
    path("desk/families/boards/take-in/", desk.take_in, name="families-boards-in"),
    path("desk/families/boards/<uuid:act_id>.xml", desk.boards_file, name="families-boards-file"),
    path("desk/families/boards/<uuid:act_id>-taken-back.xml", desk.taken_back_file, name="families-boards-back"),
    path("desk/families/<uuid:request_id>/", desk.case, name="families-case"),
    path("desk/families/<uuid:request_id>/answer/", desk.release, name="families-release"),
    path("desk/families/<uuid:request_id>/side/", desk.set_side, name="families-side"),
    path("desk/families/<uuid:request_id>/compare/", desk.compare, name="families-compare"),
    path("desk/families/<uuid:request_id>/same-family/", desk.same_family, name="families-same"),
    path("desk/families/proposals/<uuid:proposal_id>/", desk.decide, name="families-decide"),
    path("desk/families/corrections/<uuid:correction_id>/", desk.take_over, name="families-take-over"),
    path("desk/enquiries/", sides.enquiries, name="families-enquiries"),
    path("desk/enquiries/may-tell/", sides.switch, name="families-switch"),
    path("desk/enquiries/may-tell/<int:process_id>/", sides.ask_switch, name="families-switch-ask"),
]
