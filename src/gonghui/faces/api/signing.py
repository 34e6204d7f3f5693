"""Signing a program in: a worker by phone and code, an officer by name and password; both get a token."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from gonghui.faces.kit import signin
from gonghui.faces.kit.json import UNKNOWN_FIELD, WRONG_TYPE, answer
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.clock import today
from gonghui.kernel.refusal import Kind, Refusal

from .acts import json_of
from .paging import MOST_TEXT, only

WRONG_PASSWORD = Refusal("signin.wrong_password", _("登录名或密码不对。"), field="password", kind=Kind.SIGN_IN)
NEEDS_FACTOR = Refusal(
    "signin.needs_factor", _("需要双因素验证码。"), instead=_("请在 otp 中填写验证器上的六位数字。"), field="otp", kind=Kind.SIGN_IN
)
ASK = {"phone": {"type": "string", "maxLength": 20}}
SIGN = {name: {"type": "string", "maxLength": MOST_TEXT} for name in ("phone", "code", "login", "password", "otp")}


def texts(request, names) -> dict[str, str]:
    """The texts of a small JSON object; what is not sent is ''. Refuses: UNKNOWN_FIELD, WRONG_TYPE."""
    only(request)
    data = json_of(request)
    for name, value in data.items():
        if name not in names:
            raise UNKNOWN_FIELD(name=name[:60], field=name[:60])
        if not isinstance(value, str) or len(value) > MOST_TEXT or "\0" in value:
            raise WRONG_TYPE(wanted=_("文本"), field=name)
    return {name: data.get(name, "") for name in names}


def ask_code(request):
    """Send a code to a worker's phone. The demonstration shows the message, which otherwise only the phone gets."""
    phone = texts(request, ASK)["phone"]
    signin.ask_code(phone)
    told = {"minutes": signin.CODE_MINUTES}
    return answer(told | {"outbox": signin.last_code_shown(phone)} if settings.DEMO else told)


def sign_in(request):
    """Give a token for a phone and its code, or for a name and password (and the second factor where it is asked)."""
    sent = texts(request, SIGN)
    account = signin.confirm_code(sent["phone"], sent["code"]) if sent["phone"] else by_password(request, sent)
    until = today() + signin.TOKEN_DAYS
    return answer({"token": signin.new_token(account, until), "until": until.isoformat()})


def by_password(request, sent: dict):
    """The account of a name and password. Refuses: WRONG_PASSWORD, NEEDS_FACTOR."""
    account = signin.by_password(request, sent["login"], sent["password"])
    if account is None:
        raise WRONG_PASSWORD()
    if settings.SECOND_FACTOR and Viewer(account).in_office:
        device = TOTPDevice.objects.filter(user=account, confirmed=True).first()
        if device is None or not device.verify_is_allowed()[0] or not device.verify_token(sent["otp"].strip()):
            raise NEEDS_FACTOR()
    return account
