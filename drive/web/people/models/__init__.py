"""Who people are, and what is known and undecided about that."""

from drive.web.people.models.identity import (
    KnownElsewhere,
    LinkageModel,
    LinkageRun,
    MatchCandidate,
    MatchDecision,
    Merge,
)
from drive.web.people.models.persons import (
    Dyad,
    Holder,
    Perpetrator,
    Person,
    PersonMention,
    VictimSurvivor,
)

__all__ = [
    "Dyad",
    "Holder",
    "KnownElsewhere",
    "LinkageModel",
    "LinkageRun",
    "MatchCandidate",
    "MatchDecision",
    "Merge",
    "Perpetrator",
    "Person",
    "PersonMention",
    "VictimSurvivor",
]
