"""Column types that behave alike on both databases."""

from decimal import Decimal

from django.db import models

from .pinyin import sought


class PathField(models.CharField):
    """Byte-ordered text: a prefix search as a range uses the index on both databases."""

    def db_parameters(self, connection):
        parameters = super().db_parameters(connection)
        return {**parameters, "collation": "C" if connection.vendor == "postgresql" else None}


class SoughtField(models.TextField):
    """The words a row is found by, one column for one scan: the first column read as pinyin too, the others as they are."""

    def __init__(self, *of: str, **kwargs):
        self.of = of
        super().__init__(**{"editable": False, **kwargs})

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        return name, path, self.of, kwargs

    def pre_save(self, model_instance, add):
        words = sought(*(getattr(model_instance, name) for name in self.of))
        setattr(model_instance, self.attname, words)
        return words


class DigestField(models.BinaryField):
    """A keyed hash or a checksum: 32 bytes."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 32)
        super().__init__(*args, **kwargs)


class MoneyField(models.BigIntegerField):
    """
    Yuan with two places, Decimal in Python and whole fen in the database: SQLite has no exact decimals.

    A sum over it is a Decimal too. What `store.insert` and raw SQL see is fen, see `fen`.
    """

    def from_db_value(self, value, expression, connection):
        return None if value is None else yuan(value)

    def to_python(self, value):
        return value if value is None or isinstance(value, Decimal) else Decimal(value)

    def get_prep_value(self, value):
        return None if value is None else fen(value)


def fen(amount: Decimal | int) -> int:
    """An amount in yuan as whole fen. Raises ValueError for a part of a fen."""
    whole = Decimal(amount) * 100
    if whole != whole.to_integral_value():
        raise ValueError(amount)
    return int(whole)


def yuan(amount: int) -> Decimal:
    """Whole fen as yuan with two places."""
    return Decimal(int(amount)).scaleb(-2)
