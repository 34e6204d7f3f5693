"""A no that says what to do 拒绝: code, field, sentence, ground, and what to do instead."""

from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


class Kind(StrEnum):
    """What sort of no it is; a face turns it into its own status."""

    INVALID = "invalid"  # what was typed cannot be taken
    CONFLICT = "conflict"  # the record does not allow it now
    FORBIDDEN = "forbidden"  # seen, but not yours to do
    MISSING = "missing"  # outside reach looks like this
    SIGN_IN = "sign_in"
    BUSY = "busy"  # too often, or too much at once


@dataclass(frozen=True)
class Refusal:
    """
    A declared refusal; calling it fills its sentences and makes the exception to raise.

    `says`, `because` and `instead` may hold {names}, filled by the call.
    """

    code: str
    says: Text
    because: Text = ""
    instead: Text = ""
    field: str | None = None
    kind: Kind = Kind.INVALID
    do_not_call_in_templates = True

    def __call__(self, *, field: str | None = None, **values) -> "Refused":
        fill = {k: str(v) for k, v in values.items()}
        return Refused(
            replace(
                self,
                says=str(self.says).format(**fill),
                because=str(self.because).format(**fill),
                instead=str(self.instead).format(**fill),
                field=field or self.field,
            )
        )

    @property
    def text(self) -> str:
        """The whole sentence as a person reads it."""
        tail = "".join(str(part) for part in (self.because and f"（{self.because}）", self.instead) if part)
        return f"{self.says}{tail}"


class Refused(Exception):
    """One or more refusals of one request; all faults are told at once."""

    def __init__(self, *refusals: Refusal):
        super().__init__("；".join(r.text for r in refusals))
        self.refusals = refusals

    @property
    def code(self) -> str:
        return self.refusals[0].code

    @property
    def text(self) -> str:
        return str(self)


NOT_FOUND = Refusal("not_found", _("找不到该记录。"), instead=_("请核对后重试。"), kind=Kind.MISSING)
NO_POWER = Refusal("no_power", _("您没有“{act}”的权限。"), instead=_("可办理的岗位：{roles}。"), kind=Kind.FORBIDDEN)
OUTSIDE_REACH = Refusal(
    "outside_reach",
    _("该组织不在您的办理范围内。"),
    instead=_("请选择本级或下级组织。"),
    kind=Kind.FORBIDDEN,
)
WRONG_STATE = Refusal(
    "wrong_state",
    _("当前状态为“{state}”，不能“{act}”。"),
    instead=_("请刷新页面查看最新状态。"),
    kind=Kind.CONFLICT,
)
CLASH = Refusal("clash", _("与已有记录冲突，没有办理。"), instead=_("请刷新页面核对后再办。"), kind=Kind.CONFLICT)
BUSY = Refusal("busy", _("此刻同时办理的人太多，没有办成。"), instead=_("请稍后再试。"), kind=Kind.BUSY)
ALREADY_DONE = Refusal("already_done", _("此事已经办理过。"), instead=_("请刷新页面查看结果。"), kind=Kind.CONFLICT)
KEY_REUSED = Refusal(
    "key_reused",
    _("同一办理编号被用于另一件事。"),
    instead=_("请重新打开页面再办。"),
    kind=Kind.CONFLICT,
)
SAME_PERSON = Refusal(
    "same_person",
    _("经办人与审批人不能是同一人。"),
    because=_("不相容岗位分离"),
    instead=_("请由另一位有权限的同事办理。"),
    kind=Kind.FORBIDDEN,
)
SIGN_IN_FIRST = Refusal("sign_in", _("请先登录。"), kind=Kind.SIGN_IN)
