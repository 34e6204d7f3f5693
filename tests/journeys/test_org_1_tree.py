"""ORG-1 Federation tree: opened level by level, searched, and counted as of a date."""

import pytest


@pytest.mark.browser
def test_an_officer_opens_the_tree_level_by_level_and_finds_a_union(person):
    zhou = person("zhou").go("/office/tree/")
    zhou.says("河州省总工会")
    for name in ("河州省总工会", "临江市总工会", "临江市东湖区总工会"):
        zhou.page.get_by_label(f"展开 {name}").click()
    zhou.page.wait_for_selector("text=东湖纺织厂工会")
    zhou.look("org-1-tree").go("/office/tree/?q=dhfzc").says("东湖纺织厂工会").says("河州省总工会 › 临江市总工会 › 临江市东湖区总工会")


def test_a_figure_rolls_up_along_the_tree(program):
    zhou = program("zhou")
    told = {
        code: zhou("/figures/orgs.total@all", node=code, period="asof-2023-12-31").json()["value"] for code in ("PROV", "CITY", "DISTRICT", "UNION")
    }
    assert told == {"PROV": 10, "CITY": 6, "DISTRICT": 3, "UNION": 1}
    assert zhou("/figures/orgs.total@basic", node="PROV", period="asof-2019-12-31").json()["value"] == 0
