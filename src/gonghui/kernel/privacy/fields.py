"""SealedField: encrypted at rest, read and written as text on a model that has a `salt` 加密字段."""

from django.db import models

from . import crypto


class SealedField(models.BinaryField):
    """
    A text kept as SM4-GCM ciphertext under the row's own `salt`.

    Reading the attribute gives the text, '' when empty, None when the salt has been destroyed.
    There is no lookup on it: search by a `blind` column beside it.
    """

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, name, _Sealed(self))

    def pre_save(self, row, add):
        value = row.__dict__.get(self.attname)
        if isinstance(value, str):
            if value and not row.salt:
                raise ValueError(f"{row._meta.label}: a row whose salt is destroyed seals nothing")
            value = row.__dict__[self.attname] = crypto.seal(value, bytes(row.salt)) if value else b""
        return value

    def value_from_object(self, row):
        return row.__dict__.get(self.attname)

    def get_lookup(self, name):
        return super().get_lookup(name) if name in ("isnull", "exact") else None


class _Sealed:
    def __init__(self, field):
        self.field = field

    def __get__(self, row, owner=None):
        if row is None:
            return self.field
        box = row.__dict__.get(self.field.attname)
        if isinstance(box, str):
            return box
        if not box:
            return ""
        return crypto.unseal(box, row.salt) if row.salt else None

    def __set__(self, row, value):
        row.__dict__[self.field.attname] = value
