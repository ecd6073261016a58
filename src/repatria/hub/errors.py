"""What can be wrong at the hub. No text names a person."""

from repatria.errors import RepatriaError


class HubError(RepatriaError):
    """The root of every error this room raises on purpose."""


class NotAHub(HubError):
    """The folder holds no hub, or one of another manifest."""


class NotEnrolled(HubError):
    """A tablet without a valid enrolment: unknown, ended, or its code was wrong or used."""


class CannotListen(HubError):
    """The address is taken or does not belong to this machine."""
