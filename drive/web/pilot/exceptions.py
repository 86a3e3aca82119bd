"""Why the pilot is not loaded, or the demonstration not served."""

from drive.web.core.exceptions import Refusal


class OtherData(Refusal):
    """The database holds people who are not marked as synthetic."""
