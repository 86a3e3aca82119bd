"""Words of identity: whether two records are one person, and who said so."""

from drive.vocabulary.word import Word


class PartyRole(Word):
    """What somebody is in one case. Across cases one human being may be both."""

    PERPETRATOR = "perpetrator", "Perpetrator"
    VICTIM_SURVIVOR = "victim_survivor", "Victim-survivor"


class Verdict(Word):
    """What a reviewer says of two records."""

    SAME = "same", "The same person"
    DIFFERENT = "different", "Two different people"
    CANNOT_TELL = "cannot_tell", "Cannot tell"


class CandidateState(Word):
    """How far the question has come whether two records are one person."""

    OPEN = "open", "Waits for a reviewer"
    SECOND = "second", "Waits for a second reviewer"
    DISAGREED = "disagreed", "The reviewers disagree"
    SETTLED = "settled", "Settled"


class LinkageRunKind(Word):
    """What a linkage run compares."""

    NEW = "new", "New people with those on record"
    NIGHTLY = "nightly", "Everybody with everybody"
