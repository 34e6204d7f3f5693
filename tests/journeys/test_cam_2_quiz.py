"""CAM-2 Prize quiz: a paper on the phone is scored at once, prizes are drawn by a seed told beforehand, and listed for payment."""

from gonghui.commons.money.models import Payment
from gonghui.commons.parties.models import Person
from gonghui.kernel.clock import today
from gonghui.kernel.ledger.do import do
from gonghui.lines.education.campaigns import acts, rules
from gonghui.lines.education.campaigns.models import Campaign, Question
from tests.commons.test_enrolment import worker
from tests.lines.test_campaigns import live

from .conftest import the
from .phones import Phone


def test_a_paper_is_answered_scored_drawn_and_the_prize_listed(cast, program):
    quiz = live(cast, "quiz", paper=2, pass_score=60, prizes=1, prize="书券", prize_value=50)
    right, wrong = worker(cast, 1).account, worker(cast, 2).account
    phone = Phone(right).go(f"campaigns/{quiz.pk}/").says("书券 1 份", quiz.committed)
    asked = [q.pk for q in Question.objects.for_act("journey") if f'name="q{q.pk}"' in phone.text]
    assert len(asked) == 2
    phone.send(422).says("应回答 2 题")
    phone.send(**{f"q{pk}": "A" for pk in asked}).says("得分：100")
    lost = Phone(wrong).go(f"campaigns/{quiz.pk}/")
    lost.send(**{f"q{q.pk}": "B" for q in Question.objects.for_act("journey") if f'name="q{q.pk}"' in lost.text}).says("得分：0")
    wang, li = program("wang"), program("li")
    assert wang(f"/acts/campaigns.close/{quiz.pk}", {}).status_code == 200
    assert li(f"/acts/campaigns.draw/{quiz.pk}", {}).status_code == 200
    drawn = the(Campaign)
    assert rules.commitment(drawn.seed) == quiz.committed and drawn.drawn_on == today()
    phone.go("my/participations/").says("1").go(f"campaigns/{quiz.pk}/result/").says("1 人，每人一个抽奖号", "· 中奖", "自行复算")
    assert phone.client.get(f"/portal/campaigns/{quiz.pk}/draw.json").json()["commitment"] == quiz.committed
    source = program("zhou")(
        "/acts/money.declare_source", {"node": cast.nodes["province"].pk, "code": "F1", "name": "工会经费", "since": today().isoformat()}
    ).json()["subjects"][0]
    batch = wang(
        "/acts/money.open_batch",
        {"node": cast.nodes["district"].pk, "kind": "campaign.prize", "title": "奖品", "source": source, "award_year": today().year},
    ).json()["subjects"][0]
    assert wang(f"/acts/{acts.list_prizes.key}/{quiz.pk}", {"batch": batch}).status_code == 200
    assert the(Payment).person_id == the(Person, account=right).pk
    assert do(acts.report, cast.wang, drawn, says="已发放").subject.state == "reported"
