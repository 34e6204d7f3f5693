"""Lists a person or an employer is described by, each with its standard."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.kinds import Kinds
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.privacy.purposes import Purpose, declare


class IdType(models.TextChoices):
    RESIDENT = "resident", _("居民身份证")
    HMT = "hmt", _("港澳台居民居住证")
    FOREIGN = "foreign", _("外国人永久居留身份证")
    NONE = "none", _("未登记证件")


class Gender(models.TextChoices):
    """GB/T 2261.1"""

    UNKNOWN = "0", _("未知")
    MALE = "1", _("男")
    FEMALE = "2", _("女")
    UNSTATED = "9", _("未说明")


class Household(models.TextChoices):
    URBAN = "urban", _("城镇")
    RURAL = "rural", _("农村")


class Source(models.TextChoices):
    """How a person was verified."""

    IMPORT = "import", _("实名库导入")
    SIGHTED = "sighted", _("经办人核验证件")
    REGISTER = "register", _("公安人口库比对")


class Result(models.TextChoices):
    MATCH = "match", _("一致")
    DIFFERS = "differs", _("不一致")
    UNKNOWN = "unknown", _("查无此人")


class Part(models.TextChoices):
    """What a member of a team is in it."""

    LEAD = "lead", _("负责人")
    MEMBER = "member", _("成员")


TEAM_KINDS = Kinds()


def team_kinds() -> list[tuple]:
    """Kinds of team that lines have declared."""
    return TEAM_KINDS.choices()


class Request(States):
    """A request to erase one's data (PIPL art 47)."""

    FILED = "filed", _("已提交")
    DONE = "done", _("已删除")
    REFUSED = "refused", _("不予删除")


ERASURE = Lifecycle(
    Request,
    Step((), "parties.ask_erasure", Request.FILED),
    Step((Request.FILED,), "parties.agree_erasure", Request.DONE, clock="rights.reply_wd"),
    Step((Request.FILED,), "parties.erase", Request.DONE),
    Step((Request.FILED,), "parties.refuse_erasure", Request.REFUSED),
)

config.declare(config.Config("rights.reply_wd", 15, _("个人信息请求答复工作日")))
declare(
    Purpose("membership", _("办理入会和会籍管理"), _("姓名、身份证号、手机号、工作单位"), _("《工会法》《中国工会章程》；履行法定职责"), needed=True),
    Purpose("register", _("与公安人口信息比对，核验实名"), _("姓名、身份证号"), _("单独同意（《个人信息保护法》第二十三条）")),
    Purpose("benefits", _("接收普惠服务和活动消息"), _("手机号、所在工会"), _("同意（《个人信息保护法》第十三条）")),
)
