"""Pages made by hand 自制页面: a line declares them, the portal mounts them and hands them its kit."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from .ledger.act import Act


@dataclass(frozen=True)
class Page:
    """
    view(request, kit, **parts of the path): `kit` makes forms of acts, does them and renders templates.

    who: 'worker' or 'officer' get an entry on their home page; '' has none. mine: the entry stands among one's own records.
    open: may be read without signing in. when: tells whether a viewer has use for the entry.
    note: what stands beside the entry for a viewer, as how many wait. does: the act whose plain page this one replaces.
    """

    path: str
    name: str
    view: Callable
    label: str | Promise = ""
    icon: str = ""
    who: str = ""
    mine: bool = False
    open: bool = False
    when: Callable | None = None
    note: Callable | None = None
    does: Act | None = None


PAGES: dict[str, Page] = {}


def page(path: str, name: str, **more):
    """Register a view as a page of the portal; `more` as in Page."""

    def register(view):
        if name in PAGES:
            raise LookupError(f"page {name!r} is declared twice")
        PAGES[name] = Page(path, name, view, **more)
        return view

    return register


def page_of(act: Act) -> Page | None:
    """The page made by hand for an act, if there is one."""
    return next((page for page in PAGES.values() if page.does is act), None)
