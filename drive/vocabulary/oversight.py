"""Words of oversight: supervision, practice boards, and the check for collusion."""

from drive.vocabulary.word import Word


class OversightKind(Word):
    """Who looked at the work on a case."""

    SUPERVISION = "supervision", "Supervision"
    PRACTICE_BOARD = "practice_board", "Practice board"
    ADVISER_REVIEW = "adviser_review", "Practice adviser's review"


class CollusionSign(Word):
    """A sign that the service user's account has been taken over into the work."""

    HIS_WORDS = "his_words", "The record tells it in the service user's words"
    BLAME_SHARED = "blame_shared", "Blame is shared out or put on the victim-survivor"
    HARM_SMALL = "harm_small", "The harm is made smaller than what is known"
    GOOD_CLIENT = "good_client", "Attendance is taken for change"
    ADVOCACY = "advocacy", "The service user's wishes are argued for without her safety"
    UNCHECKED = "unchecked", "What the service user says was not checked with anybody"
