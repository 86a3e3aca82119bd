"""The words that co-ordinators write into cells, and what each means here."""

from __future__ import annotations

from drive.vocabulary.answers import ValueStatus, YesNo
from drive.vocabulary.people import (
    EmploymentStatus,
    EthnicGroup,
    Gender,
    RelationshipType,
    SexualOrientation,
)
from drive.vocabulary.word import Word
from drive.web.referrals.rules.headings import plain

BLANKS: frozenset[str] = frozenset({"", "na", "n a", "nil", "blank"})
"""What says nothing at all: never read as no, and never as not asked."""

REASONS: dict[str, ValueStatus] = {
    "not known": ValueStatus.ASKED_NOT_KNOWN,
    "unknown": ValueStatus.ASKED_NOT_KNOWN,
    "not recorded": ValueStatus.NOT_RECORDED_LEGACY,
    "dont know": ValueStatus.ASKED_NOT_KNOWN,
    "do not know": ValueStatus.ASKED_NOT_KNOWN,
    "n k": ValueStatus.ASKED_NOT_KNOWN,
    "nk": ValueStatus.ASKED_NOT_KNOWN,
    "dk": ValueStatus.ASKED_NOT_KNOWN,
    "asked not known": ValueStatus.ASKED_NOT_KNOWN,
    "not asked": ValueStatus.NOT_ASKED,
    "declined": ValueStatus.DECLINED,
    "declined to answer": ValueStatus.DECLINED,
    "refused": ValueStatus.DECLINED,
    "prefer not to say": ValueStatus.DECLINED,
    "not stated": ValueStatus.DECLINED,
    "not applicable": ValueStatus.NOT_APPLICABLE,
    "does not apply": ValueStatus.NOT_APPLICABLE,
    "withheld": ValueStatus.WITHHELD_FOR_SAFETY,
    "withheld for safety": ValueStatus.WITHHELD_FOR_SAFETY,
    "requested": ValueStatus.REQUESTED,
    "awaited": ValueStatus.REQUESTED,
    "awaiting reply": ValueStatus.REQUESTED,
    "no reply": ValueStatus.AGENCY_NO_REPLY,
    "not contactable": ValueStatus.NOT_CONTACTABLE,
}
"""Why a value is not known, as lists say it."""

_OTHER_WORDS: dict[type[Word], dict[str, str]] = {
    YesNo: {
        "y": "yes", "true": "yes", "1": "yes", "x": "yes", "n": "no", "false": "no", "0": "no",
        "none": "no",
    },
    Gender: {
        "f": "woman", "female": "woman", "w": "woman", "women": "woman",
        "m": "man", "male": "man", "men": "man", "nonbinary": "non_binary", "nb": "non_binary",
        "transgender": "other", "trans": "other",
    },
    SexualOrientation: {
        "heterosexual": "heterosexual", "straight": "heterosexual", "gay": "gay_lesbian",
        "lesbian": "gay_lesbian", "homosexual": "gay_lesbian", "bi": "bisexual",
    },
    EmploymentStatus: {
        "employed": "other", "working": "other", "full time employed": "full_time",
        "employed full time": "full_time",
        "part time employed": "part_time", "employed part time": "part_time",
        "not working": "unemployed", "not employed": "unemployed", "jobseeker": "unemployed",
        "at college": "student", "in education": "student", "unable to work": "long_term_sick",
        "sick": "long_term_sick", "self employment": "self_employed",
    },
    RelationshipType: {
        "ex": "ex_partner", "expartner": "ex_partner", "ex husband": "ex_partner",
        "ex wife": "ex_partner", "ex spouse": "ex_partner", "ex boyfriend": "ex_partner",
        "ex girlfriend": "ex_partner", "former partner": "ex_partner", "separated": "ex_partner",
        "husband": "partner", "wife": "partner", "spouse": "partner", "boyfriend": "partner",
        "girlfriend": "partner", "current partner": "partner", "on off": "intermittent_partner",
        "on and off": "intermittent_partner", "intermittent": "intermittent_partner",
        "adult family member": "family_adult", "father": "family_adult", "mother": "family_adult",
        "parent": "family_adult", "grandparent": "family_adult", "adult child": "family_adult",
        "adult son": "family_adult", "adult daughter": "family_adult", "minor": "family_minor",
    },
    EthnicGroup: {
        "white british": "white_british", "british": "white_british", "w1": "white_british",
        "english": "white_british", "welsh": "white_british", "white english": "white_british",
        "white welsh": "white_british", "scottish": "white_british", "white irish": "white_irish",
        "w2": "white_irish", "white other": "white_other", "other white": "white_other",
        "w9": "white_other", "white european": "white_other", "m1": "mixed_white_black_caribbean",
        "m2": "mixed_white_black_african", "m3": "mixed_white_asian", "m9": "mixed_other",
        "mixed": "mixed_other", "mixed other": "mixed_other", "other mixed": "mixed_other",
        "a1": "asian_indian", "a2": "asian_pakistani", "a3": "asian_bangladeshi",
        "a9": "asian_other", "asian indian": "asian_indian", "asian pakistani": "asian_pakistani",
        "asian bangladeshi": "asian_bangladeshi", "asian other": "asian_other",
        "other asian": "asian_other", "b1": "black_caribbean", "b2": "black_african",
        "b9": "black_other", "black caribbean": "black_caribbean",
        "black african": "black_african", "black other": "black_other",
        "other black": "black_other", "o1": "asian_chinese", "o9": "other", "other": "other",
        "gypsy": "white_gypsy_traveller", "traveller": "white_gypsy_traveller",
        "irish traveller": "white_gypsy_traveller",
    },
}  # fmt: skip

KEPT_BESIDE: frozenset[str] = frozenset({"transgender", "trans", "employed", "working"})
"""Words whose own wording is kept beside the code, since the code says less or more."""


def _tables() -> dict[type[Word], dict[str, Word]]:
    return {
        kind: {plain(text): member for member in kind for text in (member.value, member.label)}
        | {plain(text): kind(value) for text, value in others.items()}
        for kind, others in _OTHER_WORDS.items()
    }


MEANT: dict[type[Word], dict[str, Word]] = _tables()


def is_blank(text: str) -> bool:
    """Return whether a cell says nothing: it is empty, or a dash, or n/a."""
    return plain(text) in BLANKS


def reason_for(text: str) -> ValueStatus | None:
    """Return the reason that a cell gives for having no value, or None."""
    return REASONS.get(plain(text))


def meant_by(text: str, kind: type[Word]) -> Word | None:
    """Return the word of a list that a cell means, or None."""
    return MEANT[kind].get(plain(text))


def accepted(kind: type[Word]) -> str:
    """Return the words that a column takes, to be named to people."""
    labels = [member.label for member in kind]
    return f"{', '.join(labels[:-1])} or {labels[-1]}"
