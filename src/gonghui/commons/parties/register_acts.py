"""Comparing persons with the population register of the public security 公安人口库, many at once."""

from collections import Counter

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.ledger.act import act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.refusal import Kind, Refusal

from .acts import person_node
from .models import Consent, Person, Verification
from .words import Result, Source

config.declare(config.Config("pii.register_consent", True, _("公安比对须本人单独同意"), "《个人信息保护法》第二十三条"))
NOT_CONNECTED = Refusal(
    "parties.register_not_connected", _("没有接入公安人口库。"), instead=_("请系统管理员配置接口，或由经办人核验证件。"), kind=Kind.CONFLICT
)
NONE_TO_ASK = Refusal(
    "parties.none_to_ask",
    _("所选人员都不能比对：{missing} 人没有证件号，{unwilling} 人没有同意比对。"),
    instead=_("请先补登证件号，或请本人在职工端同意。"),
    kind=Kind.CONFLICT,
)
REGISTER_FAILED = Refusal("parties.register_failed", _("公安人口库没有给出完整答复，一条也没有记录。"), instead=_("请稍后再试。"), kind=Kind.BUSY)


def ask(rows: list[tuple[str, str]]) -> list[str]:
    """
    One `Result` for each (name, 18-digit number), in order, from the adapter that GONGHUI_REGISTER names.

    Refuses: NOT_CONNECTED, REGISTER_FAILED.
    """
    if not settings.REGISTER_ADAPTER:
        raise NOT_CONNECTED()
    answers = list(import_string(settings.REGISTER_ADAPTER)(rows))
    if len(answers) != len(rows) or not set(answers) <= set(Result.values):
        raise REGISTER_FAILED()
    return answers


@act("parties.check_register", Person, label=_("与公安人口库比对"), past=_("已比对"), by=OFFICERS, bulk=True, icon="fact_check")
def check_register(ctx, persons):
    """
    Compare a list with the register; each answer is a Verification. Who differs is no longer verified and is told.

    Persons without a number or without their separate consent are left out and counted. Refuses: NONE_TO_ASK and what `ask` refuses.
    """
    rows = list(persons.select_related("account"))
    numbered = [p for p in rows if p.id_hash]
    node = person_node(rows[0])
    if config.value("pii.register_consent", node, ctx.day):
        given = Consent.objects.for_act("consent to the register").filter(purpose="register", withdrawn_at=None, person__in=numbered)
        willing = set(given.values_list("person", flat=True))
    else:
        willing = {p.pk for p in numbered}
    asked = [p for p in numbered if p.pk in willing]
    missing, unwilling = len(rows) - len(numbered), len(numbered) - len(asked)
    if not asked:
        raise NONE_TO_ASK(missing=missing, unwilling=unwilling)
    answers = dict(zip([p.pk for p in asked], ask([(p.name, p.id_no) for p in asked]), strict=True))
    nodes = nodes_of(asked)
    made = Verification.objects.for_act("register").bulk_create(
        [
            Verification(person=p, source=Source.REGISTER, result=answers[p.pk], on=ctx.day, account=ctx.account, node_id=nodes.get(p.pk))
            for p in asked
        ],
        batch_size=500,
    )
    ctx.note_many(Verification, [(v.pk, v.node_id, "", "", {"result": [None, v.result], "person_id": [None, v.person_id]}) for v in made])
    matched = [p for p in asked if answers[p.pk] == Result.MATCH and p.verified_on is None]
    differing = [p for p in asked if answers[p.pk] != Result.MATCH]
    for group, day in ((matched, ctx.day), ([p for p in differing if p.verified_on], None)):
        Person.objects.for_act("register").filter(pk__in=[p.pk for p in group]).update(verified_on=day)
        ctx.note_many(Person, [(p.pk, nodes.get(p.pk), "", "", {"verified_on": [str(p.verified_on or ""), str(day or "")]}) for p in group])
    for person in differing:
        tell(ctx, person.account, now_("您登记的姓名和身份证号与公安人口信息不一致，请到工会核对更正。"))
    count = Counter(answers.values())
    told = now_("一致 {match} 人，不一致 {differs} 人，查无此人 {unknown} 人；未比对 {left} 人（无证件号 {missing} 人，未同意 {unwilling} 人）。")
    ctx.said = {"value": told.format(**{r: count[r] for r in Result.values}, left=missing + unwilling, missing=missing, unwilling=unwilling)}


def nodes_of(persons: list[Person]) -> dict[int, int]:
    """The node of the first record each person is seen through, by person."""
    found: dict[int, int] = {}
    for model, lookup in Person.scope.through:
        pairs = model.objects.for_act("persons' nodes").filter(**{f"{lookup}__in": persons}).order_by("-pk")
        found = dict(pairs.values_list(f"{lookup}_id", "node_id")) | found
    return found
