"""Why a question of identity cannot be decided as somebody wished."""

from drive.web.core.exceptions import Refusal


class SecondReviewerNeeded(Refusal):
    """Somebody else has to look at this question."""


class SettledAlready(Refusal):
    """The question was settled meanwhile."""


class NotSettled(Refusal):
    """Only what is settled can be overruled."""


class JoinedThroughOthers(Refusal):
    """The two are one through further records, so a merge has to be undone first."""
