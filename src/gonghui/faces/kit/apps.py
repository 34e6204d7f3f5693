"""The face as Django knows it."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "gonghui.faces.kit"
    label = "kit"

    def ready(self):
        from django.contrib.auth.signals import user_logged_in

        from . import signin  # noqa: F401  (declares its acts)
        from .middleware import note_sign_in

        user_logged_in.connect(note_sign_in)
