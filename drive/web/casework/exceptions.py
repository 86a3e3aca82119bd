"""Refusals about Drive cases."""

from drive.web.core.exceptions import Refusal
from drive.web.recording import exceptions as recording

ImpossibleDay = recording.ImpossibleDay
"""A day in the future, or before the case began: refused alike on every record."""


class NotForDrive(Refusal):
    """Only a perpetrator who was drawn for Drive has a Drive case."""


class CaseOpenAlready(Refusal):
    """There is a case for this allocation."""


class DrawIsVoid(Refusal):
    """The perpetrator proved to have been drawn before, as somebody on record twice."""


class NotAtSite(Refusal):
    """The person named does not hold the role at the site."""


class CaseloadFull(Refusal):
    """The case manager holds as many cases as one person can, and no reason was given."""


class NoSuchStep(Refusal):
    """A case does not go from where it stands to there."""


class NothingToRecord(Refusal):
    """A note without text and without an activity, or one that is too long."""


class AgencyNotOfSite(Refusal):
    """The agency named is of another site, or of another kind than the note says."""


class ReasonCannotStand(Refusal):
    """At closure nothing is planned any more."""


class CaseClosed(Refusal):
    """The case is closed."""


class CaseNotReady(Refusal):
    """Something is still open: the words name each thing."""


class CannotWrite(Refusal):
    """A contact strategy that leaves out what it has to say."""


class NotWaiting(Refusal):
    """A version is not where this could be done with it."""


class SameHands(Refusal):
    """Whoever wrote or proposed something does not decide on it."""


class NobodyElsesReply(Refusal):
    """The Idva lead replies herself."""


class NoAgreedStrategy(Refusal):
    """Contact is planned only on an agreed contact strategy in date."""


class NotOnHold(Refusal):
    """There is no hold to review or to lift, or one is there already."""


class CountsSoAlready(Refusal):
    """A site is to count its months as it counts them."""


class NotClosed(Refusal):
    """Only a closed case has an inbox for what came late."""
