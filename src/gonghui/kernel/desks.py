"""Desks of the kernel's own nouns: accounts, grants, batches, files, the ledger."""

from json import loads

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from . import settings_acts
from .access import acts as access_acts
from .access.models import Account, Grant
from .access.roles import OFFICERS, SEERS
from .config import Setting
from .desk import DESKS, Column, Desk
from .evidence.files import SHOWN
from .evidence.models import Attachment
from .intake import acts as intake_acts
from .intake.models import Batch
from .intake.sheet import SHEETS
from .ledger.act import ACTS
from .ledger.models import Event
from .marks import Mark
from .notices.models import Message
from .tree.models import Node

WENT_TO = Column("went_to", _("新状态"), lambda e: state_label(e.noun, e.went_to))
SECURITY, GENERAL = _("安全审计"), _("综合")
ADMINS = ("system_admin", "security_admin", "audit_admin")


def model_of(name: str):
    """The model of a table the ledger names; what only the ledger itself speaks of has none."""
    try:
        return apps.get_model(name)
    except LookupError:
        return None


def noun_label(name: str) -> str:
    """What people call the records of a table."""
    model = model_of(name)
    return str(DESKS[name].label if name in DESKS else model._meta.verbose_name if model else _("台账链"))


def state_label(name: str, state: str) -> str:
    """A state of a table's records, in words."""
    model = model_of(name)
    named = next((dict(field.flatchoices) for field in model._meta.fields if field.name == "state"), {}) if model else {}
    return str(named.get(state, state))


def changes(event: Event) -> str:
    """What changed, field by field, before and after, under the names people know."""
    model = model_of(event.noun)
    if model is None:
        return event.changes
    fields, told = {field.attname: field for field in model._meta.fields}, []
    for name, pair in loads(event.changes).items():
        field = fields.get(name)
        if field is None or (field.editable and not field.primary_key):
            told.append(f"{field.verbose_name if field else name}：{' → '.join(_value(field, value) for value in pair)}")
    return "；".join(told)


def _value(field, value) -> str:
    if value in (None, ""):
        return "—"
    if isinstance(value, bool):
        return str(_("是") if value else _("否"))
    return str(dict(field.flatchoices).get(value, value) if field else value)


Desk(
    noun=Node, label=_("组织名录"), group=_("组织工作"), icon="lan", columns=("name", "code", Column("kind", _("类型"), lambda n: n.kind_label), "parent", "since", "until"),
    related=("parent",), filters=("since",), search=("~sought",), order=("path",), seen_by=(*SEERS, *ADMINS),
)  # fmt: skip

Desk(
    noun=Batch, label=_("批量导入"), group=GENERAL, icon="upload_file",
    columns=("name", Column("kind", _("表类"), lambda b: SHEETS[b.kind].label if b.kind in SHEETS else b.kind), "node", "total", "good", "bad", "done", "state", "at"),
    related=("node", "account"), filters=("state", "at"), acts=(intake_acts.check, intake_acts.start, intake_acts.drop), seen_by=intake_acts.HANDS, own=True,
    work=("checked",), empty=_("还没有导入。先下载模板，填好后上传，先校验再写入。"),
)  # fmt: skip

Desk(
    noun=Account, label=_("账号"), group=SECURITY, icon="manage_accounts", columns=("login", "name", "node", "is_active"), related=("node",),
    filters=("is_active",), search=("login", "name"), seen_by=("system_admin", "security_admin", "audit_admin"),
    acts=(access_acts.open_account, access_acts.close_account, access_acts.make_token, access_acts.sign_out_everywhere), own=True, personal=True,
)  # fmt: skip

Desk(
    noun=Grant, label=_("岗位授权"), group=SECURITY, icon="key", columns=("account", Column("role", _("岗位"), lambda g: g.get_role_display()), "node", "since", "until", "revoked_at"),
    related=("account", "node"), filters=("since",), search=("account__login", "account__name"), seen_by=("security_admin", "audit_admin"),
    acts=(access_acts.grant, access_acts.revoke), own=True, personal=True,
)  # fmt: skip

Desk(
    noun=Event, label=_("操作记录"), group=SECURITY, icon="receipt_long",
    columns=(
        Column("at", _("时间"), lambda e: e.link.at), Column("act", _("办理事项"), lambda e: ACTS[e.link.act].label if e.link.act in ACTS else e.link.act),
        Column("actor", _("办理人"), lambda e: e.link.actor or "—"), Column("noun", _("记录类型"), lambda e: noun_label(e.noun)), "subject", "node", WENT_TO,
    ),
    detail=(
        Column("at", _("时间"), lambda e: e.link.at), Column("act", _("办理事项"), lambda e: ACTS[e.link.act].label if e.link.act in ACTS else e.link.act),
        Column("actor", _("办理人"), lambda e: e.link.actor or "—"), Column("why", _("理由"), lambda e: e.link.why), Column("noun", _("记录类型"), lambda e: noun_label(e.noun)),
        "subject", "node", "on", Column("came_from", _("原状态"), lambda e: state_label(e.noun, e.came_from)), WENT_TO, Column("changes", _("变更"), changes),
    ),
    related=("link__actor", "node"), filters=("on",), search=("link__act",), seen_by=("audit_admin", "auditor"),
)  # fmt: skip

Desk(
    noun=Message, label=_("我的消息"), group=GENERAL, icon="mail", columns=("text", "at"), seen_by=(), own=True, order=("-pk",), personal=True,
)  # fmt: skip

Desk(
    noun=Attachment, label=_("附件"), group=GENERAL, icon="attach_file", columns=("name", Column("mime", _("类型"), lambda a: SHOWN.get(a.mime, a.mime)), "size", "node", "account", "at"), related=("node", "account"),
    filters=("at",), search=("name",), seen_by=OFFICERS, own=True,
)  # fmt: skip

Desk(
    noun=Setting, label=_("参数配置"), group=GENERAL, icon="tune",
    columns=(
        Column("label", _("参数"), lambda s: s.config.label if s.config else s.key), Column("shown", _("值"), lambda s: s.shown), "node", "since", "until",
        Column("default", _("默认"), lambda s: s.config.shown(s.config.default) if s.config else "—"), Column("source", _("依据"), lambda s: s.config.source if s.config else "—"),
    ),
    related=("node",), filters=("since",), search=("key",), order=("key", "-since", "-pk"), acts=(settings_acts.set_value,), seen_by=SEERS,
    empty=_("都按默认值办理。"),
)  # fmt: skip

Desk(
    noun=Mark, label=_("时限提醒"), group=GENERAL, icon="alarm",
    columns=(
        Column("label", _("事项"), lambda m: m.label), "node", Column("noun", _("记录类型"), lambda m: noun_label(m.noun)), "subject", "due_on",
        Column("told", _("时限"), lambda m: m.told), "hand", "on", "done_on", "state",
    ),
    related=("node", "hand"), filters=("state", "due_on", "on"), search=("~node__sought",), order=("done_on", "due_on", "pk"), work=("open",),
    empty=_("没有临期或逾期的事项。"),
)  # fmt: skip
