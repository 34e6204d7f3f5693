"""Two rows that are one person become one: the older stays, everything moves to it."""

from typing import Annotated

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal

from . import hooks
from .acts import set_id, set_phone
from .models import Consent, Person

SAME_ROW = Refusal("parties.same_row", _("选的是同一条记录。"), instead=_("请选择另一条。"), field="other")
ERASED = Refusal("parties.merged_or_erased", _("其中一条已并入或已注销。"), field="other", kind=Kind.CONFLICT)
NAMES_DIFFER = Refusal(
    "parties.names_differ", _("两条记录姓名不同：“{one}”和“{two}”。"), instead=_("确为一人的，请先更正姓名。"), field="other", kind=Kind.CONFLICT
)
NUMBERS_DIFFER = Refusal(
    "parties.numbers_differ", _("两条记录的身份证号不同，是两个人。"), instead=_("号码有误的，请先更正号码。"), field="other", kind=Kind.CONFLICT
)
HELD_TWICE = Refusal(
    "parties.held_twice", _("两条记录都有同一份“{noun}”。"), instead=_("请先了结其中一份，再合并。"), field="other", kind=Kind.CONFLICT
)


@act("parties.merge", Person, label=_("合并重复人员"), past=_("已合并"), by=UPPER, when=lambda p: p.erased_on is None, icon="merge")
def merge(ctx, person, *, other: Annotated[Person, P(_("同一人的另一条记录"))], why: Annotated[str, WHY]):
    """
    Merge two rows of one person: the older one stays, and memberships and all else pass to it.

    Refuses: SAME_ROW, ERASED, NAMES_DIFFER, NUMBERS_DIFFER, HELD_TWICE, and what a line cannot settle (both live in different unions).
    """
    other = Person.objects.for_act("merge").select_for_update(of=("self",)).get(pk=other.pk)
    keep, gone = sorted((person, other), key=lambda p: p.pk)
    if keep.pk == gone.pk:
        raise SAME_ROW()
    if keep.erased_on or gone.erased_on:
        raise ERASED()
    if keep.name != gone.name:
        raise NAMES_DIFFER(one=keep.name, two=gone.name)
    if keep.id_hash and gone.id_hash:
        raise NUMBERS_DIFFER()
    for settle in hooks.before_merging:
        settle(ctx, keep, gone)
    standing = Consent.objects.for_act("merge").filter(withdrawn_at=None)
    for consent in standing.filter(person=gone, purpose__in=standing.filter(person=keep).values("purpose")):
        consent.withdrawn_at = ctx.at
        consent.save()
    for field in Person._meta.get_fields(include_hidden=True):
        if field.one_to_many or field.one_to_one and field.auto_created:
            _pass(ctx, field, keep, gone)
    _fill(keep, gone, ctx.day)


def _pass(ctx, relation, keep: Person, gone: Person) -> None:
    """Every row that points at one points at the other: one statement a table. Refuses: HELD_TWICE."""
    model, column = relation.related_model, relation.field.attname
    rows = model.objects.for_act("merge").filter(**{column: gone.pk})
    node = "node_id" if any(f.attname == "node_id" for f in model._meta.concrete_fields) else None
    found = [(row[0], row[1] if node else None) for row in rows.values_list(*filter(None, ("pk", node)))]
    try:
        with transaction.atomic():
            rows.update(**{column: keep.pk})
    except IntegrityError:
        raise HELD_TWICE(noun=model._meta.verbose_name) from None
    ctx.note_many(model, [(pk, place, "", "", {column: [gone.pk, keep.pk]}) for pk, place in found])


def _fill(keep: Person, gone: Person, day) -> None:
    """What the older row lacks it takes from the younger, which is emptied first: numbers and accounts are unique."""
    number, phone, kind, account, verified = gone.id_no, gone.phone, gone.id_type, gone.account, gone.verified_on
    set_id(gone, "")
    set_phone(gone, "")
    gone.account, gone.verified_on, gone.erased_on, gone.merged_into = None, None, day, keep
    gone.save()
    if number:
        set_id(keep, number)
        keep.id_type = kind
    if phone and not keep.phone_hash:
        set_phone(keep, phone)
    keep.account = keep.account or account
    keep.verified_on = keep.verified_on or verified
    keep.household = keep.household or gone.household
    keep.save()
