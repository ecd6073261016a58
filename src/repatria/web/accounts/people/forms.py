"""Forms of accounts and parties."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from repatria.web import gate
from repatria.web.accounts.models import ROLES, Invitation, User
from repatria.web.exchanges.models import Party
from repatria.web.policy import ROLES_OF_KIND, Role


class InviteForm(forms.Form):
    """Whom to invite, as what, for which party."""

    name = forms.CharField(label=_("Name"), max_length=100)
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("It is what the person signs in with. Nothing is sent to it: you hand the link over yourself."),
    )
    party = forms.ModelChoiceField(
        Party.objects.none(), label=_("Party"), required=False, empty_label=_("none (keeps or audits the site)")
    )
    role = forms.ChoiceField(label=_("Role"), choices=ROLES)

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        if user.role == Role.ADMINISTRATOR:
            self.fields["party"].queryset = gate.rows(user, Party)
            return
        del self.fields["party"]
        can = ROLES_OF_KIND[user.party.kind]
        self.fields["role"].choices = [(role, name) for role, name in ROLES if role in can]


class PartyForm(forms.ModelForm):
    """A new party."""

    class Meta:
        model = Party
        fields = ["code", "name", "kind"]
        labels = {"code": _("Code"), "name": _("Name"), "kind": _("Kind")}
        help_texts = {"code": _("2 to 4 capital letters; the record calls the party so for ever")}


class AcceptForm(forms.Form):
    """What an invited person sets: name and password."""

    name = forms.CharField(label=_("Your name"), max_length=100, help_text=_("as your colleagues should read it"))
    password = forms.CharField(
        label=_("Password"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("12 characters or more; three or four words that do not belong together are good"),
    )  # fmt: skip
    again = forms.CharField(
        label=_("The same password again"), strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip

    def __init__(self, *args: Any, invitation: Invitation, **options: Any) -> None:
        super().__init__(*args, **options)
        self._invitation = invitation

    def clean(self) -> dict[str, Any]:
        """Check that the password is good and typed twice."""
        given: dict[str, Any] = super().clean()
        if (password := given.get("password")) and "again" in given:
            if password != given["again"]:
                self.add_error("again", _("This is not the same password; type it once more."))
            person = User(email=self._invitation.email, name=given.get("name", ""))
            try:
                password_validation.validate_password(password, person)
            except forms.ValidationError as weak:
                self.add_error("password", weak)
        return given
