"""Words of offices that several services share."""

from drive.vocabulary.word import Word


class OfficeSide(Word):
    """For whom an office is used at a time. It is shown to nobody."""

    SERVICE_USER = "service_user", "A service user"
    VICTIM_SURVIVOR = "victim_survivor", "A victim-survivor"
