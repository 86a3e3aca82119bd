"""Settings, from the environment. Only demonstration mode serves.

Variables: ``DATABASE_URL``, ``DRIVE_MODE``, ``DRIVE_VAR`` (folder of what the program writes),
``DRIVE_KEY_DIR``, ``DRIVE_PUBLISHED_DIR``, ``DRIVE_TODAY`` (the demonstration's clock),
``DRIVE_HOSTS`` (more host names, with commas), ``DRIVE_TASKS`` (``database`` or ``immediate``),
``DRIVE_LOG_LEVEL``, ``DRIVE_FORMS_DIR`` (licensed wordings of forms).
"""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from drive.web.project.settings.databases import database_from_url
from drive.web.project.settings.mode import require_demonstration, secret_key

BASE_DIR = Path(__file__).resolve().parents[4]
VAR_DIR = Path(os.environ.get("DRIVE_VAR", BASE_DIR / "var"))

# -- Mode, keys, clock ---------------------------------------------------------------------------

DRIVE_MODE = require_demonstration(os.environ.get("DRIVE_MODE", "demonstration"))
DEBUG = False
SECRET_KEY = secret_key(VAR_DIR)
DRIVE_KEY_DIR = Path(os.environ.get("DRIVE_KEY_DIR", VAR_DIR / "keys"))
# What is published beside the database, so that who can change one cannot change the other unseen.
DRIVE_PUBLISHED_DIR = Path(os.environ.get("DRIVE_PUBLISHED_DIR", VAR_DIR / "published"))
# Licensed wordings of forms, if there are any: `drive forms check FILE` says whether one is usable.
DRIVE_FORMS_DIR = Path(os.environ["DRIVE_FORMS_DIR"]) if os.environ.get("DRIVE_FORMS_DIR") else None
# The demonstration makes a missing key; anything else must be given its keys.
DRIVE_MAKE_KEYS = True
DRIVE_TODAY = (
    date.fromisoformat(os.environ["DRIVE_TODAY"]) if os.environ.get("DRIVE_TODAY") else None
)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS += [host for host in os.environ.get("DRIVE_HOSTS", "").split(",") if host]

# -- Apps: the highest first, as in the contract "Each web app imports only apps below it" --------

INSTALLED_APPS = [
    "drive.web.project",
    "drive.web.home",
    "drive.web.pilot",
    "drive.web.case_record",
    "drive.web.adjudication",
    "drive.web.multiagency",
    "drive.web.monitoring",
    "drive.web.extracts",
    "drive.web.oversight",
    "drive.web.assessments",
    "drive.web.registers",
    "drive.web.casework",
    "drive.web.insights",
    "drive.web.identity",
    "drive.web.cleaning",
    "drive.web.harm",
    "drive.web.offices",
    "drive.web.panels",
    "drive.web.allocation",
    "drive.web.referrals",
    "drive.web.outbound",
    "drive.web.information",
    "drive.web.people",
    "drive.web.vault",
    "drive.web.recording",
    "drive.web.tasks",
    "drive.web.accounts",
    "drive.web.organisations",
    "drive.web.audit",
    "drive.web.design_system",
    "drive.web.core",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "drive.web.project.middleware.never_stored",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "drive.web.project.middleware.typed_text_kept",
    "drive.web.project.middleware.idle_signed_out",
    "drive.web.project.middleware.refusals_recorded",
    "drive.web.project.middleware.RefusalsShown",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "drive.web.project.urls"
WSGI_APPLICATION = "drive.web.project.wsgi.application"

# -- Pages ----------------------------------------------------------------------------------------

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "drive.web.design_system.environment.environment",
            "context_processors": ["drive.web.project.navigation.shell"],
        },
    },
    {
        # The mail and message texts of allauth are Django templates; no page is.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

STATIC_URL = "static/"
# Served straight from the packages' folders: the demonstration needs no collecting step.
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

# Every text passes gettext. Pages choose Welsh once its catalogue is there: half a page in Welsh
# would be worse than none.
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English")), ("cy", _("Welsh"))]
LOCALE_PATHS = [BASE_DIR / "drive" / "web" / "project" / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

# -- Data -----------------------------------------------------------------------------------------

DATABASES = {
    "default": database_from_url(
        os.environ.get("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'drive.sqlite3'}"
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

_TASK_BACKENDS = {
    "database": "django_tasks_db.DatabaseBackend",
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
}
TASKS = {"default": {"BACKEND": _TASK_BACKENDS[os.environ.get("DRIVE_TASKS", "database")]}}

# -- What leaves the system -----------------------------------------------------------------------

DRIVE_HOLD_SECONDS = int(os.environ.get("DRIVE_HOLD_SECONDS", "300"))
"""How long whatever is sent can be called back."""
# It says nothing of a case: whoever sees a list of mails over a shoulder learns nothing.
DRIVE_MAIL_SUBJECT = "A message for you"
DEFAULT_FROM_EMAIL = os.environ.get("DRIVE_MAIL_FROM", "no-reply@localhost")
EMAIL_HOST = os.environ.get("DRIVE_MAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("DRIVE_MAIL_PORT", "25"))
EMAIL_TIMEOUT = 10

# -- Signing in -----------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "drive.web.project.sign_in.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "drive.web.project.forms.SignInForm",
    "reauthenticate": "drive.web.project.forms.ConfirmPasswordForm",
    "change_password": "drive.web.project.forms.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_REAUTHENTICATION_REQUIRED = True
MFA_ADAPTER = "drive.web.project.sign_in.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "drive.web.project.forms.SecondFactorForm",
    "reauthenticate": "drive.web.project.forms.ConfirmCodeForm",
    "activate_totp": "drive.web.project.forms.SetUpCodeForm",
}
MFA_TOTP_ISSUER = "Drive (demonstration)"
MFA_RECOVERY_CODE_COUNT = 10

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "drive.web.project.views.form_out_of_date"
DRIVE_IDLE_TIMEOUT = timedelta(minutes=30)
DRIVE_LONGEST_SESSION = timedelta(hours=12)

# -- What the browser is told ---------------------------------------------------------------------

SECURE_CONTENT_TYPE_NOSNIFF = True
# "no-referrer" would make browsers send "Origin: null" with each form, which the check against
# forged forms must refuse. This tells other sites nothing either.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        # The QR code of the second factor is drawn on the server as a data address.
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# -- Logs: what happened, never to whom -----------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "drive.web.project.settings.logs.WithoutValues"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": os.environ.get("DRIVE_LOG_LEVEL", "WARNING")},
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
