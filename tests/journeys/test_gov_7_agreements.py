"""GOV-7 Cooperation agreements and regional support: negotiated, signed, in force, acted on every year, expired."""

from datetime import timedelta

from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel import clock
from gonghui.kernel.clocks import strike
from gonghui.lines.organization.governance import words

from .governing import TODAY, opened, put_in
from .office import AtDesk, newest


def test_an_agreement_is_signed_acted_on_and_expires(cast):
    li, zhou, province = AtDesk(cast, "li"), AtDesk(cast, "zhou"), cast.nodes["city"]
    put_in(li, zhou, "agreements", node=province, kind=words.COOPERATION, title="与外省总工会框架协议", holder_name="外省总工会", topic="框架协议")
    signed = newest(RegisterEntry)
    li.does("registers.bring_into_force", signed, on=TODAY, until=TODAY + timedelta(days=364))
    held = {"kind": words.EXCHANGE, "node": province, "title": "技能交流", "held_on": TODAY, "at_place": "外省", "head_count": 12}
    li.does("activities.record", desk="leader_visits", **held)
    whole = opened(li, province, words.SUPPORT, "programme", "governance_lists", "支持新区发展措施")
    li.does("tasks.set", tasks_of=whole, title="援建实训基地", due_on=TODAY)
    for key in ("cooperation_agreements", "exchanges", "support_measures"):
        zhou.figure(f"governance.{key}", "CITY", TODAY.year, 1)
    with clock.at(TODAY + timedelta(days=366)):
        strike("registers.term_ends")
        li.sees("agreements", "已终止")
