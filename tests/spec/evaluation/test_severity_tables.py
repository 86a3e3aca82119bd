"""Every cell and margin of the severity tables comes out as the report prints it."""

import csv
from importlib.resources import files

import pytest

from tests.spec.evaluation.conftest import Evaluated

PRINTED = list(
    csv.DictReader(
        files("drive.evaluation").joinpath("data", "printed.csv").read_text("utf-8").splitlines()
    )
)
PASTED = "App3 Table 15"
TABLES = [f"App3 Table {number}" for number in range(1, 21)]
# 204 people, four levels at intake by four at exit (Year-1 report, lines 3649-3688).
CONTROL_JEALOUS = [[30, 2, 1, 0], [6, 4, 0, 0], [31, 2, 1, 2], [97, 11, 5, 12]]
LEVELS = ("none", "standard", "moderate", "high")


@pytest.mark.parametrize("table", [table for table in TABLES if table != PASTED])
def test_a_severity_table_is_as_printed(evaluated: Evaluated, table: str):
    rows = [row for row in PRINTED if row["location"] == table and not row["place"]]
    assert len(rows) == 16 + 8 + 1
    for row in rows:
        result = evaluated.results[row["quantity"]]
        assert (result["estimate"], result["agrees"]) == (int(row["printed"]), True)


def test_the_pasted_table_is_listed_and_not_followed(evaluated: Evaluated):
    rows = [row for row in PRINTED if row["location"] == PASTED]
    results = [evaluated.results[row["quantity"]] for row in rows]
    differing = [result for result in results if result["agrees"] is False]
    assert len(differing) > len(results) / 2
    assert all("pasted" in result["note"] for result in differing)
    none = "A16.control.harassment"
    assert evaluated.results[f"{none}.intake_none"]["estimate"] == 74
    assert evaluated.results[f"{none}.exit_none"]["estimate"] == 163
    assert evaluated.results[f"{none}.total"]["agrees"] is True


def test_rows_are_intake_and_columns_are_exit(evaluated: Evaluated):
    cells = [
        [evaluated.results[f"A16.control.jealous.{a}_to_{b}"]["estimate"] for b in LEVELS]
        for a in LEVELS
    ]
    assert cells == CONTROL_JEALOUS


@pytest.mark.parametrize(
    ("name", "percent"),
    [("none", 100), ("moderate", -40), ("high", pytest.approx(-18.18, abs=0.01))],
)
def test_the_percentage_change_is_of_the_number_at_intake(
    evaluated: Evaluated, name: str, percent: float
):
    assert evaluated.results[f"A12.su.physical.{name}_change"]["estimate"] == percent


def test_a_percentage_change_from_nothing_does_not_exist(evaluated: Evaluated):
    result = evaluated.results["A16.drive.physical.standard_change"]
    assert (result["estimate"], result["printed"], result["agrees"]) == (None, "100", False)


def test_severity_is_not_derived_from_use(evaluated: Evaluated):
    for kind, used, severity in (("physical", 35, 34), ("harassment", 30, 28), ("jealous", 27, 24)):
        assert evaluated.results[f"A11.su.{kind}"]["n"] == used
        assert evaluated.results[f"A12.su.{kind}.total"]["estimate"] == severity


def test_rises_are_counted_for_people_and_instances(evaluated: Evaluated):
    assert evaluated.results["A12.su.rises.instances"]["estimate"] == 7
    assert evaluated.results["A12.su.rises.people"]["estimate"] == 3
    assert evaluated.results["A16.drive.rises.people"]["estimate"] == 1
