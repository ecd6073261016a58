"""Replies as a Django application."""

from django.apps import AppConfig


class RepliesConfig(AppConfig):
    """Replies."""

    name = "repatria.web.replies"
    label = "replies"
