"""What happens to titles when two rows of one person become one."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties import hooks
from gonghui.kernel.refusal import Kind, Refusal

from .models import Designation, Nomination

BOTH = Refusal(
    "designations.both_hold", _("两条记录都有同一批次的称号或申报。"), instead=_("请先更正其中一份，再合并。"), field="other", kind=Kind.CONFLICT
)


def pass_titles(ctx, keep, gone) -> None:
    """Titles and nominations of one are those of the other. Refuses: BOTH."""
    for model in (Designation, Nomination):
        rows = model.objects.for_act("merge").filter(person=gone)
        try:
            with transaction.atomic():
                rows.update(holder_key=f"person:{keep.pk}")
        except IntegrityError:
            raise BOTH() from None


hooks.before_merging.append(pass_titles)
