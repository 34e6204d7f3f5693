"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism("ORG-1", _("组织树"), "orgs.appoint orgs.move orgs.merge orgs.split orgs.dissolve orgs.rename", "orgs.total@all orgs.total@basic")
Mechanism(
    "ORG-2", _("建会与净增"), "orgs.apply_founding orgs.approve_preparation orgs.hold_election orgs.file_result orgs.establish orgs.begin_dissolving",
    "orgs.founded orgs.net_growth@all orgs.net_growth@basic orgs.campaign_years orgs.focus_segments",
)  # fmt: skip
Mechanism(
    "ORG-3", _("区域性、行业性工会联合会"), "orgs.appoint orgs.mark_segment",
    "orgs.federations.city orgs.federations.county orgs.federations.city@courier",
)  # fmt: skip
Mechanism("ORG-4", _("特殊类型工会"), "orgs.appoint orgs.list_site orgs.cover_site", "orgs.new_class_unions orgs.resettlement_coverage_pct")
Mechanism("ORG-5", _("组织实名库"), "orgs.verify orgs.register_legal_person orgs.renew_certificate", "orgs.realname_records orgs.realname_rate")
Mechanism(
    "ORG-6", _("县级工会加强年"),
    "plans.propose parties.found_team parties.add_member activities.record tasks.open_list tasks.set tasks.assign tasks.report_result tasks.check",
    "governance.contact_groups governance.contact_counties governance.contact_coverage_pct governance.county_measures orgs.contact_visits "
    "orgs.county_model orgs.county_model@first_batch orgs.township_standard",
)  # fmt: skip
Mechanism(
    "ORG-7", _("模范职工之家、小家"), "designations.call designations.nominate designations.recommend designations.review designations.post designations.confer "
    "designations.begin_recheck designations.let_rectify designations.pass_recheck designations.withdraw",
    "orgs.model_homes.provincial orgs.model_homes.national orgs.model_homes",
)  # fmt: skip
Mechanism("ORG-8", _("工会办的事业单位"), "orgs.appoint places.enter places.reserve", "orgs.institutions places.visit_points")
