"""INT-5 The court's platform: a coordinator is listed, a case is referred in, handled, and its result goes back."""

from datetime import date

from gonghui.commons.cases.models import Case
from gonghui.lines.review.integration.models import ExchangeMessage

from .office import AtDesk, newest

TODAY = date.today()


def test_a_case_comes_in_by_the_court_and_its_result_goes_back(cast):
    wang, sun, qian = (AtDesk(cast, name) for name in ("wang", "sun", "qian"))
    here = cast.nodes["district"]
    wang.does("registers.enter", desk="code_maps", node=here, kind="court_coordinator", title="协调员柳青", since=TODAY, in_force_from=TODAY)
    told = {"kind": "court_referral", "channel": "passed", "title": "追索劳动报酬", "says": "委托调解"}
    wang.does("cases.register", desk="court_referrals", node=here, **told)
    case = newest(Case)
    wang.does("cases.assign", case, to=cast.nodes["union"])
    sun.does("cases.accept", case).does("cases.handle", case, answer="双方达成协议", resolved=True)
    qian.does("cases.reply", case)
    wang.does("integration.queue", node=here, partner="court", title=f"结果返回：{case.number}")
    wang.does("integration.send", newest(ExchangeMessage)).does("integration.acknowledge", newest(ExchangeMessage))
    wang.figure("integration.court_referrals", "DISTRICT", TODAY.year, 1).figure("integration.acknowledged", "DISTRICT", TODAY.year, 1)
