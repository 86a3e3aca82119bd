"""Refusals about documents and facts, and the wall between the sides."""

from drive.web.core.exceptions import Refusal


class NotADocument(Refusal):
    """Nothing to keep, too much of it, or a kind of file that is not kept here."""


class NameInTitle(Refusal):
    """The title names somebody: titles stand in lists, in prints and on tasks."""


class WrongHandling(Refusal):
    """What came from the victim-survivor's side would be open to the service user."""


class ImpossibleDay(Refusal):
    """A day in the future."""


class NotRecordable(Refusal):
    """What was entered cannot be so: the words say what to put right."""


class NotYours(Refusal):
    """The fact came from the other side: it is put right where it came from."""


class Withdrawn(Refusal):
    """The fact was withdrawn, so nothing is built on it any more."""


class Circle(Refusal):
    """The fact would derive from itself."""


class CannotCross(Refusal):
    """What was chosen cannot be released to the other side."""


class StoppedByGuard(Refusal):
    """The sole-informant guard stops a use."""


class NothingToOverride(Refusal):
    """The guard stops nothing here, or this person has decided already."""
