"""What a token may: less than its person, never more."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _


def ask(request: Any, scope: Any) -> Any:
    """Give the person for whom the token asks.

    Raises:
        PermissionDenied: the token does not have this scope (403).
    """
    if str(scope.value) not in request.scopes:
        raise PermissionDenied(_("this token lacks the scope {scope}").format(scope=scope.value))
    return request.user
