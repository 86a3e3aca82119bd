"""Make records comparable: one row a mention, with what says nothing taken out.

A value that does not tell one person from another ("UNKNOWN", 1 January, a refuge's postcode)
becomes null: no evidence, neither for nor against.
"""

from collections.abc import Collection

import duckdb
import pandas as pd

from drive.linkage.records import COLUMNS
from drive.vocabulary.names import NOT_NAMES, full_names

# The same few letters of the Cyrillic and Greek alphabets that a passport would put in Latin.
_OTHER_LETTERS = (
    "абвгдезийклмнопрстуфхыэіїєαβγδεζηικλμνοπρστυω",
    "abvgdeziyklmnoprstufhyeiieabgdeziiklmnoprstuo",
)
# A postcode at which so many surnames are found is a hostel, a station or an office.
NOT_A_HOME = 25

# Columns of the standardised table besides those of the record.
DERIVED = (
    "forename, surname_std, root, dob, yob, day_month, home, area, sex_std, phone_std, police_std, "
    "several, script"
)


def _macros(con: duckdb.DuckDBPyConnection) -> None:
    source, target = _OTHER_LETTERS
    con.execute(
        "CREATE OR REPLACE TEMP MACRO plain(x) AS "
        f"translate(replace(lower(strip_accents(trim(x))), 'ß', 'ss'), '{source}', '{target}')"
    )
    refused = ", ".join(f"'{word}'" for word in sorted(NOT_NAMES))
    con.execute(
        "CREATE OR REPLACE TEMP MACRO as_name(x) AS CASE "
        f"WHEN x IS NULL OR x IN ({refused}) OR x LIKE 'not known%' OR x LIKE 'unknown%' THEN NULL "
        "WHEN regexp_matches(x, '[^\\x00-\\x7f‘’`]') THEN NULL "
        "ELSE nullif(regexp_replace(x, '[^a-z]', '', 'g'), '') END"
    )
    # Of "Lee Rosie" or "Anne-Marie" the first name of the two is the one that comes back elsewhere.
    con.execute(
        "CREATE OR REPLACE TEMP MACRO as_first(x) AS "
        "CASE WHEN regexp_matches(x, '^[a-z]{3,}[ -]') THEN as_name(split_part("
        "replace(x, '-', ' '), ' ', 1)) ELSE as_name(x) END"
    )
    con.execute(
        "CREATE OR REPLACE TEMP MACRO as_two(x) AS "
        "coalesce(regexp_matches(x, '&|\\+|/|\\band\\b') AND x NOT LIKE 'n/%', false)"
    )
    con.execute(
        "CREATE OR REPLACE TEMP MACRO as_day(x) AS coalesce("
        "try_strptime(x, '%Y-%m-%d'), try_strptime(x, '%d/%m/%Y'), "
        "try_strptime(x, '%Y-%m-%d %H:%M:%S'))::DATE"
    )


_NAMES = """
CREATE OR REPLACE TEMP TABLE {to}_name AS
SELECT typed, as_name(word) AS name, as_first(word) AS first, as_two(word) AS several,
    word IS NOT NULL AND regexp_matches(word, '[^\\x00-\\x7f‘’`]') AS script
FROM (SELECT typed, plain(typed) AS word
      FROM (SELECT first_name AS typed FROM {raw} UNION SELECT surname FROM {raw}))
"""

_STANDARD = """
CREATE OR REPLACE TABLE {to} AS
WITH cleaned AS (
    SELECT {raw}.*,
        CASE WHEN f.several THEN NULL ELSE f.first END AS forename,
        CASE WHEN s.several THEN NULL ELSE s.name END AS surname_std,
        coalesce(f.several OR s.several, false) AS several,
        coalesce(f.script OR s.script, false) AS script,
        as_day(date_of_birth) AS day,
        nullif(regexp_replace(upper(coalesce(postcode, '')), '[^A-Z0-9]', '', 'g'), '') AS code,
        CASE WHEN lower(sex) IN ('f', 'female', 'woman', 'w') THEN 'f'
             WHEN lower(sex) IN ('m', 'male', 'man') THEN 'm' END AS sex_std,
        regexp_replace(
            regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'), '^(00)?44', '0') AS digits,
        regexp_replace(upper(coalesce(police_id, '')), '[^A-Z0-9]', '', 'g') AS nominal
    FROM {raw}
    LEFT JOIN {to}_name f ON f.typed = first_name
    LEFT JOIN {to}_name s ON s.typed = {raw}.surname
), places AS (
    SELECT * REPLACE (CASE
            WHEN code LIKE 'ZZ99%' THEN NULL
            WHEN regexp_matches(code, '^[A-Z]{{1,2}}[0-9][A-Z0-9]?[0-9][A-Z]{{2}}$')
            THEN code END AS code)
    FROM cleaned
)
SELECT {columns}, forename, surname_std,
    coalesce(nickname.root, forename) AS root,
    CASE WHEN month(day) = 1 AND day(day) = 1 OR year(day) NOT BETWEEN 1900 AND 2100
         THEN NULL ELSE day END AS dob,
    dob::VARCHAR AS born,
    CASE WHEN dob IS NOT NULL THEN year(dob)::SMALLINT END AS yob,
    CASE WHEN dob IS NOT NULL THEN (month(dob) * 100 + day(dob))::SMALLINT END AS day_month,
    CASE WHEN not_home.postcode IS NULL THEN code END AS home,
    CASE WHEN home IS NOT NULL THEN left(home, length(home) - 3) END AS area,
    sex_std,
    CASE WHEN length(digits) BETWEEN 10 AND 15 AND digits != repeat(digits[-1], length(digits))
              AND digits NOT LIKE '%000000' THEN digits END AS phone_std,
    CASE WHEN length(nominal) >= 4 AND regexp_matches(nominal, '[1-9]')
         THEN nominal END AS police_std,
    several, script
FROM places
LEFT JOIN nickname ON nickname.form = forename
LEFT JOIN not_home ON not_home.postcode = code
ORDER BY i
"""


def standardise(
    con: duckdb.DuckDBPyConnection, raw: str, to: str, *, not_homes: Collection[str] = ()
) -> None:
    """Make the table `to` of standardised mentions from the table `raw`.

    Parameters
    ----------
    con
        The database.
    raw
        A table made by `records.load`.
    to
        The table to make: the record's own columns and `DERIVED`.
    not_homes
        Postcodes of refuges, police stations and the like, which say nothing of who lives there.
    """
    _macros(con)
    names = full_names()
    known = pd.DataFrame({"form": list(names), "root": list(names.values())})
    con.register("nickname", known)
    codes = sorted({code.upper().replace(" ", "") for code in not_homes})
    con.register("not_home", pd.DataFrame({"postcode": pd.Series(codes, dtype="string")}))
    con.execute(_NAMES.format(raw=raw, to=to))
    columns = ", ".join(f"places.{column}" for column in ("i", *COLUMNS))
    con.execute(_STANDARD.format(raw=raw, to=to, columns=columns))
    con.unregister("nickname")
    con.unregister("not_home")


def crowded(con: duckdb.DuckDBPyConnection, mentions: str) -> list[str]:
    """Return the postcodes at which more surnames are found than a home has."""
    found = con.execute(
        f"SELECT home FROM {mentions} WHERE home IS NOT NULL AND surname_std IS NOT NULL "
        f"GROUP BY home HAVING count(DISTINCT surname_std) > {NOT_A_HOME} ORDER BY home"
    )
    return [str(row[0]) for row in found.fetchall()]
