"""A synthetic exchange of 314, step by step: an invented world, so that everything can be shown."""

from repatria.demo.exchange import Demo
from repatria.demo.steps import Step

__all__ = ["Demo", "Step"]
