"""Pages for a worker's phone: join, my membership and card, transfer, my data; and for officers: applications."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Consent, Reveal
from gonghui.kernel import config
from gonghui.kernel.ledger.do import do
from gonghui.kernel.notices.models import Message
from gonghui.kernel.page import page
from gonghui.kernel.privacy.purposes import PURPOSES
from gonghui.kernel.qr import svg
from gonghui.kernel.refusal import Refused
from gonghui.lines.organization.orgs.reads import by_code

from . import acts, reads, stay_acts, words
from .models import Correction, Membership, Spell


@page("join/", "join", label=_("申请入会"), who="worker", open=True, when=lambda viewer: not is_open(reads.own_membership(viewer)))
def join(request, kit, code=""):
    """Find the union, say who one is, consent: one form that keeps what was typed."""
    union = by_code(code) if code else None
    if code and union is None:
        raise Http404
    typed = request.GET.get("code", "").replace("\0", "").strip()[:12]
    if typed and (found := by_code(typed)):
        return kit.go("join_code", found.joining_code)
    if typed or not request.user.is_authenticated:
        return kit.render("membership/welcome.html", 422 if typed else 200, union=union, typed=typed)
    if is_open(reads.own_membership(kit.viewer)):
        return kit.go("mine")
    form = kit.form(acts.apply, {"union": union, "name": request.user.name})
    form.order_fields(("union",))
    if kit.done(form):
        return kit.go("mine")
    return kit.form_page("membership/join.html", form, purposes=PURPOSES.values(), union=union)


def is_open(membership) -> bool:
    """Tell whether a membership stands or is applied for."""
    return membership is not None and membership.state in words.OPEN


def standing(viewer) -> str:
    """How one's membership stands, as one's home page says it."""
    membership = reads.own_membership(viewer)
    return f"{membership.get_state_display()} · {membership.union}" if membership else ""


@page("join/<slug:code>/", "join_code", open=True)
def join_by_code(request, kit, code):
    """What a joining QR leads to."""
    return join(request, kit, code)


@page("mine/", "mine", label=_("我的会籍"), mine=True, who="worker", note=standing)
def mine(request, kit):
    """My membership, my card, who has looked at my data, my consents, my messages."""
    membership = reads.own_membership(kit.viewer)
    person = reads.own_person(kit.viewer)
    context = {"membership": membership, "person": person}
    if membership:
        own = Spell.objects.for_act("own spells").filter(membership=membership)
        context |= {
            "spells": list(own.select_related("node").order_by("since")),
            "card": reads.own_card(membership),
            "transfer": reads.open_transfer(membership),
            "corrections": list(Correction.objects.within(kit.viewer).filter(membership=membership).order_by("-pk")[:5]),
            "days": config.value("member.approve_days", membership.node, membership.applied_on),
        }
    if person:
        looked = Reveal.objects.for_act("who looked at me").filter(person=person).select_related("account", "node")
        standing = {c.purpose: c for c in Consent.objects.for_act("own consents").filter(person=person, withdrawn_at=None)}
        context |= {
            "reveals": [(r, dict(acts_fields).get(r.field, r.field)) for r in looked.order_by("-at")[:20]],
            "consents": [(purpose, standing.get(slug)) for slug, purpose in PURPOSES.items()],
        }
    inbox = Message.objects.for_act("own inbox").filter(account=kit.viewer.account_id)
    return kit.render("membership/mine.html", messages_in=inbox.order_by("-pk")[:10], **context)


acts_fields = (("id_no", _("身份证号")), ("phone", _("手机号")))


@page("mine/qr.svg", "card_qr")
def card_qr(request, kit):
    """The QR of one's member number."""
    membership = reads.own_membership(kit.viewer)
    if membership is None or not membership.number:
        raise Http404
    return HttpResponse(svg(membership.number), content_type="image/svg+xml")


@page("transfer/", "transfer", does=stay_acts.start_transfer)
def transfer(request, kit):
    """Ask another union to receive me."""
    membership = reads.own_membership(kit.viewer)
    if membership is None or membership.state not in ("active", "retained"):
        return kit.go("mine")
    form = kit.form(stay_acts.start_transfer)
    if kit.done(form, membership.pk):
        messages.success(request, now_("已申请会籍接转，对方工会接收后生效，会龄连续计算。"))
        return kit.go("mine")
    return kit.form_page("membership/transfer.html", form, membership=membership)


@page("leave/", "leave", does=stay_acts.leave)
def leave(request, kit):
    """Leave the union, after reading what ends with it."""
    membership = reads.own_membership(kit.viewer)
    if membership is None or membership.state not in ("active", "retained"):
        return kit.go("mine")
    form = kit.form(stay_acts.leave)
    if kit.done(form, membership.pk):
        messages.success(request, str(stay_acts.leave.past))
        return kit.go("mine")
    return kit.form_page("membership/leave.html", form, membership=membership)


def how_many(viewer) -> str:
    """How many applications wait for this viewer."""
    return str(Membership.objects.within(viewer, acts.approve.power, own=False).filter(state="applied").count() or "")


@page("applications/", "applications", label=_("审批入会"), who="officer", when=lambda viewer: viewer.holds(acts.approve.power), note=how_many)
def applications(request, kit):
    """Applications that wait within reach: open one, or approve the ticked ones."""
    refused, ticked = "", [int(pk) for pk in request.POST.getlist("pk") if pk.isdecimal() and len(pk) < 19]
    if request.method == "POST":
        try:
            if not ticked:
                raise words.NONE_TICKED()
            do(acts.approve_many, kit.viewer, ticked, key=request.POST.get("_key", ""))
            messages.success(request, now_("已批准 {count} 人入会").format(count=len(ticked)))
            return kit.go("applications")
        except Refused as problem:
            refused = problem.text
    found = kit.page(_waiting(kit).order_by("applied_on", "pk"))
    context = {"page": found, "refused": refused, "ticked": ticked, "key": get_random_string(24)}
    return kit.render("membership/applications.html", 422 if refused else 200, **context)


@page("applications/<int:pk>/", "application")
def application(request, kit, pk):
    """One application: approve it, or say no with a reason the applicant reads."""
    membership = _waiting(kit).filter(pk=pk).first()
    if membership is None:
        raise Http404
    form = kit.form(acts.approve if "approve" in request.POST else acts.reject)
    done = kit.done(form, pk)
    if done:
        messages.success(request, f"{membership}：{done.act.past}")
        return kit.go("applications")
    return kit.form_page("membership/application.html", form, membership=membership)


def _waiting(kit):
    waiting = Membership.objects.within(kit.viewer, acts.approve.power).filter(state="applied")
    return waiting.select_related("person", "union__node", "node", "employer")
