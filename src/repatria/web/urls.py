"""The addresses of the site. Each has a line in :data:`repatria.web.policy.PAGES`, or is a 404."""

from django.urls import include, path

from repatria.web import views
from repatria.web.backups import views as backups
from repatria.web.vault import views as vault

urlpatterns = [
    path("", include("repatria.web.public.urls")),
    path("desk/", views.desk, name="desk"),
    path("handover/", include("repatria.web.handover.urls")),
    path("desk/register/", include("repatria.web.registry.urls")),
    path("desk/", include("repatria.web.exchanges.urls")),
    path("desk/", include("repatria.web.lists.urls")),
    path("desk/", include("repatria.web.matching_desk.urls")),
    path("desk/replies/", include("repatria.web.replies.urls")),
    path("desk/tokens/", include("repatria.web.tokens.urls")),
    path("api/", include("repatria.web.api.urls")),
    path("account/", include("repatria.web.accounts.urls")),
    path("desk/accounts/", include("repatria.web.accounts.people.urls")),
    path("desk/audit/", include("repatria.web.audit.urls")),
    path("desk/keys/", vault.party_keys, name="vault_keys"),
    path("desk/backups/", backups.backups, name="backups"),
    path("", include("repatria.web.duties.urls")),
    path("", include("repatria.web.families.urls")),
    path("desk/visits/", include("repatria.web.visits.urls")),
    path("desk/second-person/", include("repatria.web.two_persons.urls")),
    path("desk/talks/", include("repatria.web.talks.urls")),
]

handler400 = "repatria.web.views.too_much"
handler404 = "repatria.web.views.nothing_here"
handler403 = "repatria.web.views.not_allowed"
handler500 = "repatria.web.views.broken"
