"""CAM-1 Online campaigns: drafted, approved, live on the phone, taken part in by rule, closed, reported and counted."""

from datetime import timedelta

from gonghui.kernel import clock
from tests.commons.test_enrolment import worker

from .phones import Phone


def test_a_campaign_goes_live_is_taken_part_in_and_is_reported(cast, program):
    wang, li, today = program("wang"), program("li"), clock.today()
    rule = {"opens_on": today.isoformat(), "closes_on": (today + timedelta(days=5)).isoformat(), "each_day": 1}
    made = wang("/acts/campaigns.draft", {"node": cast.nodes["district"].pk, "title": "书香职工打卡", "sort": "check_in", **rule}).json()["subjects"][
        0
    ]
    phone = Phone(worker(cast, 1).account).go("campaigns/").lacks("书香职工打卡")
    assert li(f"/acts/campaigns.approve/{made}", {}).status_code == 200
    assert wang(f"/acts/campaigns.launch/{made}", {}).status_code == 200
    phone.go("campaigns/").says("书香职工打卡").go(f"campaigns/{made}/").send().says("已参加", "每人每日限 1 次")
    Phone(worker(cast, 2, "far").account).go(f"campaigns/{made}/").says("您目前不在其中")
    assert wang(f"/acts/campaigns.close/{made}", {}).status_code == 200
    assert wang(f"/acts/campaigns.report/{made}", {"says": "一人打卡"}).status_code == 200
    for key in ("campaigns.count", "campaigns.participations"):
        assert wang(f"/figures/{key}", node="DISTRICT", period=str(today.year)).json()["value"] == 1
