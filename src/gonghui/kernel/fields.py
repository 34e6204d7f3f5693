"""Column types that behave alike on both databases."""

from django.db import models


class PathField(models.CharField):
    """Byte-ordered text: a prefix search as a range uses the index on both databases."""

    def db_parameters(self, connection):
        parameters = super().db_parameters(connection)
        return {**parameters, "collation": "C" if connection.vendor == "postgresql" else None}


class DigestField(models.BinaryField):
    """A keyed hash or a checksum: 32 bytes."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 32)
        super().__init__(*args, **kwargs)
