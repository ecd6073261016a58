"""Taking a passkey away: the last factor stays."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.core.exceptions import ValidationError
from django.http import HttpResponse


class RemovePasskey(RemoveWebAuthnView):
    """The library's page, which asks nobody whether another factor is left."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Take it away, unless it is the last."""
        adapter = get_adapter()
        if not adapter.can_delete_authenticator(self.get_object()):
            form.add_error(None, ValidationError(adapter.error_messages["cannot_delete_authenticator"]))
            return self.form_invalid(form)
        return super().form_valid(form)


remove_passkey = RemovePasskey.as_view()
