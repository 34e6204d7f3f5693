"""INT-8 Messaging account: a course list is drafted with its deep link, approved by another, pushed on a day."""

from datetime import date

from gonghui.commons.registers.models import RegisterEntry

from .office import AtDesk, newest

TODAY = date.today()


def test_a_push_is_approved_by_another_and_counts_when_it_is_out(cast):
    wang, li = AtDesk(cast, "wang"), AtDesk(cast, "li")
    told = {"kind": "account_push", "title": "公益课程上线", "since": TODAY, "address": "https://example.org/courses", "note": "次日 9 时开放"}
    wang.does("registers.propose", desk="account_pushes", node=cast.nodes["district"], **told)
    entry = newest(RegisterEntry)
    wang.refused("registers.register", "不能是同一人", entry)
    li.does("registers.register", entry).figure("integration.pushes", "CITY", TODAY.year, 0)
    li.does("registers.bring_into_force", entry, on=TODAY).figure("integration.pushes", "CITY", TODAY.year, 1)
