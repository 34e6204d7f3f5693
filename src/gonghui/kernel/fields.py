"""Column types that behave alike on both databases."""

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
