"""INN-1 Science festival: results handed in, recommended level by level, reviewed, posted, named; its edition and who took part."""

from gonghui.commons.activities.models import Activity
from gonghui.lines.production.innovation.words import FESTIVAL, NAMED_RESULT

from .innovating import TODAY, called, conferred, done, workers
from .office import AtDesk, newest


def test_a_result_goes_from_the_workshop_to_a_provincial_title(cast):
    zhou, li, wang, sun = (AtDesk(cast, name) for name in ("zhou", "li", "wang", "sun"))
    held = {"kind": FESTIVAL, "node": cast.nodes["province"], "title": "职工科技节", "held_on": TODAY, "at_place": "会展中心", "head_count": 500}
    zhou.does("activities.record", desk="innovation_events", **held)
    zhou.does("activities.describe", newest(Activity), edition=7).figure("innovation.festival.ordinal", "PROV", TODAY.year, 7)
    one, two = workers(cast, 2)
    result = done(sun, wang, cast, one, "result", "细纱机断头自停", authors=[two])
    round = called(zhou, cast, NAMED_RESULT, "优秀创新成果")
    sun.does("innovation.enter", result, round=round, brief="断头率下降三成")
    sun.refused("innovation.enter", "已申报", result, round=round, brief="再报一次")
    for key, value in (("projects_submitted", 1), ("participants", 2), ("results_named", 0)):
        zhou.figure(f"innovation.{key}", "PROV", TODAY.year, value)
    conferred(sun, wang, li, zhou)
    zhou.figure("innovation.results_named", "DISTRICT", TODAY.year, 1).figure("innovation.methods_named", "PROV", TODAY.year, 0)
    sun.reads(result, "优秀创新成果", two.name).sees("innovation_titles", "细纱机断头自停")
