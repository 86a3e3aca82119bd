"""Why a snapshot or a run of the evaluation was refused."""

from drive.web.core.exceptions import Refusal


class NoStudyKey(Refusal):
    """There is no key for the pseudonyms."""


class NotFrozen(Refusal):
    """The snapshot could not be written, or does not stand where it was written."""


class NotEvaluated(Refusal):
    """The evaluation could not be run on the snapshot."""


class NotReady(Refusal):
    """The snapshot or the run has not been finished."""
