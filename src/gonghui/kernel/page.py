"""Pages made by hand 自制页面: a line declares them, the portal mounts them and hands them its kit."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Page:
    """
    view(request, kit, **parts of the path): `kit` makes forms of acts, does them and renders templates.

    who: 'worker' or 'officer' get an entry on their home page; '' has none.
    open: may be read without signing in.
    """

    path: str
    name: str
    view: Callable
    label: str | Promise = ""
    icon: str = ""
    who: str = ""
    open: bool = False


PAGES: dict[str, Page] = {}


def page(path: str, name: str, *, label: str | Promise = "", icon: str = "", who: str = "", open: bool = False):  # noqa: A002
    """Register a view as a page of the portal."""

    def register(view):
        if name in PAGES:
            raise LookupError(f"page {name!r} is declared twice")
        PAGES[name] = Page(path, name, view, label, icon, who, open)
        return view

    return register
