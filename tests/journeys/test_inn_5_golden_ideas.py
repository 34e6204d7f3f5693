"""INN-5 Golden ideas: handed in from the phone, taken in, answered, adopted, rewarded once."""

from datetime import date

from django.test import Client

from gonghui.commons.money.models import PayBatch, Payment, Source
from gonghui.lines.organization.membership.models import Membership
from gonghui.lines.production.innovation.models import Result
from tests.people import valid_id

from .innovating import TODAY
from .office import AtDesk, newest


def test_a_worker_hands_an_idea_in_and_follows_it_to_its_reward(cast):
    chen, sun, wang, qian, zhou = Client(), *(AtDesk(cast, name) for name in ("sun", "wang", "qian", "zhou"))
    chen.force_login(cast.accounts["chen"], backend="gonghui.faces.kit.signin.AccountBackend")
    join = {"union": cast.unions["union"].pk, "name": "陈明", "id_no": valid_id("19900307"), "employment": "contract", "agree": "on", "_key": "1"}
    assert chen.post("/portal/ideas/", {"title": "早了", "says": "x", "_key": "0"}).status_code == 409  # no member yet
    assert chen.post("/portal/join/", join).status_code == 302
    qian.does("membership.approve", newest(Membership))
    assert "我有金点子" in chen.get("/portal/").content.decode()
    for n, title in enumerate(("车间加装吸尘", "食堂分时就餐")):
        answer = chen.post("/portal/ideas/", {"title": title, "says": "问题、做法和效果", "_key": f"i{n}"})
        assert answer.status_code == 302
    first, second = newest(Result, title="车间加装吸尘"), newest(Result, title="食堂分时就餐")
    sun.sees("ideas", "车间加装吸尘").does("innovation.sort", first, kind="suggestion").does("innovation.adopt", first, reply="本月安装")
    sun.does("innovation.decline", second, reply="产线倒班不便")
    assert "产线倒班不便" in chen.get(f"/portal/my/result/{second.pk}/").content.decode()
    wang.figure("innovation.suggestions", "DISTRICT", TODAY.year, 2).figure("innovation.adoption_pct", "DISTRICT", TODAY.year, 50)
    zhou.does("money.declare_source", node=cast.nodes["district"], code="JDZ", name="合理化建议奖励", since=date(2020, 1, 1))
    for title in ("金点子奖励", "又一次奖励"):
        told = {
            "node": cast.nodes["district"],
            "kind": "idea_reward",
            "title": title,
            "source": newest(Source),
            "award_year": TODAY.year,
            "form": "cash",
        }
        wang.does("money.open_batch", **told)
        line = {"batch": newest(PayBatch), "amount": 300, "payee": "陈明", "cause": str(first.pk)}
        if title == "金点子奖励":
            wang.does("money.add", **line)
        else:
            wang.refused("money.add", "已", **line)
    assert newest(Payment).cause_id == first.pk
