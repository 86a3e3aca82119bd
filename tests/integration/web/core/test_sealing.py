"""Sealed text opens only where it was sealed."""

from pathlib import Path
from typing import Any

import pytest

from drive.web.core.sealing import SealingError, seal, seal_field, unseal, unseal_field
from drive.web.recording.models import Draft


@pytest.fixture(autouse=True)
def own_keys(settings: Any, tmp_path: Path) -> Path:
    settings.DRIVE_KEY_DIR = tmp_path
    settings.DRIVE_MAKE_KEYS = True
    return tmp_path


def test_what_is_sealed_opens_in_its_place() -> None:
    sealed = seal(b"a refuge", compartment="location", bound_to="address|lines|1")
    assert b"refuge" not in sealed.encode()
    assert unseal(sealed, compartment="location", bound_to="address|lines|1") == b"a refuge"


def test_the_same_text_is_never_sealed_to_the_same_text() -> None:
    first, second = (seal(b"x", compartment="location", bound_to="a") for _ in range(2))
    assert first != second


def test_a_sealed_text_moved_to_another_row_does_not_open() -> None:
    sealed = seal(b"a refuge", compartment="location", bound_to="address|lines|1")
    with pytest.raises(SealingError, match="does not belong here"):
        unseal(sealed, compartment="location", bound_to="address|lines|2")


def test_a_compartment_does_not_open_the_text_of_another() -> None:
    seal(b"x", compartment="drafts", bound_to="a")
    sealed = seal(b"a refuge", compartment="location", bound_to="a")
    with pytest.raises(SealingError):
        unseal(sealed, compartment="drafts", bound_to="a")


@pytest.mark.parametrize("position", [0, 5, 20, -1])
def test_a_changed_character_is_noticed(position: int) -> None:
    sealed = list(seal(b"a refuge", compartment="location", bound_to="a"))
    sealed[position] = "A" if sealed[position] != "A" else "B"
    with pytest.raises(SealingError):
        unseal("".join(sealed), compartment="location", bound_to="a")


def test_without_its_key_a_text_stays_closed(own_keys: Path) -> None:
    sealed = seal(b"x", compartment="gone", bound_to="a").replace("$k1$", "$k0$")
    with pytest.raises(SealingError, match="not on this machine"):
        unseal(sealed, compartment="gone", bound_to="a")


def test_keys_are_not_made_where_they_must_be_brought(settings: Any) -> None:
    settings.DRIVE_MAKE_KEYS = False
    with pytest.raises(SealingError, match="There is no key"):
        seal(b"x", compartment="location", bound_to="a")


def test_a_new_key_seals_and_the_old_one_still_opens(own_keys: Path) -> None:
    old = seal(b"x", compartment="location", bound_to="a")
    (own_keys / "location" / "k2.key").write_bytes((own_keys / "location" / "k1.key").read_bytes())
    assert "$k2$" in seal(b"x", compartment="location", bound_to="a")
    assert unseal(old, compartment="location", bound_to="a") == b"x"


def test_a_field_is_bound_to_its_table_field_and_row() -> None:
    one, other = Draft(), Draft()
    seal_field(one, "sealed_text", "typed")
    other.sealed_text = one.sealed_text
    assert unseal_field(one, "sealed_text") == "typed"
    with pytest.raises(SealingError):
        unseal_field(other, "sealed_text")
