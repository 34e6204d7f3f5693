"""Rooms found by folder: common records and lines announce themselves by being there."""

import os
from importlib import import_module
from pathlib import Path


def commons(root: Path) -> list[str]:
    """The common rooms, lowest first, as app configs."""
    order = ("parties", "places", "plans")
    found = sorted(p.parent.name for p in (root / "commons").glob("*/apps.py"))
    found.sort(key=lambda n: order.index(n) if n in order else len(order))
    return [f"gonghui.commons.{name}.apps.Config" for name in found]


def lines(root: Path) -> list[str]:
    """
    The lines, by department, as app configs.

    `GONGHUI_LINE_PATH` adds folders that are laid out like `lines/` (department/line); they join the
    package's own path, so a line outside the tree is a line.
    """
    package = import_module("gonghui.lines")
    extra = [p for p in os.environ.get("GONGHUI_LINE_PATH", "").split(os.pathsep) if p]
    for folder in extra:
        if folder not in package.__path__:
            package.__path__.append(folder)
    found = []
    for folder in [str(root / "lines"), *extra]:
        for app in sorted(Path(folder).glob("*/*/apps.py")):
            department = import_module(f"gonghui.lines.{app.parent.parent.name}")
            if str(app.parent.parent) not in department.__path__:
                department.__path__.append(str(app.parent.parent))
            found.append(f"gonghui.lines.{app.parent.parent.name}.{app.parent.name}.apps.Config")
    return found
