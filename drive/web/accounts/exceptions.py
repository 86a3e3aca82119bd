"""Refusals about users and roles."""

from drive.web.core.exceptions import Refusal


class NotAllowed(Refusal):
    """The policy says no. The rule that said so goes to the audit, not to the person."""

    def __init__(self, message: str, *, rule: str) -> None:
        super().__init__(message)
        self.rule = rule


class UsernameTaken(Refusal):
    """Somebody signs in with that name already."""


class PasswordTooWeak(Refusal):
    """The password does not meet the rules."""


class RoleNeedsPlace(Refusal):
    """The role is held at a site or for an agency, and none was named."""


class NotIndependent(Refusal):
    """Whoever monitors harm holds no other role."""
