"""Words of what leaves the system: to whom, by which way, how far it came, what was checked."""

from drive.vocabulary.word import Word


class RecipientKind(Word):
    """What a recipient is to the case."""

    SERVICE_USER = "service_user", "The service user"
    HIS_FAMILY = "his_family", "His family or friends"
    HIS_SOLICITOR = "his_solicitor", "His solicitor"
    VICTIM_SURVIVOR = "victim_survivor", "The victim-survivor"
    HER_FAMILY = "her_family", "Her family or friends"
    HER_SOLICITOR = "her_solicitor", "Her solicitor"
    AGENCY = "agency", "An agency"
    COURT = "court", "A court"
    OTHER = "other", "Somebody else"


HIS_SIDE = frozenset(
    {RecipientKind.SERVICE_USER, RecipientKind.HIS_FAMILY, RecipientKind.HIS_SOLICITOR}
)
"""What reaches these reaches him."""

HER_SIDE = frozenset(
    {RecipientKind.VICTIM_SURVIVOR, RecipientKind.HER_FAMILY, RecipientKind.HER_SOLICITOR}
)
"""These may know what is hers, as long as he does not read their post."""


class OutgoingChannel(Word):
    """By which way something leaves."""

    LETTER = "letter", "Letter"
    EMAIL = "email", "E-mail"
    MESSAGE = "message", "Text or voicemail message"
    TELEPHONE = "telephone", "Telephone: words that are read out"
    BY_HAND = "by_hand", "Handed over"


class OutgoingState(Word):
    """How far something that is to leave has come."""

    WRITTEN = "written", "Written, not sent"
    STOPPED = "stopped", "Stopped"
    HELD = "held", "Held: it can be recalled"
    RECALLED = "recalled", "Recalled"
    QUEUED = "queued", "Waits for the mail server"
    READY = "ready", "Ready to be printed, read out or handed over"
    SENT = "sent", "Sent"


class CheckName(Word):
    """What the gate looks at."""

    ADDRESS = "address", "Where it goes"
    TEXT = "text", "What stands in it"
    RECIPIENT = "recipient", "Who gets it"
    SOURCES = "sources", "What it rests on"
    ENCLOSED = "enclosed", "What goes with it"


class CheckOutcome(Word):
    """What a check says."""

    PASSED = "passed", "Nothing found"
    WARNED = "warned", "Look again"
    STOPPED = "stopped", "Stopped"


class Exposure(Word):
    """How somebody came to have something."""

    RECEIVED = "received", "Received it"
    OPENED = "opened", "Opened it, or was shown it"
    WROTE = "wrote", "Wrote or changed it"


class LeakRoute(Word):
    """By which way something reached somebody who should not have it."""

    LETTER = "letter", "A letter, or what was with it"
    EMAIL = "email", "An e-mail"
    TELEPHONE = "telephone", "A call, text or voicemail"
    IN_PERSON = "in_person", "Said in person"
    COURT = "court", "Papers or words in court"
    AGENCY = "agency", "Through an agency to which it was given"
    FAMILY_OR_FRIENDS = "family_or_friends", "Through family or friends"
    ONLINE = "online", "Online"
    OTHER = "other", "Another way"


class ReachedHim(Word):
    """Whether it reached the service user."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNSURE = "unsure", "Unsure: act as if it did"
