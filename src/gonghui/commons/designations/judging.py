"""Experts as judges, of titles and of whatever else is marked: who they are, and of whom they stand back 回避."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.models import Account
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

OWN_HAND = Refusal(
    "designations.own_hand", _("经办人不能评分。"), because=_("秘书不参与评分"), instead=_("请改派专家。"), field="expert", kind=Kind.CONFLICT
)
NOT_EXPERT = Refusal("designations.not_expert", _("该账号不是评审专家。"), field="expert")


def experts(rows, viewer):
    """Accounts that hold the post of expert."""
    return rows.for_act("experts").filter(grants__role="expert", grants__revoked_at=None, is_active=True).distinct()


def refuse_judges(ctx, judges: list[Account], field: str = "expert") -> None:
    """Refuses: NOT_EXPERT, OWN_HAND where whoever assigns is among them."""
    known = set(experts(Account.objects, ctx.viewer).filter(pk__in=[judge.pk for judge in judges]).values_list("pk", flat=True))
    if len(known) < len({judge.pk for judge in judges}):
        raise NOT_EXPERT(field=field)
    if ctx.viewer.account_id in known:
        raise OWN_HAND(field=field)


def stands_back(judge: Account, node: Node, accounts=frozenset()) -> bool:
    """Whether a judge is of the organisation that sends something, or below it, or one of the accounts it is of. Source: handbook 2."""
    return judge.pk in accounts or judge.node is not None and (node.covers(judge.node) or judge.node_id == node.pk)
