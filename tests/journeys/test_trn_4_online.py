"""TRN-4 Online learning products: a worker begins a course on the phone, learns its units, is tested and gets a certificate."""

from gonghui.kernel.ledger.do import do
from gonghui.lines.education.training import acts
from gonghui.lines.education.training.models import Learning
from tests.commons.test_enrolment import worker

from .conftest import the
from .phones import Phone


def test_a_course_is_learnt_on_the_phone_and_certified_in_the_office(cast, program):
    made = do(acts.propose, cast.wang, node=cast.nodes["district"], title="劳动法入门", topic="法律", hours=4, mode="online", units=2).subject
    online = do(acts.approve, cast.li, made).subject
    phone, wang = Phone(worker(cast, 1).account), program("wang")
    phone.go("act/training.learn/").send(course=str(online.pk)).says("劳动法入门", "已报名")
    pk = the(Learning).pk
    assert wang(f"/acts/training.test/{pk}", {"score": 90}).status_code == 409
    for _unit in range(2):
        phone.go(f"act/training.finish_unit/{pk}/").send().says("学习中")
    assert wang(f"/acts/training.test/{pk}", {"score": 90}).status_code == 200
    assert wang(f"/acts/training.certify/{pk}", {}).status_code == 200
    phone.go(f"my/learning/{pk}/").says("已发证", "GYPX")
    year = str(the(Learning).year)
    assert wang("/figures/training.online.certificates", node="DISTRICT", period=year).json()["value"] == 1
