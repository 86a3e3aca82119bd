"""How two mentions are compared: the levels of agreement, from the closest to none.

One definition serves Splink, which trains on it, the SQL that scores by it, and the words that a
reviewer reads.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Level:
    """One degree of agreement: its SQL over `_l` and `_r` columns, and how a person says it."""

    condition: str
    words: str
    agrees: bool = True


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing compared.

    Attributes
    ----------
    name
        Short name; the agreement vector's column is `g_` and this name.
    column
        The column whose share of equal values gives the chance agreement of the first level.
    levels
        From the closest to none; numbered downwards, the last is 0. Null is -1.
    null
        SQL: nothing can be said.
    frequencies
        Whether agreement on a rare value counts for more.
    """

    name: str
    column: str
    levels: tuple[Level, ...]
    null: str
    frequencies: bool = False

    @property
    def top(self) -> int:
        """Number of the closest level."""
        return len(self.levels) - 1

    def level(self, number: int) -> Level:
        """Return the level of a number."""
        return self.levels[self.top - number]

    def sql(self) -> str:
        """Return the SQL that gives the number of the level, or -1."""
        cases = " ".join(
            f"WHEN {level.condition} THEN {self.top - place}"
            for place, level in enumerate(self.levels[:-1])
        )
        return f"(CASE WHEN {self.null} THEN -1 {cases} ELSE 0 END)::TINYINT"

    def splink(self) -> dict[str, Any]:
        """Return the comparison as Splink's settings have it."""
        levels: list[dict[str, Any]] = [
            {"sql_condition": self.null, "label_for_charts": "null", "is_null_level": True}
        ]
        for place, level in enumerate(self.levels):
            last = place == self.top
            entry: dict[str, Any] = {
                "sql_condition": "ELSE" if last else level.condition,
                "label_for_charts": level.words,
            }
            levels.append(entry)
        return {"output_column_name": self.name, "comparison_levels": levels}


def _missing(column: str) -> str:
    return f"({column}_l IS NULL OR {column}_r IS NULL)"


def _exact(name: str, column: str, same: str, other: str) -> Comparison:
    levels = (Level(f"{column}_l = {column}_r", same), Level("", other, agrees=False))
    return Comparison(name, column, levels, _missing(column))


# Each name nearly as the other record's other name, and neither as its own.
_CROSSED = (
    "(forename_l != forename_r AND left(forename_l, 1) = left(surname_std_r, 1) "
    "AND left(surname_std_l, 1) = left(forename_r, 1) "
    "AND jaro_winkler_similarity(forename_l, surname_std_r) >= 0.88 "
    "AND jaro_winkler_similarity(surname_std_l, forename_r) >= 0.88 "
    "AND jaro_winkler_similarity(forename_l, forename_r) < 0.8)"
)
_MISPLACED = "(forename_l = surname_std_r OR surname_std_l = forename_r)"
_INITIAL = (
    "((length(forename_l) = 1 OR length(forename_r) = 1) AND left(forename_l, 1) = "
    "left(forename_r, 1))"
)

FORENAME = Comparison(
    "forename",
    "forename",
    (
        Level("forename_l = forename_r", "the same first name"),
        Level(_CROSSED, "first name and surname the other way round"),
        Level(f"root_l = root_r OR {_INITIAL}", "a short form or initial of the same first name"),
        Level("jaro_winkler_similarity(forename_l, forename_r) >= 0.9", "first names nearly alike"),
        Level(
            "jaro_winkler_similarity(forename_l, forename_r) >= 0.8", "first names somewhat alike"
        ),
        Level(_MISPLACED, "the first name of one is the surname of the other"),
        Level("", "different first names", agrees=False),
    ),
    _missing("forename"),
    frequencies=True,
)
# Levels of the first name at which a name stands in the place of the other.
ELSEWHERE = tuple(
    FORENAME.top - place
    for place, level in enumerate(FORENAME.levels)
    if level.condition in {_CROSSED, _MISPLACED}
)
SURNAME = Comparison(
    "surname",
    "surname_std",
    (
        Level("surname_std_l = surname_std_r", "the same surname"),
        Level(
            "jaro_winkler_similarity(surname_std_l, surname_std_r) >= 0.92", "surnames nearly alike"
        ),
        Level(
            "jaro_winkler_similarity(surname_std_l, surname_std_r) >= 0.82",
            "surnames somewhat alike",
        ),
        Level("", "different surnames", agrees=False),
    ),
    # Crossed names are counted once, with the first name.
    f"({_missing('surname_std')} OR coalesce({_CROSSED}, false) "
    f"OR coalesce(forename_l != forename_r AND surname_std_l != surname_std_r "
    f"AND {_MISPLACED}, false))",
    frequencies=True,
)
BIRTH = Comparison(
    "birth",
    "dob",
    (
        Level("dob_l = dob_r", "the same date of birth"),
        Level(
            "yob_l = yob_r AND month(dob_l) = day(dob_r) AND day(dob_l) = month(dob_r)",
            "day and month of birth the other way round",
        ),
        Level(
            "hamming(born_l, born_r) = 1 OR (hamming(born_l, born_r) = 2 "
            "AND damerau_levenshtein(born_l, born_r) = 1)",
            "dates of birth one figure apart or two figures turned round",
        ),
        Level(
            "yob_l = yob_r AND (month(dob_l) = month(dob_r) OR day(dob_l) = day(dob_r)) "
            "OR day_month_l = day_month_r AND abs(yob_l - yob_r) <= 10",
            "two of day, month and year of birth the same",
        ),
        Level("abs(yob_l - yob_r) <= 1", "years of birth close", agrees=False),
        Level("", "different dates of birth", agrees=False),
    ),
    _missing("dob"),
)
HOME = Comparison(
    "postcode",
    "home",
    (
        Level("home_l = home_r", "the same postcode"),
        Level("area_l = area_r", "the same postcode area"),
        Level("", "different postcodes", agrees=False),
    ),
    _missing("home"),
)
SEX = _exact("sex", "sex_std", "the same sex", "different sex")
PHONE = _exact("phone", "phone_std", "the same telephone number", "different telephone numbers")
POLICE = Comparison(
    "police",
    "police_std",
    (
        Level("police_std_l = police_std_r", "the same police number"),
        Level(
            "length(police_std_l) = length(police_std_r) "
            "AND damerau_levenshtein(police_std_l, police_std_r) = 1",
            "police numbers one figure apart",
        ),
        Level("", "different police numbers", agrees=False),
    ),
    _missing("police_std"),
)

COMPARISONS = (FORENAME, SURNAME, BIRTH, HOME, SEX, PHONE, POLICE)
# Within a household surname and postcode agree by definition.
IN_HOUSEHOLD = ("forename", "birth", "sex", "phone", "police")

BY_NAME = {comparison.name: comparison for comparison in COMPARISONS}

# Two mentions are compared if they are equal in all columns of one of these rows,
_EQUAL = (
    ("root", "surname_std", "yob"),
    ("root", "surname_std", "day_month"),
    ("root", "surname_std", "area"),
    ("home", "root"),
    ("home", "surname_std"),
    ("home", "dob"),
    ("dob", "left(forename, 3)"),
    ("dob", "left(surname_std, 3)"),
    ("phone_std", "left(root, 1)"),
    ("police_std",),
)
# or if the first name of one is the surname of the other.
_TURNED = (
    (("forename", "surname_std", "yob"), ("surname_std", "forename", "yob")),
    (("forename", "dob"), ("surname_std", "dob")),
    (("surname_std", "dob"), ("forename", "dob")),
    (("forename", "home"), ("surname_std", "home")),
    (("surname_std", "home"), ("forename", "home")),
)
# What columns of one record are equal to what columns of the other.
BLOCKS = (*((columns, columns) for columns in _EQUAL), *_TURNED)
# Columns that comparing reads.
COMPARED = (
    "forename", "surname_std", "root", "dob", "born", "yob", "day_month", "home", "area", "sex_std",
    "phone_std", "police_std",
)  # fmt: skip
