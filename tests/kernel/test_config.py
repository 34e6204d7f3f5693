"""What a province decides holds from a day on, at its node and below."""

from datetime import timedelta

import pytest

from gonghui.kernel import config
from gonghui.kernel.clock import today
from gonghui.kernel.config import Setting
from gonghui.kernel.ledger.do import do
from gonghui.kernel.refusal import Refused
from gonghui.kernel.settings_acts import set_value
from gonghui.lines.organization.membership import acts
from tests.people import valid_id

KEY = "member.min_age"


def change(viewer, node, value, since, key=KEY):
    return do(set_value, viewer, node=node, what=key, value=value, since=since, why="省总发〔2026〕1号").subject


def test_a_value_set_by_the_province_holds_below_from_its_day_on(cast):
    day = today() + timedelta(days=10)
    change(cast.zhou, cast.nodes["province"], "18", day)
    union = cast.nodes["union"]
    assert [config.value(KEY, union, d) for d in (day - timedelta(days=1), day)] == [16, 18]
    assert config.value(KEY, None, day) == 18
    change(cast.li, cast.nodes["city"], "17", day)
    assert config.value(KEY, union, day) == 17 and config.value(KEY, cast.nodes["far"], day) == 18


def test_a_later_value_ends_the_one_before_it_and_the_past_keeps_its_own(cast):
    root, first = cast.nodes["province"], today()
    change(cast.zhou, root, "18", first)
    change(cast.zhou, root, "20", first + timedelta(days=30))
    rows = Setting.objects.for_act("test").order_by("since").values_list("value", "since", "until")
    assert list(rows) == [(18, first, first + timedelta(days=29)), (20, first + timedelta(days=30), None)]
    assert config.value(KEY, root, first + timedelta(days=29)) == 18


def test_the_age_set_today_is_the_age_an_application_is_judged_by(cast):
    seventeen = today().replace(day=1) - timedelta(days=17 * 366)
    number = valid_id(birth=f"{seventeen:%Y%m%d}")
    change(cast.zhou, cast.nodes["province"], "18", today())
    with pytest.raises(Refused) as no:
        do(acts.register, cast.wang, union=cast.unions["union"], name="林秀英", id_no=number)
    assert no.value.code == "membership.too_young" and "18" in no.value.text


@pytest.mark.parametrize(("key", "value"), [(KEY, "-1"), (KEY, "十八"), (KEY, "1.5"), (KEY, "9" * 12), ("member.count_retained", "也许")])
def test_a_value_of_another_type_is_refused_with_what_may_be_typed(cast, key, value):
    with pytest.raises(Refused) as no:
        change(cast.zhou, cast.nodes["province"], value, today(), key)
    assert no.value.code == "config.not_taken"


def test_nothing_is_set_backwards_twice_alike_or_before_a_later_value(cast):
    root = cast.nodes["province"]
    change(cast.zhou, root, "18", today() + timedelta(days=5))
    for value, days, code in (("18", -1, "backwards"), ("19", 0, "later_stands"), ("18", 9, "same")):
        with pytest.raises(Refused) as no:
            change(cast.zhou, root, value, today() + timedelta(days=days))
        assert no.value.code == f"config.{code}"
    with pytest.raises(Refused) as no:
        change(cast.wang, cast.nodes["district"], "18", today())
    assert no.value.code == "no_power"


def test_a_yes_or_no_is_kept_as_one(cast):
    made = change(cast.zhou, cast.nodes["province"], "是", today(), "member.count_retained")
    assert made.value is True and config.value("member.count_retained", cast.nodes["union"], today()) is True
