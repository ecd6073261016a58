"""How often somebody may do something, without remembering who: a count in the cache under a key that fades.

The address of a visitor is never stored: the key is a keyed hash that changes with every hour and installation.
"""

import hashlib
import hmac
from time import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def too_often(request: HttpRequest, what: str, most: int, seconds: int = 3600) -> bool:
    """Count one more `what` from this visitor; say whether that is more than `most` in the running window."""
    window = int(time()) // seconds
    address = request.META.get("REMOTE_ADDR", "")
    mark = hmac.digest(settings.SECRET_KEY.encode(), f"{window}|{address}".encode(), hashlib.sha256).hex()[:24]
    return count(f"limit:{what}:{window}:{mark}", seconds) > most


def too_often_in_all(what: str, most: int, seconds: int = 60) -> bool:
    """Count one more `what` from anybody; say whether that is more than `most` in the running window."""
    return count(f"limit:{what}:{int(time()) // seconds}", seconds) > most


def is_full(what: str, most: int, seconds: int = 60) -> bool:
    """Say whether nobody at all may do one more `what`. Counts nothing, so a flood leaves nothing behind."""
    return int(cache.get(f"limit:{what}:{int(time()) // seconds}", 0)) >= most


def count(key: str, seconds: int) -> int:
    """Count one more under `key`, and give how many there were in the `seconds` since the first."""
    cache.add(key, 0, seconds)
    try:
        return int(cache.incr(key))
    except ValueError:  # it faded between the two calls
        return 1
