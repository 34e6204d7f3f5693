"""A room of the house as a Django app: its declarations are read by their file names."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig

DECLARING = ("words", "models", "acts", "desk", "indicators", "clocks", "gate", "sheets", "more_sheets", "follow", "portal", "mechanisms")


class Room(AppConfig):
    """
    An app whose declarations are read once Django's models stand.

    inner: folders of a large room that declare by the same file names; their models are named in the room's own.
    """

    inner: tuple[str, ...] = ()

    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        for part in DECLARING:
            for place in (self.name, *(f"{self.name}.{folder}" for folder in self.inner)):
                if find_spec(f"{place}.{part}"):
                    import_module(f"{place}.{part}")
