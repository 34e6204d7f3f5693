"""Ideas and results on their way: handed in, taken up or declined, completed, their benefit verified."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person, Team
from gonghui.commons.parties.reads import member_paths, own_person
from gonghui.commons.parties.team_acts import refuse_ended
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.evidence.models import Attachment
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from .models import Author, Result
from .words import Sort

NO_MEMBER = Refusal("innovation.no_member", _("您还不是工会会员，没有受理单位。"), instead=_("请先申请入会。"), kind=Kind.CONFLICT)
TITLE_TAKEN = Refusal(
    "innovation.title_taken", _("该单位已有同名成果。"), instead=_("请核对；确为另一项的请换个名称。"), field="title", kind=Kind.CONFLICT
)
TOO_MANY = Refusal("innovation.too_many_authors", _("署名不能超过 {most} 人。"), field="authors")
IN_FUTURE = Refusal("innovation.in_future", _("日期 {day} 还没到。"), instead=_("请填写已经完成的日期。"), field="on")
NEEDS_PROOF = Refusal(
    "innovation.needs_proof", _("年效益达到 {threshold} 元的须附证明。"), instead=_("请上传财务部门盖章的效益证明。"), field="proof"
)
MOST = 10**12

KIND = Annotated[Sort, P(_("类别"))]
TITLE = Annotated[str, P(_("名称"), max_length=100)]
SAYS = Annotated[str, P(_("内容"), help=_("问题、做法和效果；不得涉及国家秘密和商业秘密"), long=True, max_length=1000)]
REPLY = Annotated[str, P(_("答复"), long=True, max_length=500)]
PROOF = Annotated[UploadedFile | None, P(_("证明材料"), accept=DOCUMENT)]


def new_result(ctx, *, node: Node, title: str, lead: Person, authors=(), proof=None, **more) -> Result:
    """
    Save a result with its authors in order; the first author leads.

    Refuses: TITLE_TAKEN, TOO_MANY above `result.authors_max`.
    """
    people = list(dict.fromkeys([lead, *authors]))
    most = config.value("result.authors_max", node, ctx.day)
    if len(people) > most:
        raise TOO_MANY(most=most)
    if Result.objects.for_act("one title once").filter(node=node, title=title).exclude(state="declined").exists():
        raise TITLE_TAKEN()
    result = ctx.create(Result, node=node, title=title, lead=lead, **{"submitted_on": ctx.day} | more)
    for place, person in enumerate(people, 1):
        ctx.create(Author, result=result, person=person, place=place)
    if proof:
        keep(ctx, result, proof, accept=DOCUMENT, field="proof")
    return result


@act("innovation.suggest", Result, label=_("我有金点子"), past=_("已提交，请等待答复"), by=(MEMBER,), icon="lightbulb")
def suggest(ctx, *, title: TITLE, says: SAYS, kind: Annotated[Sort | None, P(_("类别"))] = None, proof: PROOF = None):
    """Hand an idea in at one's own union. Refuses: NO_MEMBER and what `new_result` refuses."""
    person = own_person(ctx.viewer)
    paths = member_paths([person.pk]).get(person.pk) if person else None
    if not paths:
        raise NO_MEMBER()
    node = Node.objects.for_act("one's own union").get(path=paths[0])
    return new_result(ctx, node=node, title=title, lead=person, kind=kind or Sort.SUGGESTION, says=says, proof=proof)


@act("innovation.file", Result, label=_("登记成果"), past=_("已登记成果"), by=OFFICERS, icon="emoji_objects", main=True)
def file(
    ctx,
    *,
    node: Annotated[Node, P(_("所在单位"))],
    kind: KIND,
    title: TITLE,
    lead: Annotated[Person, P(_("第一完成人"))],
    authors: Annotated[list[Person] | None, P(_("其他完成人"))] = None,
    team: Annotated[Team | None, P(_("创新小组（工作室）"))] = None,
    says: SAYS = "",
    proof: PROOF = None,
):
    """Enter a result or a project for workers of a unit. Refuses what `new_result` refuses, and a team that is no more."""
    refuse_ended(team)
    return new_result(ctx, node=node, kind=kind, title=title, lead=lead, authors=authors or (), team=team, says=says, proof=proof)


@act("innovation.sort", Result, label=_("受理"), past=_("已受理"), by=OFFICERS, icon="category")
def sort(ctx, result, *, kind: KIND):
    """Take an idea in under the right kind; whoever handed it in is told."""
    result.kind = kind
    tell(ctx, result.lead.account, now_("您的建议“{title}”已受理。").format(title=result.title))


@act("innovation.adopt", Result, label=_("采纳（立项）"), past=_("已采纳"), by=OFFICERS, apart_from=(CREATING,), icon="check", main=True)
def adopt(ctx, result, *, reply: REPLY):
    """Take it up as a project, with a reply; not by whoever entered it."""
    answer(ctx, result, reply, now_("已采纳"))


@act("innovation.decline", Result, label=_("不采纳"), past=_("已答复"), by=OFFICERS, icon="close")
def decline(ctx, result, *, reply: REPLY):
    """Say why it is not taken up."""
    answer(ctx, result, reply, now_("未采纳"))


def answer(ctx, result: Result, reply: str, said: str) -> None:
    result.reply, result.replied_on = reply, ctx.day
    tell(ctx, result.lead.account, now_("您的建议“{title}”{said}，答复见“我的金点子和成果”。").format(title=result.title, said=said))


@act("innovation.complete", Result, label=_("完成"), past=_("已登记完成"), by=OFFICERS, icon="task_alt", main=True)
def complete(
    ctx,
    result,
    *,
    on: Annotated[date, P(_("完成日期"))],
    claimed: Annotated[Decimal, P(_("申报年效益（元）"), help=_("单位节约额×年量－年成本，只计第一年；没有的填 0"), least=0, most=MOST)],
    proof: PROOF = None,
):
    """It is done, and its benefit of the first year declared. Refuses: IN_FUTURE."""
    if on > ctx.day:
        raise IN_FUTURE(day=on)
    result.finished_on, result.claimed, ctx.on = on, claimed, on
    if proof:
        keep(ctx, result, proof, accept=DOCUMENT, field="proof")


@act("innovation.send_back", Result, label=_("退回补充"), past=_("已退回"), by=OFFICERS, icon="undo")
def send_back(ctx, result, *, why: Annotated[str, WHY]):
    """What was declared cannot be verified as it stands; it is under way again."""


@act(
    "innovation.verify", Result, label=_("核定效益"), past=_("效益已核定"), by=OFFICERS, icon="verified", main=True,
    apart_from=("innovation.complete", "innovation.declare_solution"),
)  # fmt: skip
def verify(
    ctx,
    result,
    *,
    benefit: Annotated[Decimal, P(_("核定年效益（元）"), help=_("单位是元，不是万元"), least=0, most=MOST)],
    proof: PROOF = None,
):
    """
    Verify the benefit of the first year; not by whoever declared it.

    Refuses: NEEDS_PROOF from `result.proof_threshold` on. Source: handbook 5.
    """
    threshold = config.value("result.proof_threshold", result.node, ctx.day)
    if proof:
        keep(ctx, result, proof, accept=DOCUMENT, field="proof")
    elif benefit >= threshold and not Attachment.objects.for_act("proof").filter(noun=result._meta.label_lower, subject=result.pk).exists():
        raise NEEDS_PROOF(threshold=threshold)
    result.benefit, result.verified_on = benefit, ctx.day
