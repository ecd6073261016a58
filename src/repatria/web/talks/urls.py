"""Addresses of the talks, under ``/desk/talks/``."""

from django.urls import path

from repatria.web.talks.views import agreements, keys, packages, plans, process, terms

urlpatterns = [
    path("", process.index, name="talks"),
    path("process/<int:process_id>/", process.process, name="talks_process"),
    path("process/<int:process_id>/round/<int:number>/", process.round_, name="talks_round"),
    path("<int:exchange_id>/", terms.the_table, name="talks_table"),
    path("<int:exchange_id>/begin/", terms.begin, name="talks_begin"),
    path("<int:exchange_id>/terms/new/<slug:kind>/", terms.new, name="talks_term_new"),
    path("<int:exchange_id>/points/", terms.give_points, name="talks_points"),
    path("<int:exchange_id>/plan/", plans.start, name="talks_plan_start"),
    path("term/<int:term_id>/", terms.history, name="talks_term"),
    path("term/<int:term_id>/change/", terms.change, name="talks_term_change"),
    path("term/<int:term_id>/withdraw/", terms.withdraw, name="talks_term_withdraw"),
    path("plan/<uuid:run_id>/", plans.plan, name="talks_plan"),
    path("plan/<uuid:run_id>/progress/", plans.progress, name="talks_plan_progress"),
    path("plan/<uuid:run_id>/again/", plans.again, name="talks_plan_again"),
    path("plan/<uuid:run_id>/what-if/", plans.what_if, name="talks_plan_what_if"),
    path("plan/<uuid:run_id>/person/", plans.person, name="talks_plan_person"),
    path("plan/<uuid:run_id>/tell/", plans.tell, name="talks_plan_tell"),
    path("plan/<uuid:run_id>/put/", packages.put, name="talks_package_put"),
    path("package/<int:package_id>/", packages.package, name="talks_package"),
    path("package/<int:package_id>/answer/", packages.answer, name="talks_answer"),
    path("package/<int:package_id>/draft/", packages.draft, name="talks_draft"),
    path("agreement/<int:agreement_id>/", agreements.agreement, name="talks_agreement"),
    path("agreement/<int:agreement_id>/write/", agreements.write, name="talks_agreement_write"),
    path("agreement/<int:agreement_id>/open/", agreements.open_, name="talks_agreement_open"),
    path("agreement/<int:agreement_id>/withdraw/", agreements.withdraw, name="talks_agreement_withdraw"),
    path("agreement/<int:agreement_id>/sign/", agreements.sign, name="talks_sign"),
    path("agreement/<int:agreement_id>/text/", agreements.the_text, name="talks_text"),
    path("agreement/<int:agreement_id>/bundle/", agreements.the_bundle, name="talks_bundle"),
    path("keys/", keys.the_keys, name="talks_keys"),
    path("keys/make/", keys.make, name="talks_key_make"),
    path("keys/<uuid:key_id>/confirm/", keys.confirm, name="talks_key_confirm"),
    path("keys/<uuid:key_id>/revoke/", keys.revoke, name="talks_key_revoke"),
]
