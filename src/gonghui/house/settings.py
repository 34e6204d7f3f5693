"""One settings module. What differs comes from environment variables that begin with GONGHUI_."""

import gc
import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

from .database import parse
from .discovery import commons, lines

# The house is a million objects that stand for good; to look through them at every seven hundredth new one took a third of its start.
gc.set_threshold(50_000, 20, 100)

PACKAGE = Path(__file__).resolve().parents[1]
VAR = Path(os.environ.get("GONGHUI_VAR", "var")).absolute()
ENV = os.environ.get("GONGHUI_ENV", "demo")
PRODUCTION = ENV == "production"
DEMO = ENV == "demo"

_DEFAULT = "demo-secret-not-for-service"
SECRET_KEY = os.environ.get("GONGHUI_SECRET", _DEFAULT)
DATA_KEY = os.environ.get("GONGHUI_DATA_KEY", _DEFAULT + "-data")
DEBUG = os.environ.get("GONGHUI_DEBUG") == "1"
if PRODUCTION:
    for name, bad in (
        ("GONGHUI_SECRET", SECRET_KEY == _DEFAULT),
        ("GONGHUI_DATA_KEY", DATA_KEY.startswith(_DEFAULT)),
        ("GONGHUI_HOSTS", not os.environ.get("GONGHUI_HOSTS")),
        ("GONGHUI_DEBUG", DEBUG),
        ("GONGHUI_SMS_KEY", bool(os.environ.get("GONGHUI_SMS_URL")) and not os.environ.get("GONGHUI_SMS_KEY")),
    ):
        if bad:
            raise ImproperlyConfigured(f"{name} 不能用默认值：正式服务须自行设置。 Set {name} before serving.")

ALLOWED_HOSTS = os.environ.get("GONGHUI_HOSTS", "127.0.0.1,localhost,testserver").split(",")

DATABASES = {"default": parse(os.environ.get("GONGHUI_DATABASE_URL") or f"sqlite:///{VAR / 'gonghui.sqlite3'}")}
# Migrations and policies run as the owner; the application connects as a role that owns nothing.
OWNER_URL = os.environ.get("GONGHUI_OWNER_URL", "")

LINES = lines(PACKAGE)
INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "unfold.contrib.import_export",
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "import_export",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_htmx",
    "gonghui.kernel.apps.Config",
    *commons(PACKAGE),
    *LINES,
    "gonghui.faces.kit.apps.Config",
    "gonghui.faces.office.apps.Config",
    "gonghui.faces.portal.apps.Config",
    "gonghui.faces.api.apps.Config",
    "gonghui.faces.cockpit.apps.Config",
    "gonghui.house.apps.Config",
]
MIDDLEWARE = [
    "gonghui.faces.api.problems.only_problems",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",  # outside the others, for what they answer themselves
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "gonghui.faces.kit.middleware.viewing",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "DIRS": [PACKAGE / "faces" / "office" / "templates" / "shell"],  # what the office draws in the library's place
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "gonghui.house.urls"
ASGI_APPLICATION = "gonghui.house.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "kernel.Account"
LOGIN_URL = "/portal/signin/"
LOGIN_REDIRECT_URL = "/office/"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "gonghui.faces.kit.signin.AccountBackend"]
AXES_FAILURE_LIMIT = int(os.environ.get("GONGHUI_FAIL_LOCK", "5"))
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_FORM_FIELD = "username"
AXES_LOCKOUT_CALLABLE = "gonghui.faces.kit.signin.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_USERNAME_CALLABLE = "gonghui.faces.kit.signin.name_for_lock"
# A second factor for offices; the demonstration does without.
SECOND_FACTOR = os.environ.get("GONGHUI_SECOND_FACTOR", "required" if PRODUCTION else "off") == "required"
OTP_TOTP_ISSUER = "Gonghui"
SESSION_COOKIE_AGE = 60 * int(os.environ.get("GONGHUI_IDLE_MIN", "15" if PRODUCTION else "240"))
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = PRODUCTION and os.environ.get("GONGHUI_TLS_PROXY") != "1"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("GONGHUI_TLS_PROXY") == "1" else None
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
_SELF = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": _SELF,
        "img-src": ["'self'", "data:", "blob:"],
        "style-src": _SELF,
        "script-src": _SELF,
        "frame-ancestors": ["'none'"],
        "form-action": _SELF,
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": VAR / "cache", "OPTIONS": {"MAX_ENTRIES": 20_000}}
}
# One program does not stop the rest: what an account may spend a minute (a list costs 1, a figure 5, an export 100; 0: no limit),
# how long a read may run, how many rows an export holds.
API_COST = int(os.environ.get("GONGHUI_API_COST", "3000"))
API_READ_SECONDS = float(os.environ.get("GONGHUI_API_READ_SECONDS", "20"))
API_EXPORT_ROWS = int(os.environ.get("GONGHUI_API_EXPORT_ROWS", "100000"))

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文")]  # a second one joins with its catalogue: libraries would speak it alone
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = VAR / "media"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 << 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 << 20
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler", "gonghui.faces.kit.uploads.NamelessFileUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
# Every request saves the session, so one that a picker sent a moment earlier would put an older session over a fresh message.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True
EXPORT_FORMATS = []  # set by the office, whose library must be loaded first
# Messages leave by a channel whose variables are set; the others stay in the outbox (docs/kernel/notices.md).
SENDERS = "gonghui.kernel.notices.senders"
SMS_URL, SMS_KEY = os.environ.get("GONGHUI_SMS_URL", ""), os.environ.get("GONGHUI_SMS_KEY", "")
WECOM, WECOM_URL = os.environ.get("GONGHUI_WECOM", ""), os.environ.get("GONGHUI_WECOM_URL", "https://qyapi.weixin.qq.com")
_MAIL = urlsplit(os.environ.get("GONGHUI_EMAIL_URL", ""))  # smtp://name:password@host:port, smtp+tls:// or smtps://
EMAIL_HOST, EMAIL_PORT = _MAIL.hostname or "localhost", _MAIL.port or {"smtps": 465, "smtp+tls": 587}.get(_MAIL.scheme, 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_MAIL.username or ""), unquote(_MAIL.password or "")
EMAIL_USE_SSL, EMAIL_USE_TLS, EMAIL_TIMEOUT = _MAIL.scheme == "smtps", _MAIL.scheme == "smtp+tls", 10
DEFAULT_FROM_EMAIL = os.environ.get("GONGHUI_EMAIL_FROM", "gonghui@localhost")
MESSAGE_ADAPTERS = {
    "sms": f"{SENDERS}.{'gateway' if SMS_URL else 'local'}",
    "email": f"{SENDERS}.{'email' if _MAIL.scheme else 'local'}",
    "wecom": f"{SENDERS}.{'wecom' if WECOM else 'local'}",
}
# The population register persons are compared with; outside service a simulator answers for it.
REGISTER_ADAPTER = os.environ.get("GONGHUI_REGISTER", "" if PRODUCTION else "gonghui.rehearsal.register.local")
MAP_NUMBER = os.environ.get("GONGHUI_MAP_NUMBER", "")  # 审图号: without it a map says that it may not be published
SITE_TITLE = _("工会一张网")
UNFOLD = {
    "SITE_TITLE": SITE_TITLE,
    "SITE_HEADER": SITE_TITLE,
    "SITE_SYMBOL": "diversity_3",
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("portal/icon.svg")}],
    "STYLES": [lambda request: static("office/office.css")],
    "SHOW_HISTORY": False,
    "SHOW_VIEW_ON_SITE": False,
    "THEME": "light",
    "COLORS": {
        "primary": {
            "50": "254 242 242", "100": "254 226 226", "200": "254 202 202", "300": "252 165 165", "400": "248 113 113",
            "500": "220 38 38", "600": "190 24 32", "700": "160 20 28", "800": "136 19 26", "900": "116 20 26", "950": "66 8 12",
        }
    },
}  # fmt: skip
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("GONGHUI_LOG", "WARNING")},
}
