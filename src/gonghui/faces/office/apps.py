"""The face as Django knows it."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "gonghui.faces.office"
    label = "office"
    verbose_name = "办公端"

    def ready(self):
        from gonghui.kernel.desk import DESKS, FACETS

        from .adapter import generate
        from .site import site

        for desk in (*DESKS.values(), *FACETS.values()):
            generate(site, desk)
