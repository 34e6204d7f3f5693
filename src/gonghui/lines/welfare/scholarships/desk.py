"""What people see of study aid: requests, their lists and payments."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.desk import BATCH_ACTS, LINE_ACTS
from gonghui.commons.money.models import PayBatch, Payment
from gonghui.kernel.desk import Desk

from . import acts, words
from .models import Student

GROUP = _("生活保障")

Desk(
    noun=Student, label=_("助学申请"), group=GROUP, icon="school",
    columns=("name", "aid", "year", "node", "worker", "level", "family", "amount", "state"), related=("node",),
    detail=("name", "aid", "year", "node", "worker", "family", "school", "level", "plan", "asked_on", "amount", "feedback", "graduated_on", "state"),
    filters=("state", "aid", "level", "family", "asked_on"), search=("^name", "^worker", "school"), work=("applied", "checked", "approved"), own=True,
    own_label=_("我的助学申请"), own_columns=("name", "aid", "year", "school", "node", "amount", "state"), personal=True, exported_by=("county_officer", "city_officer", "province_officer"),
    acts=(acts.apply, acts.enter, acts.check, acts.approve, acts.approve_many, acts.refuse, acts.withdraw, acts.pay, acts.follow_up),
    empty=_("还没有助学申请。职工可在手机上申请，也可由工会代为申报。"),
)  # fmt: skip

Desk(
    noun=PayBatch, slug="study_batches", kinds=tuple(words.Aid.values), label=_("助学发放批次"), group=GROUP, icon="payments",
    columns=("title", "node", "source", "award_year", "count", "total", "on", "state"), related=("node", "source"), filters=("state", "on"),
    search=("title",), order=("-on", "-pk"), acts=BATCH_ACTS,
)  # fmt: skip

Desk(
    noun=Payment, slug="study_payments", kinds=tuple(words.Aid.values), label=_("助学发放明细"), group=GROUP, icon="receipt",
    columns=("payee", "amount", "node", "award_year", "paid_on", "state"), related=("node",), filters=("state", "paid_on"), search=("^payee",),
    acts=LINE_ACTS, personal=True,
)  # fmt: skip
