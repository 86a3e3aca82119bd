"""Strata and arms are described, and nothing is tested."""

from datetime import date

import pytest

from drive.vocabulary.allocation import AllocationMethod, Arm
from drive.web.monitoring.presenters.groups import arms_table, strata_table
from drive.web.monitoring.rules.balance import Baseline, Share, Stratum, describe

DRAWN_ON = date(2017, 6, 14)


def stratum(**changed: object) -> Stratum:
    about = {
        "site": "Essex",
        "starts_on": date(2017, 4, 1),
        "method": AllocationMethod.PERMUTED_BLOCKS,
        "ratio": (1, 8),
        "drive": 3,
        "control": 21,
        "expected": 24 / 9,
    }
    return Stratum(**(about | changed))  # type: ignore[arg-type]


def cells(stratum: Stratum) -> str:
    return " | ".join(cell["text"] for cell in strata_table([stratum])["rows"][0])


@pytest.mark.parametrize(
    ("changed", "period", "words"),
    [
        (
            {},
            "From 1 April 2017: drawn from permuted blocks",
            "24 | 3 | 21 | 1 to 8 | 1 to 7.0 | 11.1% | 12.5%",
        ),
        (
            {"method": AllocationMethod.LOTTERY, "ratio": None, "expected": 6.0},
            "From 1 April 2017: drawn by a lottery for the free places",
            "24 | 3 | 21 | As places allowed | 1 to 7.0 | 25.0% | 12.5%",
        ),
        (
            {"method": None, "starts_on": None, "ratio": None, "expected": None, "drive": 0},
            "Imported from the past",
            "21 | 0 | 21 | Not known | 0 to 21 | Not known | 0.0%",
        ),
    ],
)
def test_a_stratum_in_words(changed: dict[str, object], period: str, words: str) -> None:
    assert cells(stratum(**changed)) == f"Essex | {period} | {words}"


def test_a_stratum_with_nobody_has_no_share() -> None:
    empty = stratum(drive=0, control=0, expected=0.0)
    assert (empty.wanted_share, empty.found_share) == (None, None)


def he(born: int | None, arm: Arm = Arm.DRIVE, *, repeat: bool | None = None) -> Baseline:
    return Baseline(
        arm=arm,
        born_on=None if born is None else date(born, 6, 15),
        allocated_on=DRAWN_ON,
        repeat=repeat,
        serial=None,
    )


def test_ages_are_whole_years_at_the_draw_and_the_unknown_are_counted_apart() -> None:
    ages = describe([he(1987), he(1977), he(None)])[Arm.DRIVE].ages
    assert (ages.known, ages.unknown, ages.mean) == (2, 1, 34)
    assert ages.deviation == pytest.approx(7.0711, abs=1e-4)
    assert ages.quartiles == (31.5, 34, 36.5)


def test_what_was_not_frozen_is_not_a_no() -> None:
    described = describe([he(1980, repeat=True), he(1980, repeat=False), he(1980)])[Arm.DRIVE]
    assert described.repeat == Share(yes=1, known=2, unknown=1)
    assert described.serial == Share(yes=0, known=0, unknown=3)


def test_an_arm_with_nobody_or_with_one_is_described() -> None:
    table = arms_table(describe([he(1980)]))
    drive = {row[0]["text"]: (row[1]["text"], row[2]["text"]) for row in table["rows"]}
    assert drive["Perpetrators"] == ("1", "0")
    assert drive["Age in years: mean (standard deviation)"] == ("36.0", "Not known")
    assert drive["Age in years: median (quartiles)"] == ("Not known", "Not known")
    assert drive["Repeat perpetrator"] == ("Not known", "Not known")
