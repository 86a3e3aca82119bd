"""The change of each type of abuse within one group comes out as the report prints it."""

import pytest

from tests.spec.evaluation.conftest import Evaluated

# Year-1 report, lines 2845-3111 and 3488-3513.
EXACT = {
    "A11.su.physical": 0.031,
    "A11.su.sexual": 0.625,
    "A11.su.harassment": 0.344,
    "A11.su.jealous": 0.500,
    "A13.did_work.physical": 0.250,
    "A13.did_work.sexual": 1.000,
    "A13.did_work.harassment": 0.500,
    "A13.no_work.physical": 0.250,
    "A13.no_work.sexual": 1.000,
    "A13.no_work.harassment": 0.727,
    "A13.no_work.jealous": 0.500,
    "A15.drive.physical": 0.001,
    "A15.drive.sexual": 0.250,
    "A15.drive.jealous": 0.0005,
}
# Year-1 report, lines 3459-3486.
EDWARDS = {
    "physical": (204, 125.01),
    "sexual": (204, 29.76),
    "harassment": (201, 76.67),
    "jealous": (204, 123.36),
}
# Year-1 report, lines 2845-2869.
PAIRS = {"physical": 35, "sexual": 29, "harassment": 30, "jealous": 27}


@pytest.mark.parametrize(("name", "p"), EXACT.items())
def test_an_exact_mcnemar_p_value_is_as_printed(evaluated: Evaluated, name: str, p: float):
    result = evaluated.results[name]
    assert "exact" in result["method"]
    assert result["p"] == pytest.approx(p, abs=0.0005)
    assert result["agrees"] is True


def test_the_fifteenth_is_a_misprint_and_is_listed_as_one(evaluated: Evaluated):
    result = evaluated.results["A15.drive.harassment"]
    assert result["p"] == pytest.approx(2 / 2**9)  # nine stopped, none started
    assert (result["printed"], result["agrees"]) == ("< .001", False)
    assert ".0039" in result["note"]


@pytest.mark.parametrize(("kind", "n", "statistic"), [(k, *v) for k, v in EDWARDS.items()])
def test_an_edwards_chi_square_is_as_printed(
    evaluated: Evaluated, kind: str, n: int, statistic: float
):
    result = evaluated.results[f"A15.control.{kind}.edwards"]
    assert (result["n"], result["agrees"]) == (n, True)
    assert round(result["estimate"], 2) == statistic
    assert evaluated.results[f"A15.control.{kind}"]["agrees"] is True


def test_the_chi_square_of_jealous_and_controlling_needs_134_who_stopped(evaluated: Evaluated):
    result = evaluated.results["A15.control.jealous.stopped.n"]
    assert (result["estimate"], result["printed"], result["agrees"]) == (134, "135", False)


@pytest.mark.parametrize(("kind", "n"), PAIRS.items())
def test_the_pairs_of_service_users_are_those_whose_answer_is_known_twice(
    evaluated: Evaluated, kind: str, n: int
):
    result = evaluated.results[f"A11.su.{kind}"]
    assert result["n"] == n
    missing = evaluated.results[f"A11.su.{kind}.intake_yes.n"]["missing"]
    assert n + sum(missing.values()) == 48


@pytest.mark.parametrize("arm", ["drive", "control"])
def test_change_within_an_arm_carries_an_interval(evaluated: Evaluated, arm: str):
    low, high = evaluated.results[f"A15.{arm}.physical"]["interval"]
    assert low < evaluated.results[f"A15.{arm}.physical"]["estimate"] < high
