"""Words of documents: what they are, in what form they came, and how they may be used."""

from drive.vocabulary.word import Word


class DocumentKind(Word):
    """What a document is."""

    MARAC_PAPERS = "marac_papers", "Marac papers or minutes"
    MARAC_REFERRAL = "marac_referral", "Marac referral form"
    POLICE_REPORT = "police_report", "Police report"
    PROBATION_REPORT = "probation_report", "Probation report"
    CHILD_PROTECTION = "child_protection", "Child protection plan or minutes"
    COURT_PAPER = "court_paper", "Court order or judgment"
    LICENCE = "licence", "Licence and its conditions"
    HEALTH_REPORT = "health_report", "Health or treatment report"
    HOUSING_PAPER = "housing_paper", "Housing paper"
    LETTER = "letter", "Letter or e-mail"
    MINUTES = "minutes", "Minutes of another meeting"
    OTHER = "other", "Other"


class DocumentForm(Word):
    """In what form a document is kept."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word document"
    PNG = "png", "Picture (PNG)"
    JPEG = "jpg", "Picture (JPEG)"
    TEXT = "txt", "Text file"
    EMAIL = "eml", "E-mail file"
    TYPED = "typed", "Typed here"


class HandlingCode(Word):
    """How what stands in a document may be used."""

    DO_NOT_SHARE = "do_not_share", "Not to be passed on"
    ORDINARY = "ordinary", "For the work on this case"
    NOT_TO_SERVICE_USER = "not_to_service_user", "Not to be revealed to the service user"
    ASK_SOURCE_FIRST = "ask_source_first", "Ask who gave it before it is used or passed on"
    PROTECTION_ONLY = "protection_only", "Only to protect the victim-survivor or a child"
    VICTIM_SIDE_ONLY = "victim_side_only", "Never to leave the victim-survivor's side"


VICTIM_SIDE_CODES = frozenset(
    {
        HandlingCode.DO_NOT_SHARE,
        HandlingCode.NOT_TO_SERVICE_USER,
        HandlingCode.PROTECTION_ONLY,
        HandlingCode.VICTIM_SIDE_ONLY,
    }
)
"""The codes that a document from the victim-survivor's side can have."""
