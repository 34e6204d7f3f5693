"""A room of the house as a Django app: its declarations are read by their file names."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig

DECLARING = ("words", "models", "acts", "desk", "indicators", "clocks", "sheets", "more_sheets", "follow", "portal", "mechanisms")


class Room(AppConfig):
    """An app whose declarations are read once Django's models stand."""

    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        for part in DECLARING:
            if find_spec(f"{self.name}.{part}"):
                import_module(f"{self.name}.{part}")
