"""Finding an invitation by the token of its link: whoever has the token is the one invited."""

from django.http import Http404

from repatria.web.accounts.models import Invitation, hash_of


def by_token(token: str) -> Invitation:
    """Give the open invitation with this token.

    Raises:
        Http404: there is none, or it was used, withdrawn or has run out; nobody can tell which.
    """
    found = Invitation.objects.filter(hash=hash_of(token)).select_related("party").first()
    if found is None or not found.is_open:
        raise Http404
    return found
