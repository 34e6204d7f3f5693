"""The kernel as Django knows it."""

from importlib import import_module

from .rooms import Room


class Config(Room):
    name = "gonghui.kernel"
    label = "kernel"
    verbose_name = "综合"

    def ready(self):
        for part in ("access.acts", "notices.outbox", "notices.posting", "workdays", "intake.acts", "desks", "notices.desk", "notices.portal"):
            import_module(f"{self.name}.{part}")
