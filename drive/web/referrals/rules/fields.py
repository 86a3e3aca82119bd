"""The columns of a Marac list: what each is called here, and how co-ordinators head it."""

from __future__ import annotations

from dataclasses import dataclass

from drive.vocabulary.questions import CORE_DATA
from drive.vocabulary.word import Word


class Kind(Word):
    """How the cells of a column are read."""

    NAME = "name", "A name"
    FULL_NAME = "full_name", "Forename and surname"
    DATE = "date", "A date"
    TEXT = "text", "Text"
    MARAC = "marac", "A Marac"
    SITE = "site", "A site"
    QUESTION = "question", "A core-data question"


@dataclass(frozen=True)
class Field:
    """One column.

    Parameters
    ----------
    key : str
        Its name here; for core data the key of the question.
    label : str
        Its heading in the template, and in words to people.
    kind : Kind
        How its cells are read.
    headings : tuple of str
        Other headings that mean it, in any case and with any punctuation.
    longest : int
        Characters that a cell may hold.
    """

    key: str
    label: str
    kind: Kind
    headings: tuple[str, ...] = ()
    longest: int = 200


_HIS = ("perpetrator", "perp", "offender", "suspect", "abuser", "alleged perpetrator", "p")
_HERS = ("victim survivor", "victim", "survivor", "vic", "client", "v", "vs", "v s")

_HEARING: tuple[Field, ...] = (
    Field(
        "heard_on",
        "Hearing date",
        Kind.DATE,
        ("date of hearing", "marac date", "date of marac", "date heard", "heard on", "meeting date",
         "date of meeting", "marac meeting date", "conference date"),
    ),
    Field("marac", "Marac", Kind.MARAC, ("marac name", "marac area", "name of marac")),
    Field("site", "Site", Kind.SITE, ("area", "drive site", "pilot site", "county")),
    Field(
        "referred_by",
        "Referred by",
        Kind.TEXT,
        ("referring agency", "referrer", "agency", "referral agency", "referred from",
         "source of referral"),
        longest=120,
    ),
)  # fmt: skip

_PERSON: tuple[tuple[str, str, Kind, tuple[str, ...], int], ...] = (
    ("name", "name", Kind.FULL_NAME, ("full name", ""), 160),
    ("forename", "forename", Kind.NAME, ("first name", "given name", "forenames", "first names",
                                         "fname"), 80),
    ("surname", "surname", Kind.NAME, ("last name", "family name", "sname"), 80),
    ("born_on", "date of birth", Kind.DATE, ("dob", "d o b", "birth date", "birthdate", "born",
                                             "date birth"), 40),
    ("address", "address", Kind.TEXT, ("home address", "address line", "addr"), 400),
    ("postcode", "postcode", Kind.TEXT, ("post code", "pcode", "p code"), 12),
    ("telephone", "telephone", Kind.TEXT, ("phone", "tel", "tel no", "phone number", "mobile",
                                           "telephone number", "contact number", "phone no"), 40),
)  # fmt: skip

_QUESTIONS: dict[str, tuple[str, ...]] = {
    "age": ("age at hearing", "age at marac", "age years"),
    "gender": ("sex", "m f", "male female"),
    "sexual_orientation": ("orientation", "sexuality"),
    "ethnicity": ("ethnic group", "ethnic origin", "ethnic background"),
    "disability": ("disabled", "disability y n", "has disability"),
    "employment": ("employment status", "occupation", "working"),
    "drugs": ("drug", "substance misuse", "drug misuse", "drug use", "substances", "substance"),
    "alcohol": ("alcohol misuse", "alcohol use", "drink", "drinking"),
    "mental_health": ("mh", "mental health needs", "mental health issues", "mental ill health"),
    "financial": ("finance", "financial difficulties", "money", "debt", "financial needs"),
}

_PLAIN_QUESTIONS: dict[str, tuple[str, ...]] = {
    "relationship": ("relationship to victim", "relationship to victim survivor", "rel",
                     "relationship of perpetrator to victim", "relationship type",
                     "relationship between parties", "perp relationship to victim"),
    "number_of_children": ("children", "no of children", "number children", "child", "kids",
                           "no children", "number of children in household"),
    "abuse_physical": ("physical", "physical abuse", "physical violence"),
    "abuse_sexual": ("sexual", "sexual abuse", "sexual violence"),
    "abuse_harassment_stalking": ("harassment and stalking", "harassment stalking", "h s", "hs",
                                  "harassment", "stalking", "stalking harassment",
                                  "stalking and harassment"),
    "abuse_jealous_controlling": ("jealous and controlling", "jealous controlling", "j c", "jc",
                                  "coercive control", "controlling",
                                  "jealous controlling behaviour",
                                  "jealous or controlling behaviour"),
}  # fmt: skip


def _person(role: str, label: str, prefixes: tuple[str, ...]) -> tuple[Field, ...]:
    return tuple(
        Field(
            f"{role}_{ending}",
            f"{label} {words}",
            kind,
            _prefixed(prefixes, (words, *others)),
            longest,
        )
        for ending, words, kind, others, longest in _PERSON
    )


def _prefixed(prefixes: tuple[str, ...], endings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        f"{prefix} {ending}".strip()
        for prefix in prefixes
        for ending in endings
        # "P" or "V" alone would be read into too much.
        if ending or len(prefix) > 2
    )


def _questions() -> tuple[Field, ...]:
    return tuple(
        Field(
            question.key,
            _question_label(question.key),
            Kind.QUESTION,
            _question_headings(question.key),
        )
        for question in CORE_DATA
    )


def _question_label(key: str) -> str:
    words = key.replace("victim_survivor", "victim-survivor").replace("_", " ")
    return words[0].upper() + words[1:]


def _question_headings(key: str) -> tuple[str, ...]:
    for role, prefixes in (("perpetrator_", _HIS), ("victim_survivor_", _HERS)):
        if key.startswith(role):
            ending = key.removeprefix(role)
            return _prefixed(prefixes, (ending.replace("_", " "), *_QUESTIONS[ending]))
    return (key.replace("_", " "), *_PLAIN_QUESTIONS[key])


FIELDS: tuple[Field, ...] = (
    *_HEARING,
    *_person("perpetrator", "Perpetrator", _HIS),
    *_person("victim_survivor", "Victim-survivor", _HERS),
    *_questions(),
)
"""Every column that a list may have, in the order of the template."""

BY_KEY: dict[str, Field] = {field.key: field for field in FIELDS}

REQUIRED: tuple[tuple[str, ...], ...] = (
    ("heard_on",),
    ("perpetrator_name", "perpetrator_forename"),
    ("perpetrator_name", "perpetrator_surname"),
    ("perpetrator_born_on",),
    ("victim_survivor_name", "victim_survivor_forename"),
    ("victim_survivor_name", "victim_survivor_surname"),
    ("victim_survivor_born_on",),
)
"""What a list must have: of each group one column. A cell of it may still be unknown."""

TEMPLATE: tuple[str, ...] = tuple(field.key for field in FIELDS if field.kind is not Kind.FULL_NAME)
"""The columns of the template that people download."""
