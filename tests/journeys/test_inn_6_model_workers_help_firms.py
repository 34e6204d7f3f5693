"""INN-6 Model workers help firms: a request, helpers, a visit to a crew, a solution the firm confirms, its benefit told once."""

from gonghui.commons.activities.models import Activity
from gonghui.commons.cases.models import Case
from gonghui.commons.parties.models import Team
from gonghui.lines.production.innovation.models import Result
from gonghui.lines.production.innovation.words import CREW, HELP, HELPERS, OUTREACH

from .innovating import TODAY, workers
from .office import AtDesk, newest


def test_a_problem_is_raised_visited_solved_and_its_benefit_verified(cast):
    li, wang, sun = (AtDesk(cast, name) for name in ("li", "wang", "sun"))
    helper, union, firm, year = workers(cast, 1)[0], cast.nodes["union"], cast.nodes["beside"], TODAY.year
    sun.does("parties.found_team", desk="innovation_teams", node=union, kind=HELPERS, name="助企劳模队", since=TODAY)
    sun.does("parties.add_member", newest(Team), person=helper, since=TODAY)
    wang.does("parties.found_team", desk="innovation_teams", node=firm, kind=CREW, name="一车间甲班", since=TODAY)
    crew = newest(Team)
    wang.does("cases.register", desk="firm_problems", node=cast.nodes["district"], kind=HELP, channel="visit", title="轴承过热", says="轴承过热停机")
    case = newest(Case)
    wang.does("activities.record", kind=OUTREACH, node=union, host=firm, title="助企第一期", held_on=TODAY, at_place="机械厂", head_count=12)
    session = newest(Activity)
    wang.does("innovation.note_visit", activity=session, crew=crew, helper=helper, matter=case)
    wang.refused("innovation.note_visit", "已登记过走访", activity=session, crew=crew, helper=helper, matter=case)
    for key, value in (("helpers", 1), ("outreach_sessions", 1), ("outreach_units", 1), ("outreach_teams", 1), ("problems_solved", 0)):
        li.figure(f"innovation.{key}", "CITY", year, value)
    told = {"title": "轴承润滑改进", "lead": helper, "claimed": 60000}
    wang.refused("innovation.declare_solution", "不能", case, **told)
    wang.does("cases.answer_at_once", case, answer="更换密封，企业确认解决")
    wang.does("innovation.declare_solution", case, **told).refused("innovation.declare_solution", "已申报", case, **told | {"title": "再报"})
    solution = newest(Result)
    wang.refused("innovation.verify", "不能是同一人", solution, benefit=50000)
    li.does("innovation.verify", solution, benefit=50000)
    li.figure("innovation.problems_solved", "CITY", year, 1).figure("innovation.economic_benefit", "CITY", year, 50000)
