"""What people really type: stated handling, no crash, no silent merge."""

import pandas as pd
import pytest

from drive.linkage import Model, RecordError, link
from tests.unit.linkage.conftest import frame, record, together


def test_swapped_day_and_month_is_one_person(model: Model) -> None:
    both = frame(record("a", date_of_birth="1984-03-07"), record("b", date_of_birth="1984-07-03"))
    assert together(link(both, model=model), "a", "b")


def test_swapped_names_are_one_person(model: Model) -> None:
    both = frame(record("a"), record("b", first_name="Hartwell", surname="Gwilym"))
    assert together(link(both, model=model), "a", "b")


def test_swapped_and_misspelt_names_are_one_person(model: Model) -> None:
    both = frame(record("a"), record("b", first_name="Hartwel", surname="Gwillym"))
    assert together(link(both, model=model), "a", "b")


def test_two_figures_turned_round_are_one_person(model: Model) -> None:
    both = frame(record("a"), record("b", date_of_birth="1948-03-17"))
    linkage = link(both, model=model)
    assert "dates of birth one figure apart or two figures turned round" in str(
        linkage.explain("a", "b")
    )
    assert together(linkage, "a", "b")


def test_two_people_in_one_field_go_to_a_person(model: Model) -> None:
    both = frame(
        record("a", police_id="N7654321"),
        record("b", first_name="Gwilym & Mary", police_id="N7654321"),
    )
    linkage = link(both, model=model)
    assert not together(linkage, "a", "b")
    assert linkage.reviews[["record_id_l", "record_id_r"]].to_numpy().tolist() == [["a", "b"]]


@pytest.mark.parametrize("word", ["UNKNOWN", "n/k", "Not known", "?", " ", "TBC"])
def test_unknown_is_not_a_name(model: Model, word: str) -> None:
    two = frame(
        record("a", first_name=word, surname=word), record("b", first_name=word, surname=word)
    )
    assert not together(link(two, model=model), "a", "b")


def test_first_of_january_is_no_birth_date(model: Model) -> None:
    linkage = link(frame(record("a", date_of_birth="1984-01-01")), model=model)
    assert linkage.mentions["dob"].isna().all()


def test_no_birth_date_at_all_does_not_stop(model: Model) -> None:
    none = frame(*(record(str(i), date_of_birth=None, surname=f"Hart{i}well") for i in range(5)))
    assert len(link(none, model=model).persons) == 5


def test_a_place_that_is_no_home_says_nothing(made: object) -> None:
    records = pd.DataFrame(
        [record(f"x{i}", postcode="QJ9 9ZZ", surname=f"Name{chr(97 + i)}") for i in range(26)]
    )
    records = pd.concat([records, made.records], ignore_index=True)  # type: ignore[attr-defined]
    linkage = link(records, not_homes=["XC1 1AA"])
    assert {"XC1 1AA", "QJ99ZZ"} <= set(linkage.model.not_homes)
    assert linkage.mentions.loc[linkage.mentions["postcode"] == "QJ9 9ZZ", "home"].isna().all()


def test_a_name_in_another_script_is_never_joined_by_the_rest_alone(model: Model) -> None:
    both = frame(record("a"), record("b", first_name="غويليم", surname="هارتويل"))
    assert not together(link(both, model=model), "a", "b")


def test_cyrillic_names_meet_their_latin_spelling(model: Model) -> None:
    both = frame(
        record("a", first_name="Ivan", surname="Petrov"),
        record("b", first_name="Иван", surname="Петров"),
    )
    assert together(link(both, model=model), "a", "b")


def test_one_family_of_200_is_not_one_person(model: Model) -> None:
    names = [
        f"{b}{a}".title()
        for a in "Bar Cor Den Fil Gon Hel Jas Kor Lun Mip".split()
        for b in "an eth ia ock us ym or elle ard is op uff ax ing ent ulo age ox iry urt".split()
    ]
    days = pd.date_range("1930-02-03", periods=200, freq="137D").strftime("%Y-%m-%d")
    family = frame(
        *(record(n, first_name=n, date_of_birth=day) for n, day in zip(names, days, strict=True))
    )
    linkage = link(family, model=model)
    assert linkage.persons["person_id"].nunique() > 150
    assert linkage.persons["person_id"].value_counts().max() <= 20


def test_the_same_file_twice_joins_each_record_with_its_copy(model: Model) -> None:
    one = frame(record("a"), record("b", first_name="Tomos", surname="Vale", postcode="VB1 1AA"))
    copy = one.assign(record_id=["a2", "b2"], case_id=["case-a2", "case-b2"])
    linkage = link(pd.concat([one, copy]), model=model)
    assert together(linkage, "a", "a2")
    assert together(linkage, "b", "b2")
    assert not together(linkage, "a", "b")


def test_a_cluster_above_20_goes_to_a_person(model: Model) -> None:
    many = frame(*(record(f"r{i}") for i in range(21)))
    linkage = link(many, model=model)
    assert linkage.persons["person_id"].nunique() == 21
    assert [len(held) for held in linkage.large] == [21]
    assert len(linkage.reviews) == 210


def test_a_cluster_of_20_does_not(model: Model) -> None:
    linkage = link(frame(*(record(f"r{i}") for i in range(20))), model=model)
    assert linkage.persons["person_id"].nunique() == 1
    assert not linkage.large


def test_record_ids_must_differ() -> None:
    with pytest.raises(RecordError, match="1 record_ids stand more than once"):
        link(frame(record("a"), record("a")))


def test_a_missing_column_is_named() -> None:
    with pytest.raises(RecordError, match="no column role"):
        link(frame(record("a")).drop(columns="role"))


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(RecordError, match="a role other than"):
        link(frame(record("a", role="neighbour")))


def test_too_few_records_to_learn_from_are_linked_with_care() -> None:
    linkage = link(frame(record("a"), record("b", first_name="Tomos", surname="Vale")))
    assert linkage.persons["person_id"].nunique() == 2
