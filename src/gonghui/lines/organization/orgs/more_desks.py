"""What people see of the strengthening of county unions: contact groups, their visits, the list of measures."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities import desk as activities
from gonghui.commons.activities.models import Activity
from gonghui.commons.parties import team_acts
from gonghui.commons.parties.models import Team
from gonghui.commons.tasks import desk as tasks
from gonghui.kernel.desk import Desk

from . import words

GROUP = _("组织工作")

Desk(
    noun=Team, slug="contact-groups", kinds=(words.CONTACT_GROUP,), label=_("对口联系工作组"), group=GROUP, icon="diversity_3",
    columns=("name", "node", "since", "until"), related=("node",), filters=("since",), search=("name",),
    acts=(team_acts.found_team, team_acts.add_member, team_acts.end_team), empty=_("还没有工作组。组建后添加联系的县级工会为成员单位。"),
)  # fmt: skip

Desk(
    noun=Activity, slug="contact-visits", kinds=(words.CONTACT_VISIT,), label=_("对口联系走访"), group=GROUP, icon="directions_walk",
    columns=("title", "node", "host", "team", "held_on", "at_place", "state"), related=("node", "host", "team"), filters=("state", "held_on"),
    search=("title", "at_place"), order=("-held_on", "-pk"), acts=(*activities.CREATING, *activities.ON_ONE),
)  # fmt: skip

tasks.list_facet("county-measures", _("县级工会加强年措施"), GROUP, "checklist", words.COUNTY_MEASURES)
