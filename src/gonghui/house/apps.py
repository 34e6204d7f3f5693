"""The house as Django knows it."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "gonghui.house"
    label = "house"
    verbose_name = "工会一张网"
