"""Reading one cell: what it says, or in words why it cannot be read."""

from __future__ import annotations

import re
from datetime import date

from drive.vocabulary.answers import Answer, InformationSource, ValueStatus, known, unknown
from drive.vocabulary.question import Question, QuestionKind
from drive.vocabulary.questions import CORE_DATA
from drive.web.core.dates import DateProblem, parse_uk_date
from drive.web.referrals.rules.headings import plain
from drive.web.referrals.rules.words import (
    KEPT_BESIDE,
    accepted,
    is_blank,
    meant_by,
    reason_for,
)

QUESTIONS: dict[str, Question] = {question.key: question for question in CORE_DATA}

LIST_DOES_NOT_SAY = unknown(ValueStatus.NOT_RECORDED_LEGACY)
"""A blank cell. The list does not tell whether anybody asked: so neither no, nor not asked."""

LIST_HAS_NO_COLUMN = unknown(ValueStatus.NOT_ASKED)
"""No such column: this Marac's list does not ask for it."""

EARLIEST_BIRTH_YEAR = 1900
_LARGEST = {"number_of_children": 30}
_OLDEST = 120

_LOOKS_LIKE_SUM = re.compile(r"[+\-](?=.*[A-Za-z(|!])")
_TELEPHONE = re.compile(r"\+?[\d\s()./\-]*(?:(?:ext|x)\.?\s*\d+)?", re.IGNORECASE)
_DAY_COUNT = re.compile(r"\d{5}")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class CellProblem(ValueError):
    """A cell that cannot be taken as it stands, with words that say why."""


def refuse_formula(text: str) -> None:
    """Refuse a cell that a spreadsheet would work out, or that would run a program.

    Raises
    ------
    CellProblem
        If it begins as a formula does.
    """
    start = text.lstrip()
    if _TELEPHONE.fullmatch(start.strip()):
        return
    if start.startswith(("=", "@")) or _LOOKS_LIKE_SUM.match(start):
        raise CellProblem("This cell holds a formula. Type the value itself.")


def read_text(text: str, *, longest: int) -> str:
    """Return text of one line.

    Raises
    ------
    CellProblem
        If it is longer than there is room for, or holds characters that nobody can read.
    """
    if _UNPRINTABLE.search(text):
        raise CellProblem("This cell holds characters that cannot be read. Type it again.")
    cleaned = " ".join(text.split())
    if is_blank(cleaned):
        return ""
    if len(cleaned) > longest:
        raise CellProblem(f"This is {len(cleaned)} characters long; there is room for {longest}.")
    return cleaned


def read_name(text: str, *, longest: int) -> str:
    """Return a forename or surname.

    Raises
    ------
    CellProblem
        If there is none, or no letter is in it.
    """
    cleaned = read_text(text, longest=longest)
    if not cleaned or reason_for(cleaned):
        raise CellProblem("Enter the name. If it is not known, set this row aside.")
    if not any(character.isalpha() for character in cleaned):
        raise CellProblem(f"“{cleaned}” is not a name.")
    return cleaned


def split_name(text: str) -> tuple[str, str]:
    """Return forename and surname of a whole name: `Smith, John` or `John Smith`.

    Raises
    ------
    CellProblem
        If it is one word only.
    """
    surname, comma, forename = text.partition(",")
    if not comma:
        forename, _, surname = text.rpartition(" ")
    if not forename.strip() or not surname.strip():
        raise CellProblem(f"“{text}” is one name only. Enter forename and surname.")
    return forename.strip(), surname.strip()


def read_day(text: str, *, today: date) -> date:
    """Return a date that is not in the future.

    Raises
    ------
    CellProblem
        If it is no date, or there is no such day, or it is yet to come.
    """
    if _DAY_COUNT.fullmatch(text.strip()):
        raise CellProblem(
            f"“{text.strip()}” is not a date. Excel shows a date like this when the column is "
            "not set to dates; write it like 27/03/1988."
        )
    try:
        day = parse_uk_date(text, pivot_year=today.year)
    except DateProblem as problem:
        raise CellProblem(str(problem)) from None
    if day > today:
        raise CellProblem(f"“{text.strip()}” is in the future.")
    if day.year < EARLIEST_BIRTH_YEAR:
        raise CellProblem(f"“{text.strip()}” is before {EARLIEST_BIRTH_YEAR}.")
    return day


def read_birth(text: str, *, today: date) -> date | None:
    """Return a birth date, or None if the list does not know it.

    Raises
    ------
    CellProblem
        As `read_day`.
    """
    if is_blank(text) or reason_for(text):
        return None
    return read_day(text, today=today)


def read_answer(text: str, question: Question, *, as_of: date | None) -> Answer:
    """Return what a cell answers to a core-data question. A blank never means no.

    Raises
    ------
    CellProblem
        If the words are not understood; it names those that are.
    """
    if question.kind is QuestionKind.NUMBER:
        value = _number(text, question.key)
    else:
        value = _word(text, question)
    if value is not None:
        return known(value, source=InformationSource.MARAC, as_of=as_of)
    if is_blank(text):
        return LIST_DOES_NOT_SAY
    reason = reason_for(text)
    if reason is not None:
        return unknown(reason)
    raise CellProblem(_not_understood(text, question))


def _number(text: str, key: str) -> str | None:
    cleaned = text.strip().removesuffix(".0")
    if key == "number_of_children" and plain(cleaned) in {"none", "no", "nil"}:
        return "0"
    if not (cleaned.isascii() and cleaned.isdigit()) or len(cleaned) > 3:
        return None
    number, largest = int(cleaned), _LARGEST.get(key, _OLDEST)
    if number > largest:
        raise CellProblem(f"“{cleaned}” is more than {largest}.")
    return str(number)


def _word(text: str, question: Question) -> str | None:
    if question.words is None:
        return None
    meant = meant_by(text, question.words)
    return meant.value if meant else None


def _not_understood(text: str, question: Question) -> str:
    said = f"“{text.strip()[:60]}” is not understood here."
    reasons = "If it is not known, write “not known”, “not asked” or “declined”."
    if question.words is None:
        return f"{said} Write a whole number. {reasons}"
    return f"{said} Write {accepted(question.words)}. {reasons}"


def wording_kept(text: str) -> str:
    """Return the list's own word where it is kept beside the code, else nothing."""
    return text.strip() if plain(text) in KEPT_BESIDE else ""
