"""The record that gives cause to a payment, found by its code 支付事由."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.refusal import Refusal

from .words import PAYMENTS

NO_CAUSE = Refusal("money.no_cause", _("找不到支付事由“{code}”。"), instead=_("请填写{noun}的编号。"), field="cause")


def cause_of(record) -> tuple[str, int]:
    """A record as the cause of a payment."""
    return record._meta.label_lower, record.pk


def find_causes(kind: str, codes) -> dict[str, tuple[str, int]]:
    """The causes a kind of payment knows by these codes; what is unknown is left out. A kind without a noun knows none."""
    rule = PAYMENTS.rules[kind]
    if not rule.cause:
        return {}
    model = apps.get_model(rule.cause)
    field = model._meta.pk if rule.by == "pk" else model._meta.get_field(rule.by)
    wanted = {}
    for code in codes:
        try:
            wanted[field.to_python(code)] = code
        except ValidationError:
            continue
    rows = model.objects.for_act("causes of payments").filter(**{f"{rule.by}__in": [value for value in wanted if not _too_big(value)]})
    return {wanted[value]: (model._meta.label_lower, pk) for value, pk in rows.values_list(rule.by, "pk")}


def find_cause(kind: str, code: str) -> tuple[str, int] | None:
    """The cause a code names; None where the list itself is the cause. Refuses: NO_CAUSE."""
    rule = PAYMENTS.rules[kind]
    if not rule.cause:
        return None
    found = find_causes(kind, [code]).get(code)
    if found is None:
        raise NO_CAUSE(code=code, noun=apps.get_model(rule.cause)._meta.verbose_name)
    return found


def _too_big(value) -> bool:
    return isinstance(value, int) and abs(value) >= 2**63
