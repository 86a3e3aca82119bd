"""Why a serious event cannot be recorded, corrected or acknowledged as somebody wished."""

from drive.web.core.exceptions import Refusal


class NotRecordable(Refusal):
    """What was entered cannot be so: the words say what to put right."""


class CorrectedMeanwhile(Refusal):
    """A newer row stands in the place of this one."""


class AlreadyAcknowledged(Refusal):
    """The monitor has acknowledged this notice."""
