"""The parts of a case that can be printed."""

from drive.vocabulary.word import Word


class PrintedPart(Word):
    """A part of a case that can be printed."""

    CASE = "case", "The case: where it stands, who holds it, the service user"
    CONTACT = "contact", "Contact, attempts and reasons for none"
    STRATEGY = "strategy", "Contact strategy, planned contact and holds"
    HANDOVER = "handover", "For a handover: what is due, who waits, what was last done"
    ASSESSMENTS = "assessments", "Assessments"
    TIMELINE = "timeline", "The timeline with every note"
