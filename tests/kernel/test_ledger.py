"""History cannot be rewritten quietly; a refused act leaves nothing; the same key gets the same answer."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from gonghui.kernel.evidence import files
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.models import Chain, Event, Link
from gonghui.kernel.refusal import Refused
from gonghui.lines.education.lectures import acts as lectures
from gonghui.lines.organization.membership import acts
from tests.people import valid_id


@pytest.fixture
def written(cast):
    for serial in ("002", "004", "006"):
        do(acts.register, cast.sun, union=cast.unions["union"], name="林秀英", id_no=valid_id(serial=serial))
    return cast


def sql(text, *values):
    with connection.cursor() as cursor:
        cursor.execute(text, values)


TAMPERINGS = {
    "a word of an event": lambda link: sql("UPDATE kernel_event SET changes = '{}' WHERE link_id = %s", link.pk),
    "an event taken out": lambda link: sql("DELETE FROM kernel_event WHERE link_id = %s AND n = 0", link.pk),
    "an event moved to another record": lambda link: sql("UPDATE kernel_event SET subject = 1 WHERE link_id = %s", link.pk),
    "another actor": lambda link: sql("UPDATE kernel_link SET actor_id = NULL WHERE id = %s", link.pk),
    "another time": lambda link: sql("UPDATE kernel_link SET at = '2020-01-01 00:00:00+00' WHERE id = %s", link.pk),
    "a link taken out": lambda link: (sql("DELETE FROM kernel_event WHERE link_id = %s", link.pk), sql("DELETE FROM kernel_link WHERE id = %s", link.pk)),
    "an event put in": lambda link: sql(
        "INSERT INTO kernel_event (link_id, n, noun, subject, node_id, \"on\", came_from, went_to, changes)"
        " SELECT link_id, 99, noun, subject, node_id, \"on\", came_from, went_to, changes FROM kernel_event WHERE link_id = %s AND n = 0", link.pk),
    "the head set back": lambda link: sql("UPDATE kernel_chain SET seq = seq - 1 WHERE stream = %s", link.chain_id),
    "a whole chain removed": lambda link: (
        sql("DELETE FROM kernel_event WHERE link_id IN (SELECT id FROM kernel_link WHERE chain_id = %s)", link.chain_id),
        sql("DELETE FROM kernel_link WHERE chain_id = %s", link.chain_id), sql("DELETE FROM kernel_chain WHERE stream = %s", link.chain_id)),
}  # fmt: skip


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_named(written, name):
    assert verify() is None
    link = Link.objects.filter(act="membership.register", chain__pk__startswith="organization").order_by("seq")[1]
    TAMPERINGS[name](link)
    broken = verify()
    assert broken and link.chain_id in broken, (name, broken)


def test_even_the_chain_of_births_cannot_vanish(written):
    TAMPERINGS["a whole chain removed"](Link.objects.filter(chain="chains").first())
    assert "chains" in verify()


def test_acts_of_two_counties_do_not_share_a_chain(written):
    do(acts.register, written.li, union=written.unions["above_beside"], name="王建国", id_no=valid_id(serial="018"))
    streams = set(Chain.objects.filter(pk__startswith="organization_membership").values_list("pk", flat=True))
    assert len(streams) == 2


def test_a_refused_act_leaves_nothing(cast):
    before = Event.objects.for_act("test").count(), Link.objects.count()
    with pytest.raises(Refused):
        do(acts.register, cast.sun, union=cast.unions["union"], name="林", id_no="1")
    assert (Event.objects.for_act("test").count(), Link.objects.count()) == before


def test_one_key_for_two_things_is_refused(cast):
    do(acts.register, cast.sun, key="k", union=cast.unions["union"], name="林秀英", id_no=valid_id())
    with pytest.raises(Refused) as no:
        do(acts.register, cast.sun, key="k", union=cast.unions["union"], name="林秀芬", id_no=valid_id())
    assert no.value.code == "key_reused"


def test_personal_data_stand_in_the_ledger_only_as_keyed_hashes(written):
    text = "".join(Event.objects.for_act("test").values_list("changes", flat=True))
    assert "林秀英" not in text and valid_id() not in text and "1989-12-31" not in text


def test_a_file_of_a_failed_act_does_not_stay(cast, settings):
    from datetime import date
    from io import BytesIO

    from PIL import Image

    picture = BytesIO()
    Image.new("RGB", (9, 9)).save(picture, "PNG")
    same = {"node": cast.nodes["union"], "series": ["women"], "title": "讲", "held_on": date(2024, 3, 1), "at_place": "礼堂", "head_count": 9}

    def upload():
        return SimpleUploadedFile("../../a\u202e.png", picture.getvalue())

    made = do(lectures.file, cast.sun, photo=upload(), **same).subject
    (kept,) = files.of(made)
    assert kept.name == "a.png" and files.path_of(kept.sm3).exists()

    class Broken(Exception):
        pass

    def fail(ctx, *args, **more):
        files.keep(ctx, made, SimpleUploadedFile("b.png", picture.getvalue() + b" "))
        raise Broken

    from gonghui.kernel.ledger.house import by_house

    with pytest.raises(Broken):
        by_house("tests.fail", fail)
    assert [p.name for p in settings.MEDIA_ROOT.glob("??/*")] == [bytes(kept.sm3).hex()]
    stray = settings.MEDIA_ROOT / "ab" / "abc"
    stray.parent.mkdir()
    stray.write_bytes(b"left by a crash")
    assert files.sweep() == 1 and not stray.exists() and files.path_of(kept.sm3).exists()
