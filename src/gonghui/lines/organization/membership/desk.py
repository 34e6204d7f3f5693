"""What people see of members and may do."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Column, Desk

from . import acts, more_desks, stay_acts, words  # noqa: F401  (more desks are declared by being read)
from .models import Card, Correction, Membership, Transfer

GROUP = _("组织工作")
ID = Column("id_masked", _("身份证号"), lambda m: m.person.id_masked)
PHONE = Column("phone_masked", _("手机号"), lambda m: m.person.phone_masked)
NAME = Column("person", _("姓名"), lambda m: str(m.person), order="person__name")
CHANNEL = Column("channel", _("渠道"), lambda m: words.CHANNELS.get(m.channel, m.channel))
VERIFIED = Column("verified", _("实名"), lambda m: _("已核验") if m.person.verified_on else _("未核验"))

Desk(
    noun=Membership, label=_("会员"), group=GROUP, icon="groups",
    columns=(NAME, "number", ID, "node", "new_form", "since", VERIFIED, "state"), related=("person", "node"),
    detail=(NAME, ID, PHONE, "number", "node", "employment", "new_form", "employer", "applied_on", "since", "until", CHANNEL, VERIFIED, "state"),
    filters=("state", "new_form", "since"), search=("^person__name", "^person__pinyin", "^person__initials", "=number"),
    acts=(
        acts.register, acts.approve, acts.approve_many, acts.reject, acts.cancel, stay_acts.start_transfer, stay_acts.retain, stay_acts.resume,
        stay_acts.change_form, stay_acts.request_card, stay_acts.note_withdrawal, stay_acts.auto_withdraw, stay_acts.expel,
        stay_acts.note_death, stay_acts.leave, stay_acts.ask_correction, acts.apply,
    ),
    work=("applied",), own=True, own_label=_("我的入会记录"), personal=True, row_label=lambda m: str(m.person),
    exported_by=("grassroots_chair", "county_officer", "city_officer", "province_officer"),
    empty=_("还没有会员。可以在“批量导入”中上传名册，或让职工扫码入会。"),
)  # fmt: skip

Desk(
    noun=Transfer, label=_("会籍接转"), group=GROUP, icon="swap_horiz",
    columns=(Column("member", _("会员"), lambda t: str(t.membership.person)), "origin", "to", "asked_on", "settled_on", "state"),
    related=("membership__person", "origin__node", "to__node", "node"), filters=("state", "asked_on"),
    search=("membership__person__name", "membership__person__initials"), work=("asked",), own=True, own_label=_("我的会籍接转"), personal=True,
    acts=(stay_acts.accept_transfer, stay_acts.return_transfer),
)  # fmt: skip

Desk(
    noun=Card, label=_("会员服务卡"), group=GROUP, icon="badge",
    columns=("number", Column("member", _("会员"), lambda c: str(c.membership.person)), "node", "asked_on", "since", "until", "state"),
    related=("membership__person", "node"), filters=("state", "since"), search=("number", "membership__person__name"),
    acts=(stay_acts.issue_card, stay_acts.report_lost, stay_acts.cancel_card), work=("requested",), own=True, own_label=_("我的会员服务卡"), personal=True,
)  # fmt: skip

Desk(
    noun=Correction, label=_("信息更正请求"), group=GROUP, icon="edit_note",
    columns=(Column("member", _("会员"), lambda c: str(c.membership.person)), "says", "asked_on", "settled_on", "state"),
    detail=(Column("member", _("会员"), lambda c: str(c.membership.person)), "node", "says", "asked_on", "answer", "settled_on", "state"),
    related=("membership__person", "node"), filters=("state",), acts=(stay_acts.settle_correction, stay_acts.refuse_correction),
    work=("filed",), own=True, own_label=_("我的更正请求"), personal=True,
)  # fmt: skip
