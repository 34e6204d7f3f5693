"""LEC-2 Campus labour education: a planned campus lecture through its states; a campus lecture is a model-worker lecture too."""


def test_a_campus_lecture_is_planned_approved_held_filed_and_checked(program, cast):
    sun, wang, li = program("sun"), program("wang"), program("li")
    data = {
        "node": cast.nodes["union"].pk,
        "series": ["campus", "model_worker"],
        "title": "劳模进校园",
        "held_on": "2024-05-02",
        "at_place": "一中",
        "venue": "school",
    }
    (pk,) = sun("/acts/lectures.plan", data).json()["subjects"]
    year = {"node": "DISTRICT", "period": "2024"}
    assert wang("/figures/lectures.campus.sessions", **year).json()["value"] == 0
    for program_, act, more in (
        (wang, "approve", {}),
        (sun, "announce", {}),
        (sun, "hold", {}),
        (sun, "file", {"head_count": 120}),
        (li, "check", {}),
    ):
        assert program_(f"/acts/activities.{act}/{pk}", more).status_code == 200, act
    for key in ("lectures.campus.sessions", "lectures.model_workers.sessions", "lectures.sessions"):
        assert wang(f"/figures/{key}", **year).json()["value"] == 1
    assert wang("/figures/lectures.attendances", **year).json()["value"] == 120
    (other,) = sun("/acts/lectures.plan", data | {"held_on": "2024-06-02"}).json()["subjects"]
    assert sun(f"/acts/activities.cancel/{other}", {"why": "高考"}).status_code == 200
    assert wang("/figures/lectures.campus.sessions", **year).json()["value"] == 1
