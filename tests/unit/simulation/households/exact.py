"""Linkage by equal names and birth date, the simplest there is."""

import pandas as pd


def exact_persons(records: pd.DataFrame) -> pd.Series:
    """Return a key for each record: tidied names and birth date, itself where one is missing."""
    tidy = [records[column].str.strip().str.casefold() for column in ("first_name", "surname")]
    key = tidy[0] + "|" + tidy[1] + "|" + records["date_of_birth"]
    return key.where(records["date_of_birth"].notna(), records["record_id"])


def share_heard_again(rows: pd.DataFrame, person: str) -> float:
    """Return the share of people with more than one day of hearing."""
    return float((rows.groupby(person)["heard_on"].nunique() > 1).mean())
