"""LEC-4 Videos and converged-media lessons: a film is registered by another hand; what a platform measured stands apart."""

from datetime import date

from gonghui.commons.readings.models import Reading
from gonghui.commons.registers.models import RegisterEntry

from .office import AtDesk, newest


def test_a_film_is_registered_and_its_views_are_a_reading(cast):
    li, zhou, today = AtDesk(cast, "li"), AtDesk(cast, "zhou"), date.today()
    film = {"kind": "model_video", "node": cast.nodes["city"], "title": "劳模的一天", "issuer": "临江广播电视台", "since": today}
    li.does("registers.propose", desk="model_videos", **film).sees("model_videos", "劳模的一天")
    zhou.figure("lectures.videos", "CITY", today.year, 0)
    zhou.does("registers.register", newest(RegisterEntry)).figure("lectures.videos", "CITY", today.year, 1)
    told = {"kind": "lectures.video_views", "node": cast.nodes["city"], "about": "劳模的一天", "number": 120_000, "source": "播出平台后台"}
    li.does("readings.receive", desk="video_views", measured_on=today, **told)
    zhou.does("readings.accept", newest(Reading)).figure("lectures.video_views", "CITY", today.year, 120_000)
