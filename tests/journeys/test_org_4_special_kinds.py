"""ORG-4 Special union kinds: resettlement sites with their dated list, and an association of the new social class."""

from datetime import date

import pytest

from gonghui.lines.organization.orgs.models import Site

from .conftest import the


@pytest.mark.browser
def test_coverage_of_resettlement_sites_names_what_is_missing_and_then_nothing(person):
    wang, listed, year = person("wang"), date(2022, 1, 1), date.today().year
    for name in ("东湖安置点", "南山安置点"):
        wang.does("orgs.list_site", node="东湖区总工会", name=name, since=listed).says(name)
    wang.does("orgs.cover_site", the(Site, name="东湖安置点"), union="东湖纺织厂工会", on=date(2022, 5, 1)).says("已登记建会")
    wang.figure("orgs.resettlement_coverage_pct", "DISTRICT", year, "50.00 %").says("南山安置点").look("org-4-half")
    wang.does("orgs.cover_site", the(Site, name="南山安置点"), union="东湖机械厂工会", on=date(2023, 5, 1)).says("已登记建会")
    wang.figure("orgs.resettlement_coverage_pct", "DISTRICT", year, "100.00 %").figure("orgs.resettlement_coverage_pct", "UNION", year, "—")


@pytest.mark.browser
def test_an_association_union_of_the_new_social_class_is_counted_once(person):
    li, year = person("li"), date.today().year
    li.does("orgs.appoint", node="临江市总工会", kind="association", name="临江市新联会工会", on=date(year, 1, 6)).says("临江市新联会工会")
    li.figure("orgs.new_class_unions", "CITY", year, "1 家").figure("orgs.new_class_unions", "CITY", year - 1, "0 家")
