"""The command `drive`, from its own help."""


def page() -> str:
    """Return each command's help."""
    return "# Commands\n"
