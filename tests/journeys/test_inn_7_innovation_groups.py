"""INN-7 Enterprise innovation groups: a group is set up, its project approved, completed, its benefit verified with proof."""

from gonghui.commons.parties.models import Team
from gonghui.lines.production.innovation.models import Result
from gonghui.lines.production.innovation.words import GROUP

from .by_program import photo
from .innovating import TODAY, workers
from .office import AtDesk, newest


def test_a_group_completes_a_project_and_another_hand_verifies_what_it_is_worth(cast):
    wang, sun, year = AtDesk(cast, "wang"), AtDesk(cast, "sun"), TODAY.year
    (one,) = workers(cast, 1)
    sun.does("parties.found_team", desk="innovation_teams", node=cast.nodes["union"], kind=GROUP, name="节能小组", since=TODAY)
    told = {"node": cast.nodes["union"], "kind": "project", "title": "空压机节能", "lead": one, "team": newest(Team)}
    sun.does("innovation.file", **told).refused("innovation.file", "同名", **told)
    project = newest(Result)
    sun.refused("innovation.adopt", "不能是同一人", project, reply="自己批")
    wang.does("innovation.adopt", project, reply="同意")
    sun.does("innovation.complete", project, on=TODAY, claimed=900_000)
    wang.figure("innovation.projects_completed", "UNION", year, 0).refused("innovation.verify", "须附证明", project, benefit=800_000)
    wang.does("innovation.send_back", project, why="请附电费单")
    sun.does("innovation.complete", project, on=TODAY, claimed=800_000, proof=photo())
    wang.does("innovation.verify", project, benefit=800_000)
    for key, value in (("groups", 1), ("projects_completed", 1), ("economic_benefit", 800_000)):
        wang.figure(f"innovation.{key}", "UNION", year, value)
    sun.reads(project, "节能小组", "800000.00")
