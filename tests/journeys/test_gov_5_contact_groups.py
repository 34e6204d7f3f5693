"""GOV-5 Contact groups: a group of the city is linked with county unions, visits them, brings back problems that are solved."""

from gonghui.commons.parties.models import Team
from gonghui.lines.organization.governance import words

from .governing import TODAY, answered
from .office import AtDesk, newest


def test_a_group_is_linked_with_a_county_visits_it_and_its_problem_is_answered(cast):
    li, zhou, district = AtDesk(cast, "li"), AtDesk(cast, "zhou"), cast.nodes["district"]
    li.does("parties.found_team", node=cast.nodes["city"], kind="contact_group", name="第一工作组", since=TODAY)
    li.does("parties.add_member", newest(Team), unit=district, since=TODAY)
    visit = {
        "kind": "contact_visit",
        "node": cast.nodes["city"],
        "host": district,
        "title": "到东湖区走访",
        "held_on": TODAY,
        "at_place": "东湖区",
        "head_count": 5,
    }
    li.does("activities.record", **visit)
    answered(li, zhou, cast.nodes["city"], words.RAISED, "专职干部不足", "增加社会化工会工作者两名")
    for key, value in (("contact_groups", 1), ("contact_counties", 1), ("contact_coverage_pct", 50), ("contact_issues", 1)):
        zhou.figure(f"governance.{key}", "CITY", TODAY.year, value)
