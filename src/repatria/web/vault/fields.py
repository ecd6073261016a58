"""Model fields whose values lie sealed in the database.

A sealed field needs its row's primary key and party before it can be sealed, so a model with one has a UUID as
primary key. Such a field cannot be searched; see :func:`repatria.web.vault.keys.blind` for looking up.
"""

import json
from functools import reduce
from typing import Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from repatria.web.vault.sealing import seal, unseal


class _Opening(DeferredAttribute):
    """Opens the value when it is read for the first time."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if isinstance(value, bytes | memoryview):
            value = self.field.opened(instance, bytes(value))
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        # With a setter this stands before the instance's own dictionary, so that reading comes through here.
        instance.__dict__[self.field.attname] = value


class SealedText(models.BinaryField):
    """Text, sealed. `party` is the path to the number of the party whose key seals it."""

    descriptor_class = _Opening

    def __init__(self, *args: Any, party: str = "party_id", **options: Any) -> None:
        self.party = party
        options.setdefault("editable", True)
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        """Give what a migration needs to make this field again."""
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "party": self.party}

    def pre_save(self, model_instance: Any, add: bool) -> bytes | None:
        """Seal the value for its row."""
        value = getattr(model_instance, self.attname)
        if value is None:
            return None
        return seal(self.written(value), self._place(model_instance.pk), self._party_of(model_instance))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Let sealed bytes through and nothing else: an update without its row cannot be sealed."""
        if value is not None and not isinstance(value, bytes | memoryview):
            raise TypeError(f"{self.model.__name__}.{self.name} is sealed: save its row instead of updating it")
        return super().get_db_prep_value(value, connection, prepared)

    def opened(self, instance: Any, sealed: bytes) -> Any:
        """Open a value read from the database."""
        return self.opened_at(instance.pk, self._party_of(instance), sealed)

    def opened_at(self, key: Any, party: int | None, sealed: bytes) -> Any:
        """Open a value that was read without its object: of the row `key`, sealed by the key of `party`."""
        return self.read(unseal(sealed, self._place(key), party))

    def written(self, value: Any) -> str:
        """Give the value as text."""
        return str(value)

    def read(self, text: str) -> Any:
        """Give the value that :meth:`written` wrote."""
        return text

    def _place(self, key: Any) -> str:
        return f"{self.model._meta.db_table}|{self.column}|{key}"

    def _party_of(self, instance: Any) -> int | None:
        return reduce(getattr, self.party.split("."), instance)

    def value_to_string(self, obj: Any) -> str:
        """Never write the value into a dump in clear."""
        return ""


class SealedJSON(SealedText):
    """Anything JSON can write, sealed."""

    def written(self, value: Any) -> str:
        """Give the value as JSON."""
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def read(self, text: str) -> Any:
        """Read it back."""
        return json.loads(text)
