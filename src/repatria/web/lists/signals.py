"""What other rooms may want to hear of."""

from django.dispatch import Signal

opened = Signal()
"""A version of a list was opened, in the transaction that opens it. Sent with `name_list`."""
