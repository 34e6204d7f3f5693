"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

PLANNED = "plans.propose plans.approve"
HELD = "activities.plan activities.approve activities.announce activities.hold activities.file activities.check"
Mechanism(
    "CUL-1", _("艺术季"), f"{PLANNED} culture.open_season culture.announce_season culture.call_for_works culture.enter_work culture.close_entries "
    "culture.set_sheet culture.assign_judges culture.mark culture.stand_back culture.shortlist culture.put_out culture.go_to_final culture.award_work culture.close_season",
    "culture.season.categories culture.season.activities culture.works culture.works@awarded culture.markings",
)  # fmt: skip
Mechanism(
    "CUL-2", _("文艺小分队与公益慰问演出"), f"parties.found_team {HELD} culture.ask_show culture.schedule_show culture.perform_show culture.rate_show culture.refuse_show culture.call_off_show",
    "culture.performances culture.performances@benefit culture.performances@drama culture.performance_audience culture.performance_audience@drama "
    "culture.attendances@shows culture.show_requests culture.show_requests@performed culture.show_requests@rated culture.show_rating_sum "
    "culture.show_rating culture.show_cost",
)  # fmt: skip
Mechanism(
    "CUL-3", _("音乐会座席"), "enrolment.draft enrolment.give_quota enrolment.publish enrolment.enrol culture.draw_seats culture.seat_people activities.call_roll activities.close_roll",
    "culture.performance_audience@concert culture.visiting_troupes",
)  # fmt: skip
Mechanism(
    "CUL-4", _("群众性文化活动"), f"{HELD} activities.record activities.call_roll activities.close_roll",
    "culture.activities culture.sports culture.attendances culture.attendances@sports culture.attendances@with_sports culture.attendances@named "
    "culture.festival.attendances",
)  # fmt: skip
Mechanism(
    "CUL-5",
    _("职工阅读"),
    "activities.record activities.call_roll culture.read_today",
    "culture.activities culture.attendances culture.attendances@named culture.reading_check_ins culture.readers",
)
Mechanism(
    "CUL-6", _("承办全国性展赛"), f"{HELD} activities.describe culture.open_season culture.enter_work culture.award_work "
    "culture.count_visitors culture.correct_visitors culture.file_visitors",
    "culture.exhibition_visitors culture.exhibition_days culture.national_events_hosted culture.national_event.painting_ordinal culture.national_event.photo_ordinal culture.works",
)  # fmt: skip
Mechanism(
    "CUL-7", _("戏迷票友大赛与播出"), f"{HELD} activities.describe readings.receive readings.accept",
    "culture.opera_contest.ordinal culture.broadcast_views",
)  # fmt: skip
Mechanism("CUL-8", _("现场交流观摩"), f"{PLANNED} places.reserve activities.record", "places.visit_points")
