"""All settings in one file, read from the environment (docs/beheer.md lists every one)."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
import structlog
from csp.constants import NONE, SELF


def _aan(naam: str, standaard: bool = False) -> bool:
    """Read a yes/no setting: 1, ja, true and aan mean yes."""
    waarde = os.environ.get(naam)
    return standaard if waarde is None else waarde.strip().lower() in {"1", "ja", "true", "aan"}


def _lijst(naam: str, standaard: str = "") -> list[str]:
    """Read a comma separated setting."""
    return [deel.strip() for deel in os.environ.get(naam, standaard).split(",") if deel.strip()]


def _geheime_sleutel(map_: Path) -> str:
    """Take the key from the environment, else keep one in the data folder, readable by the owner only."""
    if sleutel := os.environ.get("LEIDRAAD_GEHEIME_SLEUTEL"):
        return sleutel
    bestand = map_ / "geheime-sleutel"
    try:
        met = os.open(bestand, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return bestand.read_text()
    with os.fdopen(met, "w") as uit:
        uit.write(sleutel := secrets.token_urlsafe(50))
    return sleutel


# Every file that the product writes lives under this folder.
DATA = Path(os.environ.get("LEIDRAAD_DATA", "var")).resolve()
DATA.mkdir(mode=0o700, parents=True, exist_ok=True)

DEBUG = _aan("LEIDRAAD_DEBUG")
SECRET_KEY = _geheime_sleutel(DATA)
ALLOWED_HOSTS = _lijst("LEIDRAAD_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = _lijst("LEIDRAAD_HERKOMST")
ACHTER_TLS = _aan("LEIDRAAD_TLS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "leidraad.ui",
    "leidraad.organisaties",
    "leidraad.berichten",
    # After our own packages, so that our Dutch templates for signing in are found first.
    "allauth",
    "allauth.account",
    "leidraad.dossiers",
    "leidraad.registers.verwerkingen",
    "leidraad.registers.datalekken",
    "leidraad.registers.beleid",
    "leidraad.registers.vragen",
    "leidraad.naleving",
    "leidraad.portaal",
    "leidraad.project",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "leidraad.project.veiligheid.Veiligheid",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "leidraad.organisaties.middleware.LidMiddleware",
    "leidraad.project.invoer_bewaren.InvoerBewaren",
]

ROOT_URLCONF = "leidraad.project.urls"
WSGI_APPLICATION = "leidraad.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "leidraad.project.navigatie.navigatie",
            ],
            "builtins": ["leidraad.ui.templatetags.ui"],
        },
    }
]

FORM_RENDERER = "leidraad.ui.tekenaar.Tekenaar"

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL", f"sqlite:///{DATA / 'leidraad.sqlite3'}"), conn_max_age=60
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE: a transaction that will write takes its lock at once, so two writers wait, never deadlock.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # 32 MB of cache per connection: the indexes of a large register stay at hand.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        " PRAGMA cache_size=-32000;",
    }
else:
    # All norms are judged in one large query: compiling it (JIT) takes ten times longer than running it.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rate limits count over all workers, so the counters live in the database.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "leidraad_cache"}}

AUTH_USER_MODEL = "organisaties.Persoon"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "portaal:gemeenten"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_ADAPTER = "leidraad.organisaties.aanmelden.Aanmelding"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
# A town hall reaches us from one address, and opening the page counts as well as sending it: the limits per
# address are wide, the one per account is narrow.
ACCOUNT_RATE_LIMITS = {
    "login": "600/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
}

# Behind a server with TLS every request comes from that server; it names the visitor in X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if ACHTER_TLS else 0

# Mail. Without a server messages stay in the outbox; "map" writes them to files, for a demo.
LEIDRAAD_ADRES = os.environ.get("LEIDRAAD_ADRES") or next(iter(CSRF_TRUSTED_ORIGINS), "http://127.0.0.1:8000")
LEIDRAAD_SMTP = os.environ.get("LEIDRAAD_SMTP", "").strip()
LEIDRAAD_AFZENDER = os.environ.get(
    "LEIDRAAD_AFZENDER", f"Leidraad <leidraad@{urlsplit(LEIDRAAD_ADRES).hostname}>"
)
# The messages about signing in are sent at once, with Django's own means.
DEFAULT_FROM_EMAIL = LEIDRAAD_AFZENDER
_SMTP = urlsplit(LEIDRAAD_SMTP)
if _SMTP.hostname:
    EMAIL_HOST, EMAIL_TIMEOUT = _SMTP.hostname, 30
    EMAIL_PORT = _SMTP.port or {"smtps": 465, "smtp": 587}.get(_SMTP.scheme, 25)
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_SMTP.username or ""), unquote(_SMTP.password or "")
    EMAIL_USE_SSL, EMAIL_USE_TLS = _SMTP.scheme == "smtps", _SMTP.scheme == "smtp"
elif LEIDRAAD_SMTP == "map":
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "post"
    EMAIL_FILE_PATH.mkdir(mode=0o700, exist_ok=True)

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ACHTER_TLS
CSRF_FAILURE_VIEW = "leidraad.project.invoer_bewaren.sessie_verlopen"
SECURE_SSL_REDIRECT = ACHTER_TLS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if ACHTER_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ACHTER_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ACHTER_TLS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
MEDIA_ROOT = DATA / "bijlagen"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# The packages' own static folders are served as they are: there is no step that collects them.
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
FILE_UPLOAD_PERMISSIONS = 0o600
# The fields of a form; files are apart (at most 25 MB each), and project/veiligheid.py bounds the whole.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
# The largest section form: five hundred rows of data, each with a reason for every purpose.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

structlog.configure(
    processors=[
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
    cache_logger_on_first_use=True,
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),
            ],
            "foreign_pre_chain": [
                structlog.stdlib.add_log_level,
                structlog.processors.TimeStamper(fmt="iso"),
            ],
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LEIDRAAD_LOG", "WARNING")},
}
