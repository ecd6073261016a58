"""Settings of the site. What differs between installations comes from :mod:`repatria.web.environment`."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF

from repatria.i18n import LANGUAGES as _LANGUAGES
from repatria.web.environment import data_folder, secret

HERE = Path(__file__).parent
DATA = data_folder()
DEMONSTRATION = (DATA / "demo.json").is_file()

DEBUG = False
SECRET_KEY = secret("cookies")

# Where people reach the site. The demonstration is plain HTTP on this machine; anything else should be https.
SITE_URL = os.environ.get("REPATRIA_URL", "http://localhost:8000")
_address = urlsplit(SITE_URL)
HTTPS = _address.scheme == "https"
ALLOWED_HOSTS = sorted({_address.hostname or "localhost", "localhost", "127.0.0.1", "[::1]"})
CSRF_TRUSTED_ORIGINS = [SITE_URL] if HTTPS else []

INSTALLED_APPS = [
    "repatria.web.exchanges",
    "repatria.web.accounts",
    "repatria.web.vault",
    "repatria.web.two_persons",
    "repatria.web.ledger",
    "repatria.web.audit",
    "repatria.web.registry",
    "repatria.web.lists",
    "repatria.web.matching_desk",
    "repatria.web.replies",
    "repatria.web.talks",
    "repatria.web.handover",
    "repatria.web.tokens",
    "repatria.web.public",
    "repatria.web.visits",
    "repatria.web.duties",
    "repatria.web.backups",
    "repatria.web.families",
    "repatria.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "django_tasks_db",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "repatria.web.middleware.headers.StrictHeaders",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "repatria.web.middleware.languages.LanguageBeforeThePath",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "repatria.web.middleware.session_limits.SessionsSeen",
    "django.contrib.messages.middleware.MessageMiddleware",
    "repatria.web.middleware.session_limits.SessionLimits",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "repatria.web.middleware.sizes.NotTooLarge",
    "repatria.web.middleware.compartments.DatabaseCompartment",
    "repatria.web.middleware.gatekeeper.Gatekeeper",
    "repatria.web.middleware.quota.StopScraping",
]

ROOT_URLCONF = "repatria.web.urls"
WSGI_APPLICATION = "repatria.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "repatria.web.context.every_page",
            ],
            "builtins": ["repatria.web.templatetags.repatria", "django.templatetags.i18n"],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # forms look as templates/django/forms says

# ---------------------------------------------------------------- database and background work

_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA / "site.sqlite3",
    "OPTIONS": {
        # A writer takes its place in the queue when it begins, so that it never has to give up half-way.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;",
    },
}
DATABASES: dict[str, Any] = {
    "default": dj_database_url.config(conn_max_age=60, conn_health_checks=True)
    if os.environ.get("DATABASE_URL")
    else _SQLITE
}
if "postgresql" in DATABASES["default"]["ENGINE"]:
    # Commands act for the site itself; pages and the worker take that off, see leave_the_house() and ADR 0051.
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c role=repatria_app -c repatria.house=on"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {
    "default": {
        "BACKEND": "repatria.web.cache.CountingCache",
        "LOCATION": "cache",
        # Beyond this Django throws away what has not faded yet: counts of wrong passwords among it.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# ---------------------------------------------------------------- people and sessions

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"

ACCOUNT_ADAPTER = "repatria.web.accounts.adapters.ByInvitationOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
# Slower and slower: 5 failures in 5 minutes, 10 in an hour, 20 in a day for one address, known or not.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "5/5m/key,10/h/key,20/d/key,30/5m/ip",
    "login": "60/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}
MFA_ADAPTER = "repatria.web.accounts.adapters.SealedSecondFactor"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate_webauthn": "repatria.web.accounts.passkeys.SecondFactor",
    "login_webauthn": "repatria.web.accounts.passkeys.SignIn",
    "reauthenticate_webauthn": "repatria.web.accounts.passkeys.StillYou",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Repatria"
MFA_RECOVERY_CODE_DIGITS = 10
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
USERSESSIONS_TRACK_ACTIVITY = True

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_IDLE_SECONDS = 15 * 60
SESSION_WHOLE_SECONDS = 8 * 60 * 60
SESSION_COOKIE_AGE = SESSION_WHOLE_SECONDS
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# ---------------------------------------------------------------- what leaves the site

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["default", "htmx"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_SSL_REDIRECT = False  # the server in front of us does that
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0  # otherwise all who sign in would share one limit
X_FRAME_OPTIONS = "DENY"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # no person's data leaves by mail

DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_TEMP_DIR = None
LARGEST_UPLOAD = 100_000_000

# ---------------------------------------------------------------- languages and files

LANGUAGE_CODE = "en"
LANGUAGES = list(_LANGUAGES.items())
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # a fresh installation serves its files without a step of collecting them
WHITENOISE_MAX_AGE = 3600

SEALED_FILES = DATA / "files"  # the lists as they came, each sealed for its sender
# Where a family can call; printed on its pages as it stands.
FAMILY_LINE = os.environ.get("REPATRIA_FAMILY_LINE", "")

RECORD_FOLDER = DATA / "record"
RECORD_ORIGIN = os.environ.get("REPATRIA_RECORD_ORIGIN", f"{_address.hostname}/record")

# Nothing that a person typed or that names a person is written to a log.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"repatria": {"level": "INFO"}, "django.security.DisallowedHost": {"level": "ERROR"}},
}
TEST_RUNNER = "django.test.runner.DiscoverRunner"
