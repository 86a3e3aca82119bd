"""Words of what a police force sends about service users: extracts and their rows."""

from drive.vocabulary.word import Word


class CalledIn(Word):
    """Who told the police of an incident."""

    VICTIM_SURVIVOR = "victim_survivor", "The victim-survivor"
    HER_SIDE = "her_side", "Her family, her IDVA or a service at her side"
    POLICE = "police", "The police found it themselves"
    THIRD_PARTY = "third_party", "Somebody else"
    NOT_SAID = "not_said", "The extract does not say"


class ExtractRowState(Word):
    """Where a row of an extract stands."""

    READY = "ready", "Ready to be put on its case"
    WRONG = "wrong", "Waits: something in it is wrong"
    TAKEN = "taken", "On its case"
    KNOWN = "known", "Was on its case already"
    SET_ASIDE = "set_aside", "Set aside"


class ExtractState(Word):
    """Where an extract stands."""

    READ = "read", "Read, nothing is on a case yet"
    PARTLY = "partly", "On the cases; some rows wait"
    TAKEN = "taken", "On the cases"
    DISCARDED = "discarded", "Thrown away"
