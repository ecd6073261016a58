"""How often somebody may do something, without remembering who: a count in the cache under a key that fades.

The address of a visitor is never stored: the key is a keyed hash that changes with every hour and installation.
"""

import hashlib
import hmac
from ipaddress import ip_address, ip_network
from time import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def too_often(request: HttpRequest, what: str, most: int, seconds: int = 3600) -> bool:
    """Count one more `what` from this visitor; say whether that is more than `most` in the running window."""
    window = int(time()) // seconds
    visitor = f"{window}|{_visitor(request)}".encode()
    mark = hmac.digest(settings.SECRET_KEY.encode(), visitor, hashlib.sha256).hex()[:24]
    return count(f"limit:{what}:{window}:{mark}", seconds) > most


def too_often_in_all(what: str, most: int, seconds: int = 60) -> bool:
    """Count one more `what` from anybody; say whether that is more than `most` in the running window."""
    return count(f"limit:{what}:{int(time()) // seconds}", seconds) > most


def _visitor(request: HttpRequest) -> str:
    """Give the network from which somebody asks: one IPv4 address, or what one household has of IPv6 (a /64).

    Over https a server stands in front of us. Then everybody's address is that server's, and the visitor's is the
    last that it has appended; what stands before that, the visitor may have written himself.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.HTTPS:
        address = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or address
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(found) if found.version == 4 else str(ip_network((found, 64), strict=False))


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
