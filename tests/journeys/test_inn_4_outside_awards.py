"""INN-4 Outside awards and patents: entries with proof beside the result; a patent filed is not a patent granted."""

from gonghui.commons.registers.models import RegisterEntry
from gonghui.lines.production.innovation.words import NATIONAL_AWARD, PATENT, PATENT_AWARD, WORLD_AWARD

from .by_program import photo
from .innovating import TODAY, done, workers
from .office import AtDesk, newest


def test_a_patent_is_filed_then_granted_and_awards_of_others_are_told_apart(cast):
    li, wang, sun = (AtDesk(cast, name) for name in ("li", "wang", "sun"))
    (one,) = workers(cast, 1)
    result = done(sun, wang, cast, one, "result", "染整余热回收")
    told = {"kind": PATENT, "title": "一种余热回收装置", "since": TODAY, "issuer": "国家知识产权局", "number": "CN2026001"}
    sun.does("innovation.note_award", result, **told, proof=photo())
    sun.refused("innovation.note_award", "已登记", result, **told | {"title": "另一种装置"})
    li.figure("innovation.patents_applied", "CITY", TODAY.year, 1).figure("innovation.patents_granted", "CITY", TODAY.year, 0)
    sun.does("registers.bring_into_force", newest(RegisterEntry), on=TODAY)
    li.figure("innovation.patents_applied", "CITY", TODAY.year, 1).figure("innovation.patents_granted", "CITY", TODAY.year, 1)
    for kind, title in ((NATIONAL_AWARD, "全国职工优秀技术创新成果三等奖"), (PATENT_AWARD, "中国专利优秀奖"), (WORLD_AWARD, "国际示范奖")):
        sun.does("innovation.note_award", result, kind=kind, title=title, since=TODAY, issuer="评奖单位")
    for key in ("national_awards", "patent_awards", "international_awards"):
        li.figure(f"innovation.{key}", "CITY", TODAY.year, 1)
    sun.reads(result, "中国专利优秀奖", "一种余热回收装置").sees("innovation_awards", "染整余热回收")
