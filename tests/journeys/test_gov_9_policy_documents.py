"""GOV-9 Policy document register: drafted, checked by another, issued, on trial, in force, revised, repealed."""

from datetime import timedelta

from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.registers.words import DOCUMENT

from .governing import TODAY, put_in
from .office import AtDesk, newest


def test_a_document_is_checked_by_another_tried_and_repealed(cast):
    wang, li, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), cast.nodes["district"]
    draft = {"node": district, "kind": DOCUMENT, "title": "创新工作室管理办法", "number": "东工发〔2026〕1号", "issuer": "东湖区总工会"}
    wang.does("registers.propose", desk="documents", since=TODAY, **draft)
    wang.refused("registers.register", "不能", newest(RegisterEntry))  # whoever drafted it does not check it
    li.does("registers.decline", newest(RegisterEntry), why="缺合法性审查意见")
    put_in(wang, li, "documents", **draft)
    li.figure("governance.documents", "CITY", TODAY.year, 1).figure("governance.documents@in_force", "CITY", TODAY, 0)
    wang.does("registers.bring_into_force", newest(RegisterEntry), on=TODAY, until=TODAY + timedelta(days=730))
    li.figure("governance.documents@in_force", "CITY", TODAY, 1)
    wang.does("registers.end", newest(RegisterEntry), on=TODAY, why="已由新办法代替").sees("documents", "已终止")
