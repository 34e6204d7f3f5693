"""ORG-5 Real-name organisation base: verified records against the declared number."""

from datetime import date

import pytest


@pytest.mark.browser
def test_declared_and_verified_stand_beside_each_other(person, stage):
    wang, today = person("wang"), date.today()
    wang.figure("orgs.realname_rate", "DISTRICT", today.year, "0.00 %")
    wang.does("orgs.verify", stage.unions["union"], on=today).says("已核验")
    wang.opens(stage.unions["union"]).says(today.isoformat())
    assert not wang.page.get_by_text("核验组织实名").count(), "what is verified is offered for verification again"
    wang.figure("orgs.realname_records", "DISTRICT", today.year, "1 家").says("东湖纺织厂工会")
    wang.figure("orgs.realname_rate", "DISTRICT", today.year, "50.00 %").says("东湖机械厂工会").look("org-5-rate")
