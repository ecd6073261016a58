"""Which addresses this machine has on its own networks. Nothing is sent to find out."""

import ipaddress
import socket
from collections.abc import Iterable
from contextlib import suppress

# Connecting a datagram socket sends nothing; it only asks the system which of its addresses it would use.
_WAYS = ("10.255.255.255", "172.31.255.255", "192.168.255.255", "169.254.255.255")


def own_addresses() -> list[str]:
    """Give the private IPv4 addresses of this machine, the likeliest first; loopback alone without a network."""
    found = [_towards(way) for way in _WAYS]
    with suppress(OSError):
        found += [str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return list(dict.fromkeys(one for one in found if one and is_private(one))) or ["127.0.0.1"]


def is_private(address: str) -> bool:
    """Whether an address belongs to a network of one's own, where the hub's authority may speak."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return found.version == 4 and any(found in network for network in PRIVATE)


PRIVATE: Iterable[ipaddress.IPv4Network] = tuple(
    ipaddress.IPv4Network(network)
    for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8")
)


def _towards(way: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((way, 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])
