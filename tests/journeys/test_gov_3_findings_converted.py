"""GOV-3 Investigation findings conversion list: report, finding, measure, policy; each link of the chain is counted."""

from gonghui.commons.tasks.words import CONVERSION
from gonghui.lines.organization.governance import words

from .governing import TODAY, carried_out, found, opened, put_in
from .office import AtDesk


def test_a_report_leads_to_findings_measures_and_a_policy_and_each_is_counted(cast):
    wang, li, sun, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), AtDesk(cast, "sun"), cast.nodes["district"]
    wang.does("registers.propose", desk="research_reports", node=district, kind=words.RESEARCH, title="还在调研", since=TODAY)
    report = put_in(wang, li, "research_reports", node=district, kind=words.RESEARCH, title="外卖骑手权益调研报告")
    whole = opened(wang, district, CONVERSION, "report", "governance_lists", "调研成果转化")
    finding = found(wang, whole, "参保率低", source=report.title)
    task = carried_out(wang, sun, li, whole, "出台参保补贴", cast.nodes["union"], finding)
    wang.does("tasks.note_outcome", task, outcome="policy", title="骑手参保补贴办法", on=TODAY, number="东工发〔2026〕8号")
    wang.does("tasks.note_outcome", task, outcome="solved", title="三名骑手补缴", on=TODAY).reads(
        whole, "报告 1、问题 1、措施 1（办结 1）、政策机制 1"
    )
    for key in ("reports", "measures", "policies"):
        li.figure(f"governance.research.{key}", "CITY", TODAY.year, 1)
