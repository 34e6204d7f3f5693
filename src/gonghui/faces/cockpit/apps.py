"""The face as Django knows it."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "gonghui.faces.cockpit"
    label = "cockpit"
