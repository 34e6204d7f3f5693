"""HON-7 Star station keepers: each city has its seats, a keeper goes up level by level, is posted and named; the certificate is verified."""

from gonghui.commons.designations.models import Designation, Nomination
from gonghui.kernel import clock

from .office import newest
from .titles import CALLED, called, conferred, put_forward, sits


def test_fifty_seats_and_one_for_the_city(cast, client):
    zhou, sun, wang, li = (sits(cast, name) for name in ("zhou", "sun", "wang", "li"))
    round = called(cast, "star_keeper", "首届星级站长")
    with clock.at(CALLED):
        zhou.does("designations.set_quota", round, level=cast.nodes["city"], seats=1)
    first = put_forward(cast, round, "邓丽")
    with clock.at(CALLED):
        sun.does("designations.nominate", round=round, node=cast.nodes["union"], holder="person", name="冯刚", brief="冯刚守站五年")
        second = newest(Nomination)
        sun.does("designations.recommend", second, opinion="同意")
        wang.does("designations.recommend_on", second, opinion="同意").refused("designations.recommend_on", "不得越级", second, opinion="再报")
        li.refused("designations.recommend_on", "1 个名额已用完", second, opinion="同意").does(
            "designations.return_nomination", second, why="名额已满"
        )
    row = conferred(cast, first)
    zhou.sees("honours", "邓丽").figure("places.station_masters", "PROV", 2024, 1)
    number = newest(Designation).number
    assert client.get("/portal/verify/", {"number": number, "name": "冯刚"}).status_code == 404
    page = client.get("/portal/verify/", {"number": number, "name": "邓丽"}, follow=True).content.decode()
    assert "证书有效" in page and "河工〔2024〕9号" in page
    assert zhou.client.get(f"/portal/certificates/{row.designation_id}/qr.svg")["Content-Type"] == "image/svg+xml"
