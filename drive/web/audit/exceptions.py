"""What the audit refuses."""

from drive.web.core.exceptions import Refusal


class AppendOnly(TypeError):
    """Audit events are written once: they are neither changed nor deleted."""


class KeyInUse(Refusal):
    """A key that something still needs is not removed."""
