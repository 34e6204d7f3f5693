"""What the declarations of places cannot say."""

from datetime import timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gonghui.kernel import clock


def fresh_photo(ground, subject):
    """A picture nobody has used: one picture proves one inspection."""
    number, picture = next(ground.numbers), BytesIO()
    Image.new("RGB", (9, 9), (number % 256, number // 256 % 256, number // 65536)).save(picture, "PNG")
    return SimpleUploadedFile("现场.png", picture.getvalue(), "image/png")


def drawn_from(ground):
    """The kind of a place that is open and can be drawn."""
    return ground.made("places.enter").kind


BORN_BY = {
    "commons_places.place": "places.plan",
    "commons_places.openingexception": "places.propose_days",
    "commons_places.inspection": "places.draw",
}
VALUES = {
    ("places.enter", "hours"): lambda g, s: "每天 08:00-20:00",
    ("places.accept", "photo"): fresh_photo,
    ("places.draw", "kind"): lambda g, s: drawn_from(g),
    ("places.accept", "beside"): lambda g, s: g.holders["city_officer"],
    ("places.set_hours", "hours"): lambda g, s: "周一至周五 09:00-17:00；周六 10:00-16:00",
    ("places.assign_keeper", "keeper"): lambda g, s: g.holders["keeper"],
    ("places.hang_sign", "kind"): lambda g, s: "centre",
    ("places.take_sign", "kind"): lambda g, s: "room",
    ("places.propose_days", "since"): lambda g, s: clock.today() + timedelta(days=next(g.numbers)),
    ("places.propose_days", "until"): lambda g, s: clock.today() + timedelta(days=next(g.numbers)),
}
FIRST = {
    "places.take_sign": lambda g, s: g.on(s, "places.hang_sign"),
    "places.free_keeper": lambda g, s: g.on(s, "places.assign_keeper"),
}
LATE = {"places.rectification_waits": lambda g: g.situation("places.report_rectified").subject}
