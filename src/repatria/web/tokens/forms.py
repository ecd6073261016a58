"""The form of a new token."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from repatria.web import policy
from repatria.web.tokens.acts import LONGEST_DAYS
from repatria.web.tokens.models import Scope


class TokenForm(forms.Form):
    """What a new token is for, what it may, and how long."""

    label = forms.CharField(max_length=60, label=_("What it is for"), help_text=_("which program uses it"))
    scopes = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, label=_("What it may"))
    days = forms.IntegerField(min_value=1, max_value=LONGEST_DAYS, initial=30, label=_("For how many days"))

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = policy.TOKEN_SCOPES[policy.Role(user.role)]
        self.fields["scopes"].choices = [choice for choice in Scope.choices if choice[0] in allowed]
