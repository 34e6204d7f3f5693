"""ORG-3 Regional and sector federations: a first courier federation, its firms joining and leaving, in the city's office."""

from datetime import date, timedelta

import pytest

from gonghui.lines.organization.orgs.models import Coverage, Union

from .conftest import the


@pytest.mark.browser
def test_a_courier_federation_covers_firms_that_join_and_leave(person):
    li, year, today = person("li"), date.today().year, date.today()
    first = today - timedelta(days=30)
    li.does("orgs.appoint", node="临江市总工会", kind="sector_league", name="临江市快递行业工会联合会", on=first).says("临江市快递行业工会联合会")
    league = the(Union, node__name="临江市快递行业工会联合会")
    li.does("orgs.mark_segment", league, segment="courier", since=first).says("已标记")
    li.does("parties.enter_employer", name="飞达快递", workers=12).says("飞达快递")
    li.does("orgs.cover", league, employer="飞达快递", since=first).says("已增加涵盖单位")
    li.does("orgs.cover", league, employer="飞达快递", since=today).says("该单位已在涵盖名单中").look("org-3-covered-already")
    li.figure("orgs.federations.city@courier", "CITY", year, "1 家").figure("orgs.federations.county", "CITY", year, "0 家")
    li.figure("orgs.covered_units", "CITY", year, "2 家").says("飞达快递")
    li.does("orgs.uncover", the(Coverage, employer__name="飞达快递"), on=today - timedelta(days=1)).says("已移出")
    li.figure("orgs.covered_units", "CITY", f"asof-{today - timedelta(days=1)}", "2 家").figure("orgs.covered_units", "CITY", year, "1 家")
