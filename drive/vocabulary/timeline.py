"""Kinds of entry in the timeline of a case, by which it is filtered."""

from drive.vocabulary.word import Word


class TimelineKind(Word):
    """What an entry of the timeline is about."""

    CASE = "case", "Steps of the case and who holds it"
    NOTE = "note", "Notes"
    CONTACT = "contact", "Contact and attempts"
    NON_CONTACT = "non_contact", "Why there was no contact"
    STRATEGY = "strategy", "Contact strategy and holds"
    ASSESSMENT = "assessment", "Assessments and rises"
    REGISTER = "register", "Levers, orders, children and other registers"
    DOCUMENT = "document", "Documents"
    OVERSIGHT = "oversight", "Supervision and practice board"
