import pandas as pd

from drive.simulation.households import case_pairs


def frame(*rows: tuple[str, str, str | None, str | None]) -> pd.DataFrame:
    columns = ["case_id", "heard_on", "perpetrator_id", "victim_survivor_id"]
    return pd.DataFrame(list(rows), columns=columns)


def test_each_kind_of_pair_is_told():
    pairs = case_pairs(
        frame(
            ("c1", "2016-05-10", "p1", "v1"),
            ("c2", "2016-05-10", "p1", "v1"),
            ("c3", "2016-09-06", "p1", "v1"),
            ("c4", "2016-09-06", "p1", "v2"),
            ("c5", "2016-10-04", "p2", "v2"),
        )
    )
    found = {(a, b): category for a, b, category in pairs.itertuples(index=False)}
    assert found == {
        ("c1", "c2"): "identical",
        ("c1", "c3"): "victim_repeat",
        ("c2", "c3"): "victim_repeat",
        ("c1", "c4"): "same_perpetrator",
        ("c2", "c4"): "same_perpetrator",
        ("c3", "c4"): "same_perpetrator",
        ("c4", "c5"): "same_victim",
    }


def test_unknown_people_make_no_pair():
    pairs = case_pairs(frame(("c1", "2016-05-10", None, "v1"), ("c2", "2016-05-10", None, "v2")))
    assert pairs.empty


def test_one_person_in_two_roles_makes_no_pair():
    pairs = case_pairs(frame(("c1", "2016-05-10", "p1", "v1"), ("c2", "2016-05-10", "p2", "p1")))
    assert pairs.empty
