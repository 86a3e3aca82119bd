"""The forms of sign-in, dressed as every other form."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateWithCode
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from drive.web.design_system.forms import DriveForm, PasswordField, TextField


def code_field(help_text: Any) -> TextField:
    """Return the box for a code of six digits, which a phone fills in by itself."""
    field = TextField(
        label=_("Security code"),
        help_text=help_text,
        missing=_("Enter the security code"),
        width="10",
        autocomplete="one-time-code",
        spellcheck=False,
    )
    field.inputmode = "numeric"
    return field


class SignInForm(DriveForm, LoginForm):
    """User name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Replace the fields that allauth makes when the form is made."""
        super().__init__(*args, **kwargs)
        self.fields["login"] = TextField(
            label=_("User name"),
            missing=_("Enter your user name"),
            autocomplete="username",
            spellcheck=False,
            width="20",
        )
        self.fields["password"] = PasswordField(
            label=_("Password"),
            missing=_("Enter your password"),
            autocomplete="current-password",
            width="20",
        )


class SecondFactorForm(DriveForm, AuthenticateForm):
    """The second step of signing in."""

    code = code_field(_("Six digits from your authenticator app, or one of your recovery codes"))


class ConfirmCodeForm(DriveForm, ReauthenticateWithCode):
    """A fresh code before something that needs one."""

    code = code_field(_("Six digits from your authenticator app, or one of your recovery codes"))


class SetUpCodeForm(DriveForm, ActivateTOTPForm):
    """The first code, which proves that the app was set up."""

    code = code_field(_("Six digits that the app shows now"))


class ConfirmPasswordForm(DriveForm, ReauthenticateForm):
    """The password again, before something that needs it."""

    password = PasswordField(
        label=_("Password"),
        missing=_("Enter your password"),
        autocomplete="current-password",
        width="20",
    )


class NewPasswordForm(DriveForm, ChangePasswordForm):
    """The old password, and the new one twice."""

    oldpassword = PasswordField(
        label=_("Current password"),
        missing=_("Enter your current password"),
        autocomplete="current-password",
        width="20",
    )
    password1 = PasswordField(
        label=_("New password"),
        help_text=_("At least 12 characters. Three words that do not belong together are good."),
        missing=_("Enter a new password"),
        autocomplete="new-password",
        width="20",
    )
    password2 = PasswordField(
        label=_("New password again"),
        missing=_("Enter the new password again"),
        autocomplete="new-password",
        width="20",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Put our fields back where allauth puts its own."""
        super().__init__(*args, **kwargs)
        fields: dict[str, forms.Field] = self.base_fields
        for name in ("oldpassword", "password1", "password2"):
            self.fields[name] = fields[name]
