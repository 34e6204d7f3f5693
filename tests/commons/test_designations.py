"""Titles: who may enter which, none twice, none by mistake counted, taken in by batch."""

from datetime import date

from gonghui.commons.designations import acts, scheme_acts
from gonghui.commons.designations.models import Designation
from gonghui.kernel import clock
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.do import do
from tests.lines.test_tables import take_in
from tests.refusals import refused

DAY = date(2024, 5, 1)
HEAD = "称号,所在组织编码,对象类型,姓名（名称）,身份证号,批次,授予日期,授予单位,文号,证书编号,存疑说明\n"


def scheme(cast, by="zhou", node="province", **more):
    what = {"kind": "craftsman", "name": "河州工匠", "tier": "province", "issuer": "河州省总工会", "holders": ["person"], "since": date(2020, 1, 1)}
    return do(scheme_acts.declare_scheme, cast.viewer(by), node=cast.nodes[node], **what | more).subject


def test_a_title_of_ours_is_entered_only_where_it_is_given(cast):
    title, held = scheme(cast), {"node": cast.nodes["union"], "holder": "person", "name": "林师傅", "awarded_on": DAY}
    assert refused(do, acts.record, cast.wang, scheme=title, **held) == "designations.not_issuer"
    row = do(acts.record, cast.zhou, scheme=title, **held).subject
    assert (row.tier, row.kind, row.number, row.state) == ("province", "craftsman", f"2024-{title.pk}-00001", "standing")
    other = scheme(cast, name="全国工匠", tier="national", issuer="外单位", outer=True)
    assert do(acts.record, cast.wang, scheme=other, **held).subject.outer


def test_a_title_goes_only_to_its_sort_of_holder_and_where_it_is_in_use(cast):
    city = scheme(cast, by="li", node="city", name="临江工匠", tier="city")
    held = {"holder": "person", "name": "林师傅", "awarded_on": DAY}
    assert refused(do, acts.record, cast.li, scheme=city, node=cast.nodes["union"], **held | {"holder": "team"}) == "designations.wrong_holder"
    assert refused(do, acts.record, cast.zhou, scheme=city, node=cast.nodes["far"], **held) == "designations.elsewhere"
    with clock.at(date(2024, 4, 30)):
        assert refused(do, acts.record, cast.li, scheme=city, node=cast.nodes["union"], **held) == "designations.in_future"


def test_one_holder_has_a_title_once_a_batch(cast):
    title = scheme(cast, holders=["unit"])
    held = {"scheme": title, "node": cast.nodes["district"], "holder": "unit", "unit": cast.nodes["union"], "awarded_on": DAY}
    first = do(acts.record, cast.zhou, batch="2024年", **held).subject
    assert refused(do, acts.record, cast.zhou, batch="2024年", **held) == "designations.held_already"
    do(acts.record, cast.zhou, batch="2025年", **held)
    do(acts.correct, cast.zhou, first, why="文件误读")
    do(acts.record, cast.zhou, batch="2024年", **held)


def test_the_higher_title_follows_the_lower_one(cast):
    lower = scheme(cast, by="li", node="city", name="临江工匠", tier="city")
    higher = scheme(cast, needs=lower)
    held = {"node": cast.nodes["union"], "holder": "person", "name": "林师傅"}
    assert refused(do, acts.record, cast.zhou, scheme=higher, awarded_on=DAY, **held) == "designations.needs_lower"
    first = do(acts.record, cast.li, scheme=lower, awarded_on=date(2023, 5, 1), **held).subject
    assert do(acts.record, cast.zhou, scheme=higher, awarded_on=DAY, **held).subject.raises == first


def test_a_withdrawn_title_was_given_but_no_longer_stands(cast):
    row = do(acts.record, cast.zhou, scheme=scheme(cast), node=cast.nodes["union"], holder="person", name="林师傅", awarded_on=DAY).subject
    other = cast.viewer("zhou")
    assert refused(do, acts.withdraw, other, row, on=date(2024, 9, 1), document="河工〔2024〕9号", why="弄虚作假") == "same_person"
    assert row.ended_on is None


def test_a_batch_of_titles_goes_in_as_a_table(cast):
    scheme(cast)
    scheme(cast, name="模范职工之家", holders=["unit"])
    lines = [f"河州工匠,UNION,个人,工匠{n},,2023年,2023-04-28,,河工〔2023〕7号,,\n" for n in range(60)]
    lines += ["模范职工之家,DISTRICT,单位（组织）,,,2023年,2023-04-28,,,,\n", "河州工匠,UNION,个人,工匠0,,2023年,2023-04-28,,,,\n"]
    lines += ["河州工匠,UNION,班组（集体）,一班,,,2023-04-28,,,,\n", "没有的称号,FAR,个人,某,,,2023-13-01,,,,\n"]
    batch, told = take_in(cast.zhou, cast.nodes["province"], "designations", HEAD + "".join(lines))
    assert batch.done == 61
    assert told == [
        (63, "designations.held_already"),
        (64, "designations.wrong_holder"),
        (65, "designations.elsewhere"),
        (65, "designations.in_future"),
    ]
    assert Designation.objects.for_act("test").get(holder="unit").unit == cast.nodes["district"]
    batch, told = take_in(cast.li, cast.nodes["city"], "designations", HEAD + lines[0])
    assert (batch.good, {code for _row, code in told}) == (0, {"designations.held_already", "designations.not_issuer"})
    assert verify() is None
