"""Home, signing in, one's own records, acts on them."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.db.models import F, Value
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as now_
from django.views.decorators.http import require_POST

from gonghui.faces.kit import signin
from gonghui.kernel.access.acts import sign_out_everywhere
from gonghui.kernel.access.roles import MEMBER
from gonghui.kernel.desk import DESKS, FACETS, Column, desk_of
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.do import do
from gonghui.kernel.page import PAGES, page_of
from gonghui.kernel.refusal import Refused
from gonghui.kernel.store import together

from .kit import Kit, offers

# shown in their place by pages of lines, or no worker's affair
UNLISTED = ("account", "grant", "batch", "attachment", "person", "reveal", "consent", "verification", "payment", "enrolment", "designation")


def page_view(page):
    """A hand-made page as a Django view."""

    def view(request, **parts):
        if not page.open and not request.user.is_authenticated:
            return to_sign_in(request)
        if page.who == "officer" and not request.viewer.in_office:
            raise Http404
        return page.view(request, Kit(request), **parts)

    return view


def to_sign_in(request):
    return HttpResponseRedirect(f"{reverse('portal:signin')}?{urlencode({'next': request.get_full_path()})}")


def after(request) -> str:
    """Where to go after signing in: a local address, never another site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    fits = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}) and wanted.startswith("/")
    return wanted if fits else reverse("portal:home")


def home(request):
    """What one can do, and what is one's own."""
    viewer, signed = request.viewer, request.user.is_authenticated
    entries: dict[str, list] = {"worker": [], "officer": [], "mine": []}
    for one in PAGES.values():
        fits = one.who == "worker" or (one.who == "officer" and viewer.in_office)
        if fits and (signed or one.open) and (one.when is None or one.when(viewer)):
            entries["mine" if one.mine else one.who].append((one, one.note(viewer) if one.note and signed else ""))
    own = own_desks(request) if signed else []
    return Kit(request).render("portal/home.html", **entries, asks=to_ask_for(viewer), desks=own, signed=signed)


def to_ask_for(viewer) -> list:
    """What one may begin oneself, as bringing a matter or asking for aid, where no page made by hand stands for it."""
    begun = (a for desk in DESKS.values() if desk.own for a in desk.acts if a.creates and a.main and MEMBER in a.by and "node" in a.params)
    return [a for a in begun if page_of(a) is None and viewer.may(a.power)]


def own_desks(request) -> list[tuple]:
    """The nouns of which one has records of one's own, how many, and how many of them are under way; no more than 99, by one statement."""
    desks = [desk for desk in (*DESKS.values(), *FACETS.values()) if desk.own and desk.slug not in UNLISTED]
    asked = [_own_rows(request, desk).order_by().values_list(F("state") if desk.work else Value(""))[:99] for desk in desks]
    return [(desk, len(rows), sum(state in desk.work for (state,) in rows)) for desk, rows in zip(desks, together(asked), strict=True) if rows]


def sign_in(request):
    """Ask for a code, then confirm it."""
    kit, context = Kit(request), {"next": after(request), "demo": settings.DEMO}
    if request.method == "GET":
        return kit.render("portal/signin.html", **context)
    phone, code = request.POST.get("phone", ""), request.POST.get("code", "")
    try:
        if "code" in request.POST:
            context |= {"phone": phone, "asked": True}
            account = signin.confirm_code(phone, code)
            signin.begin_session(request, account)
            return HttpResponseRedirect(after(request))
        phone = signin.ask_code(phone)
        context |= {"phone": phone, "asked": True}
    except Refused as refused:
        (refusal,) = refused.refusals
        asked = refusal.field == "code" or refusal.code == "signin.too_soon"
        context |= {"phone": phone, "asked": asked, "refused": refusal, "code": code}
    if context.get("asked") and context["demo"]:
        context["outbox"] = signin.last_code_shown(phone)
    return kit.render("portal/signin.html", 422 if "refused" in context else 200, **context)


def password(request):
    """Officers' door: name and password; offices with a second factor go through the office."""
    kit, context = Kit(request), {"next": after(request)}
    if settings.SECOND_FACTOR:
        return redirect("office:login")
    if request.method == "GET":
        return kit.render("portal/password.html", **context)
    account = signin.by_password(request, request.POST.get("username", ""), request.POST.get("password", ""))
    if account is None:
        return kit.render("portal/password.html", 422, wrong=True, username=request.POST.get("username", ""), **context)
    signin.begin_session(request, account)
    return HttpResponseRedirect(after(request))


@require_POST
def sign_out(request):
    logout(request)
    return HttpResponseRedirect(reverse("portal:home"))


@require_POST
def sign_out_all(request):
    """End every session of one's account, this one too."""
    if request.user.is_authenticated:
        do(sign_out_everywhere, request.viewer, request.user.pk)
        logout(request)
        messages.success(request, str(sign_out_everywhere.past))
    return redirect("portal:home")


@require_POST
def large_type(request):
    """Turn large type on or off 适老化."""
    answer = HttpResponseRedirect(after(request))
    answer.set_cookie("large", "0" if request.COOKIES.get("large") == "1" else "1", max_age=365 * 86_400, samesite="Lax")
    return answer


def _own_desk(request, slug):
    if not request.user.is_authenticated:
        return None
    desk = FACETS.get(slug) or next((whole for whole in DESKS.values() if whole.slug == slug), None)
    if desk is None or not desk.own:
        raise Http404
    return desk


def _own(rows, request):
    """Strictly one's own: the owner's path, whatever else one may see or do in office."""
    return rows.own(request.viewer)


def _own_rows(request, desk):
    rows = desk.narrow(_own(desk.noun.objects.within(request.viewer), request))
    return rows.select_related(*desk.related) if desk.related else rows


def cells(columns, row) -> list[tuple]:
    told = []
    for column in columns:
        if isinstance(column, Column):
            told.append((column.label, column.show(row)))
            continue
        field = row._meta.get_field(column)
        told.append((field.verbose_name, getattr(row, f"get_{column}_display")() if field.choices else getattr(row, column)))
    return told


def own_cells(columns, row) -> list[tuple]:
    """What one is told of a record of one's own: its columns, without those that say nothing."""
    return [(label, value) for label, value in cells(columns, row) if value not in (None, "")]


def comes_next(desk, row) -> str:
    """Whom a record of one's own that is under way waits for, and for what; nothing where the desk names no work."""
    state = getattr(row, "state", "")
    if state not in desk.work:
        return ""
    steps = [a for a in desk.acts if not a.creates and desk.noun.lifecycle.step(state, a.key)]
    own = [str(a.label) for a in steps if MEMBER in a.by and a.open_for(row) and a.main]
    union = [str(a.label) for a in steps if MEMBER not in a.by and a.main]
    if own:
        return now_("等您办理：{acts}").format(acts="、".join(dict.fromkeys(own)))
    return now_("等工会办理：{acts}").format(acts="、".join(dict.fromkeys(union))) if union else ""


def my_list(request, slug):
    """The plain list of one's own records of a noun."""
    desk = _own_desk(request, slug)
    if desk is None:
        return to_sign_in(request)
    kit = Kit(request)
    page = kit.page(_own_rows(request, desk).order_by(*desk.order))
    asks = [a for a in to_ask_for(request.viewer) if a.noun is desk.noun]
    return kit.render(
        "portal/list.html",
        desk=desk,
        page=page,
        asks=asks,
        rows=[(row, own_cells(desk.own_columns or desk.columns, row), comes_next(desk, row)) for row in page],
    )


def my_record(request, slug, pk):
    """One of one's own records, with the acts open to oneself."""
    desk = _own_desk(request, slug)
    if desk is None:
        return to_sign_in(request)
    row = _own_rows(request, desk).filter(pk=pk).first()
    if row is None:
        raise Http404
    acts = [(a, address(a, row)) for a in desk.acts if not a.creates and MEMBER in a.by and a.open_for(row)]
    return Kit(request).render(
        "portal/record.html",
        desk=desk,
        row=row,
        cells=own_cells(desk.own_detail or desk.detail, row),
        acts=acts,
        comes_next=comes_next(desk, row),
    )


def address(act, row) -> str:
    """Where an act over a record is done: the page made by hand for it, else its plain page."""
    made = page_of(act)
    return reverse(f"portal:{made.name}") if made else reverse("portal:act_on", args=[act.key, row.pk])


def act_page(request, key, pk=None):
    """The plain page of an act over one's own record."""
    act = ACTS.get(key)
    if act is None or MEMBER not in act.by or act.bulk or act.creates != (pk is None):
        raise Http404
    if not request.user.is_authenticated:
        return to_sign_in(request)
    kit, row = Kit(request), None
    if pk is not None:
        row = _own(act.noun.objects.within(request.viewer, act.power), request).filter(pk=pk).first()
        if row is None:
            raise Http404
        if page_of(act):
            return redirect(address(act, row))
    form = kit.form(act, row=row)
    done = kit.done(form, pk)
    about = done.subject if done else row
    desk = desk_of(about) if about is not None else None
    desk = desk if desk is None or desk.own else DESKS.get(desk.noun._meta.label_lower)
    if done:
        messages.success(request, " ".join([str(act.past), *map(str, done.said.values())]))  # a token is shown this once
        if desk and desk.own and _own_rows(request, desk).filter(pk=done.subject.pk).exists():
            return HttpResponseRedirect(reverse("portal:my_record", args=[desk.slug, done.subject.pk]))
        return HttpResponseRedirect(reverse("portal:home"))
    back = reverse("portal:my_record", args=[desk.slug, pk]) if row is not None and desk and desk.own else reverse("portal:home")
    return kit.form_page("portal/act.html", form, act=act, row=row, back=back)


def pick(request, key, name):
    """What a picker finds while one types."""
    act = ACTS.get(key)
    if act is None or name not in act.params or not request.viewer.may(act.power):
        raise Http404
    text = request.GET.get(f"{name}_q", "").strip()[:60]
    chosen, rows = offers(act, name, request.viewer, request.GET.getlist(name), text)
    return Kit(request).render("portal/found.html", chosen=chosen, rows=rows, name=name, typed=text, many=act.params[name].many)
