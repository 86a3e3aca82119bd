"""What the audit refuses."""


class AppendOnly(TypeError):
    """Audit events are written once: they are neither changed nor deleted."""
