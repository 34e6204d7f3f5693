"""How values are printed on a phone."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as now_

register = template.Library()


@register.filter
def shown(value) -> str:
    """Days as 2026-07-01, moments with the minute, nothing as a dash."""
    if isinstance(value, bool):
        return now_("是") if value else now_("否")
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return "—" if value in (None, "") else str(value)
