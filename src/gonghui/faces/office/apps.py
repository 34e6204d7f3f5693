"""The face as Django knows it."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "gonghui.faces.office"
    label = "office"
    verbose_name = "办公端"
