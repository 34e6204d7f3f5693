"""Jobs: what a vacancy may not say, who seeks where, and the tables a fair leaves behind. Bad input of the handbook, places and jobs, section 10."""

from datetime import timedelta
from decimal import Decimal

import pytest

from gonghui.commons.activities import acts as activities
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.refusal import Refused
from gonghui.lines.welfare.jobs import acts, words
from gonghui.lines.welfare.jobs.models import JobIntent, JobMatch, Vacancy
from gonghui.rehearsal.people import credit_code

from .test_tables import take_in

DAY = timedelta(days=1)


def post(cast, **told):
    usual = {
        "node": cast.nodes["district"],
        "firm": "东湖纺织厂",
        "uscc": credit_code(3),
        "title": "电工",
        "posts": 5,
        "until": clock.today() + 30 * DAY,
    }
    return do(acts.post, cast.wang, **usual | told).subject


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"title": "普工（限男性）"}, "jobs.biased"), ({"title": "收银员 35岁以下"}, "jobs.biased"), ({"title": "保安（交押金）"}, "jobs.biased"),
        ({"pay_low": Decimal(3), "pay_high": Decimal(5)}, "jobs.pay"), ({"pay_low": Decimal(6000), "pay_high": Decimal(4000)}, "jobs.pay"),
        ({"uscc": "91410102009000023Q"}, "parties.uscc_check"), ({"until": clock.today() - DAY}, "jobs.valid"), ({"until": clock.today() + 91 * DAY}, "jobs.valid"),
    ],
)  # fmt: skip
def test_a_vacancy_that_is_biased_ill_paid_or_stale_is_refused(cast, told, code):
    with pytest.raises(Refused) as no:
        post(cast, **told)
    assert no.value.refusals[0].code == code


def test_a_seeker_and_an_employer_have_one_intent_at_a_fair_whatever_the_post(cast):
    offered = [post(cast, title=title) for title in ("电工", "焊工")]
    do(acts.publish, cast.li, offered)
    told = {"name": "求职者", "phone": "13900000001", "on": clock.today()}
    first = do(acts.note_intent, cast.wang, vacancy=offered[0], **told).subject
    with pytest.raises(Refused):
        do(acts.note_intent, cast.wang, vacancy=offered[1], **told)
    do(acts.not_hire, cast.wang, first, why="未到岗")
    with pytest.raises(Refused):
        do(acts.hire, cast.wang, first, since=clock.today())
    assert JobIntent.objects.for_act("test").count() == 1 and not JobMatch.objects.for_act("test").exists()


def test_the_tables_of_a_fair_tell_every_bad_row_and_take_the_good_ones_once(cast):
    on, here = clock.today() - 3 * DAY, cast.nodes["district"]
    with clock.at(on):
        fair = do(activities.plan, cast.wang, kind=words.FAIR, title="招聘会", node=here, held_on=on, at_place="广场").subject
    until = on + 20 * DAY
    head = "组织编码,招聘会,用人单位,统一社会信用代码,岗位,招聘人数,工作地点,发布日期,有效期至"
    rows = [
        f"DISTRICT,{fair.pk},甲厂,{credit_code(1)},电工,5,,{on},{until}", f"DISTRICT,{fair.pk},甲厂,{credit_code(1)},电工,5,,{on},{until}",
        f"NOWHERE,{fair.pk},乙厂,{credit_code(2)},电工,5,,{on},{until}", f"DISTRICT,999999,乙厂,{credit_code(2)},电工,5,,{on},{until}",
        f"DISTRICT,{fair.pk},乙厂,123,电工,5,,{on},{until}", f"DISTRICT,{fair.pk},乙厂,{credit_code(2)},电工,99999,,{on},{until}",
        f"DISTRICT,{fair.pk},乙厂,{credit_code(2)},保姆（限女）,5,,{on},{until}", f"DISTRICT,{fair.pk},乙厂,{credit_code(2)},焊工,5,,{clock.today() + 9 * DAY},{until}",
        f"DISTRICT,{fair.pk},,{credit_code(2)},焊工,两人,,昨天,{until}", f"DISTRICT,,丙厂,{credit_code(4)},焊工,2,,{on},{until}",
    ]  # fmt: skip
    batch, told = take_in(cast.wang, here, "vacancies", "\n".join([head, *rows]))
    assert batch.done == 2 and {row for row, _code in told} == set(range(3, 11)), told
    assert {"form.twice", "form.not_on_the_list", "parties.uscc_check", "form.invalid", "jobs.biased"} <= {code for _row, code in told}
    again, _told = take_in(cast.wang, here, "vacancies", "\n".join([head, rows[0]]))
    assert again.good == 0
    first = Vacancy.objects.for_act("test").order_by("pk").first()
    assert (first.state, first.stand, first.slot > 0) == ("submitted", f"{fair.pk}:{credit_code(1)}", True)
    do(acts.publish, SYSTEM, [first])
    seekers = [
        f"DISTRICT,{first.pk},甲,{on},13900000001",
        f"DISTRICT,{first.pk},乙,{on},13900000001",
        f"DISTRICT,{first.pk},丙,{on},12345",
        f"DISTRICT,,丁,{on},13900000002",
    ]
    batch, told = take_in(cast.wang, here, "job_intents", "\n".join(["组织编码,岗位,姓名,达成意向日期,手机号", *seekers]))
    assert batch.done == 1 and [row for row, _code in told] == [3, 4, 5], told
    intent = JobIntent.objects.for_act("test").get()
    assert (intent.state, intent.since, intent.on, intent.stand) == ("agreed", on, on, first.stand)
    with pytest.raises(Refused):
        do(acts.note_intent, cast.wang, vacancy=first, name="甲", phone="13900000001", on=on)
