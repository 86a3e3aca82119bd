"""What cases are to each other: the five groups, repeats by two rules, repeat and serial.

Everything is as known at the case's own hearing: a later case never changes an earlier flag.
"""

from datetime import date

import pandas as pd

NEEDED = ("case_id", "heard_on")
# What the older rule counts as a repeat: Marac's own wording before any abuse counted.
OLD_RULE = frozenset({"violence_or_threats", "stalking_or_harassment", "sexual"})
MONTHS = 12


class CaseError(ValueError):
    """Cases that cannot be grouped as they stand; the text says why."""


def groups(
    cases: pd.DataFrame, persons: pd.DataFrame, *, began_on: date | None = None
) -> pd.DataFrame:
    """Return for each case its five groups, repeat referral by two rules, repeat and serial.

    Parameters
    ----------
    cases
        `case_id`, `heard_on`; where known `referred_on` (else the hearing stands for it) and
        `incident` (kind of the further incident; the older rule counts those of `OLD_RULE`).
    persons
        `record_id`, `person_id`, `case_id`, `role`: the records of `Linkage.persons` with their
        case and role.
    began_on
        The first day of Drive; a hearing of either party before it is history before Drive.

    Returns
    -------
    pandas.DataFrame
        One row a case, in order of hearing. Groups: `identical`, `same_dyad`,
        `same_perpetrator_other_victim`, `same_victim_other_perpetrator`, `history_before_drive`.
        Repeat referral: `last_referral_on`, `window_ends_on` (12 months on), `repeat_current`,
        `repeat_old` (null if the kind of incident is not known).
        At this hearing: `repeat_perpetrator` (same victim before), `serial_perpetrator` (another
        victim at or before it), `victims_so_far`.

    Raises
    ------
    CaseError
        If a column is missing or a case has no hearing date.
    """
    dyads = _dyads(_dated(cases), persons)
    before = _earlier(dyads)
    found = dyads.groupby("case_id", sort=False)[["heard_on", "referred_on", "incident"]].first()
    for name, flags in _five(before).items():
        found[name] = found.index.isin(flags)
    if began_on is not None:
        old = before.loc[before["heard_on_then"] < pd.Timestamp(began_on), "case_id"]
        found["history_before_drive"] = found.index.isin(old) & (
            found["heard_on"] >= pd.Timestamp(began_on)
        )
    else:
        found["history_before_drive"] = pd.array([pd.NA] * len(found), dtype="boolean")
    found = found.join(_referral(before))
    found["window_ends_on"] = found["last_referral_on"] + pd.DateOffset(months=MONTHS)
    inside = found["referred_on"] <= found["window_ends_on"]
    found["repeat_current"] = inside & found["last_referral_on"].notna()
    found["repeat_old"] = _old_rule(found)
    found = found.join(_serial(dyads))
    found["repeat_perpetrator"] = found["same_dyad"]
    found["serial_perpetrator"] = found["victims_so_far"] > 1
    ordered = found.reset_index().sort_values(["heard_on", "case_id"], ignore_index=True)
    return ordered.drop(columns=["referred_on", "incident"])


def _dated(cases: pd.DataFrame) -> pd.DataFrame:
    missing = [column for column in NEEDED if column not in cases.columns]
    if missing:
        raise CaseError(f"The cases have no column {', '.join(missing)}.")
    if cases["heard_on"].isna().any():
        raise CaseError(f"{int(cases['heard_on'].isna().sum())} cases have no hearing date.")
    heard = pd.to_datetime(cases["heard_on"])
    referred = pd.to_datetime(cases["referred_on"]) if "referred_on" in cases else heard
    incident = cases.get("incident")
    return pd.DataFrame(
        {
            "case_id": cases["case_id"],
            "heard_on": heard,
            "referred_on": referred.fillna(heard),
            "incident": incident,
        }
    )


def _dyads(cases: pd.DataFrame, persons: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each perpetrator and victim-survivor of each case."""
    parties = persons[["case_id", "role", "person_id"]].drop_duplicates()
    who = {
        role: parties.loc[parties["role"] == role, ["case_id", "person_id"]]
        for role in ("perpetrator", "victim_survivor")
    }
    both = cases.merge(
        who["perpetrator"].rename(columns={"person_id": "perpetrator"}), on="case_id", how="left"
    )
    return both.merge(
        who["victim_survivor"].rename(columns={"person_id": "victim"}), on="case_id", how="left"
    )


def _earlier(dyads: pd.DataFrame) -> pd.DataFrame:
    """Return pairs of dyads that share a party, the later with the earlier (or same-day) one."""
    then = dyads.drop(columns="incident")
    pairs = [
        dyads[dyads[party].notna()].merge(then, on=party, suffixes=("", "_then"))
        for party in ("perpetrator", "victim")
    ]
    pairs[0]["perpetrator_then"] = pairs[0]["perpetrator"]
    pairs[1]["victim_then"] = pairs[1]["victim"]
    both = pd.concat(pairs).drop_duplicates(
        ["case_id", "case_id_then", "perpetrator", "victim", "perpetrator_then", "victim_then"],
        ignore_index=True,
    )
    older = both["heard_on_then"] < both["heard_on"]
    first_entry = (both["heard_on_then"] == both["heard_on"]) & (
        both["case_id_then"] < both["case_id"]
    )
    return both.assign(same_day=first_entry)[older | first_entry]


def _five(before: pd.DataFrame) -> dict[str, pd.Series]:
    him = before["perpetrator"].notna() & (before["perpetrator"] == before["perpetrator_then"])
    her = before["victim"].notna() & (before["victim"] == before["victim_then"])
    other_her = before["victim"].notna() & before["victim_then"].notna() & ~her
    other_him = before["perpetrator"].notna() & before["perpetrator_then"].notna() & ~him
    case = before["case_id"]
    return {
        "identical": case[him & her & before["same_day"]],
        "same_dyad": case[him & her & ~before["same_day"]],
        "same_perpetrator_other_victim": case[him & other_her],
        "same_victim_other_perpetrator": case[her & other_him],
    }


def _referral(before: pd.DataFrame) -> pd.DataFrame:
    same = (before["perpetrator"] == before["perpetrator_then"]) & (
        before["victim"] == before["victim_then"]
    )
    past = before[same & ~before["same_day"]]
    last = past.groupby("case_id")["referred_on_then"].max()
    return last.rename("last_referral_on").to_frame()


def _old_rule(found: pd.DataFrame) -> pd.Series:
    """Return the older rule's answer: null where only the kind of incident could decide."""
    counts = found["incident"].isin(OLD_RULE).astype("boolean")
    counts = counts.mask(found["incident"].isna())
    return found["repeat_current"].astype("boolean") & counts


def _serial(dyads: pd.DataFrame) -> pd.DataFrame:
    """Return how many victims the perpetrator of each case has had up to its hearing."""
    known = dyads.dropna(subset=["perpetrator", "victim"])
    met = known.groupby(["perpetrator", "victim"])["heard_on"].min().rename("met_on").reset_index()
    seen = (
        known[["case_id", "perpetrator", "heard_on"]].drop_duplicates().merge(met, on="perpetrator")
    )
    seen = seen[seen["met_on"] <= seen["heard_on"]]
    so_far = seen.groupby(["case_id", "perpetrator"])["victim"].nunique().groupby("case_id").max()
    return (
        so_far.rename("victims_so_far").to_frame().reindex(dyads["case_id"].unique(), fill_value=0)
    )
