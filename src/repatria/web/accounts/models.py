"""Who works here. An account belongs to one party and has one role; it comes into being by invitation alone."""

import hashlib
import secrets
import uuid
from datetime import timedelta
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from repatria.web.policy import Role

ROLES = [
    (Role.DELEGATION, _("delegation")),
    (Role.BUREAU, _("information bureau")),
    (Role.MEDIATOR, _("mediator's secretariat")),
    (Role.ICRC, _("ICRC delegate")),
    (Role.CASE_WORKER, _("case worker")),
    (Role.PRESS, _("press officer")),
    (Role.AUDITOR, _("auditor")),
    (Role.ADMINISTRATOR, _("administrator")),
]


class UserManager(BaseUserManager):
    """Makes accounts."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an account. Without a password nobody can sign in to it until one is set."""
        user: User = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """One person in one role for one party. Administrators and auditors belong to no party."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=100)
    role = models.CharField(max_length=20, choices=ROLES)
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="people", null=True, blank=True)
    language = models.CharField(max_length=2, default="en")
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(party__isnull=True, role__in=[Role.ADMINISTRATOR, Role.AUDITOR])
                | models.Q(party__isnull=False) & ~models.Q(role__in=[Role.ADMINISTRATOR, Role.AUDITOR]),
                name="administrators_and_auditors_have_no_party",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def party_code(self) -> str:
        """What the record calls the party for which this person acts; ``LOG`` for the keeper of the site."""
        return self.party.code if self.party else "LOG"


INVITATION_BYTES = 32  # 256 bits: cannot be guessed
INVITATION_LASTS = timedelta(days=7)


class Invitation(models.Model):
    """A link that makes one account, or lets the person of an account begin anew with password and second factor.

    The link is shown once, to whoever confirmed it; only its hash is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField()
    name = models.CharField(max_length=100)
    role = models.CharField(max_length=20, choices=ROLES)
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+", null=True, blank=True)
    account = models.ForeignKey(User, models.PROTECT, related_name="invitations", null=True, blank=True)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True, blank=True)
    confirmed_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]

    @classmethod
    def make(cls, **fields: Any) -> tuple["Invitation", str]:
        """Make an invitation; gives it with the token of its link, which is nowhere else."""
        token = secrets.token_urlsafe(INVITATION_BYTES)
        made = cls.objects.create(hash=hash_of(token), expires_at=timezone.now() + INVITATION_LASTS, **fields)
        return made, token

    @property
    def is_open(self) -> bool:
        """Say whether its link still works."""
        return self.used_at is None and self.withdrawn_at is None and self.expires_at > timezone.now()


def hash_of(token: str) -> str:
    """Give what is kept of a token (SHA-256; the token itself is random, so it needs no salt)."""
    return hashlib.sha256(token.encode()).hexdigest()
