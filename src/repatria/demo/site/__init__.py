"""The site filled with the invented exchange: every step through the acts that people would use, in their names."""

from repatria.demo.site.accounts import LOGINS, PASSWORD, code_now
from repatria.demo.site.run import Filled, fill

__all__ = ["LOGINS", "PASSWORD", "Filled", "code_now", "fill"]
