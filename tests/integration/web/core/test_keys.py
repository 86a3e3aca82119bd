"""Keys are changed while everybody works; a key that is gone refuses in words."""

from __future__ import annotations

import itertools
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from drive.web.audit.actions import retire, rotate
from drive.web.audit.exceptions import KeyInUse
from drive.web.audit.models import Event
from drive.web.core import keys
from drive.web.core.sealed_texts import FieldTexts
from drive.web.core.sealing import SealingError, seal, unseal_field
from drive.web.project.sign_in import SecondFactorAdapter, SecondFactorTexts
from drive.web.recording.actions import save_draft
from drive.web.recording.models import Draft
from drive.web.vault.actions import IndexTexts
from drive.web.vault.models import Address, Reveal
from tests.cast import NOW, Cast
from tests.factories.insights import idva_case
from tests.factories.sign_in import signed_in
from tests.factories.vault import address_of, looked_at, number_of


@pytest.fixture(autouse=True)
def own_keys(settings: Any, tmp_path: Path) -> Path:
    settings.DRIVE_KEY_DIR = tmp_path
    keys.forget_keys()
    return tmp_path


def draft(cast: Cast, text: str, number: int = 0) -> Draft:
    return save_draft(
        form="note",
        subject=f"ES-{number:04}",
        path="/x/",
        typed={"text": [text]},
        by=cast.idva,
        now=NOW,
    )


def rotated(compartment: str, *, hours: int = 0) -> Any:
    return rotate(texts=FieldTexts(compartment), by=None, now=NOW + timedelta(hours=hours))


def test_keys_are_in_the_order_of_their_numbers(own_keys: Path) -> None:
    seal(b"x", compartment="drafts", bound_to="a")
    for _ in range(10):
        keys.make_next_key("drafts", now=NOW)
    assert keys.key_names("drafts")[-3:] == ["k9", "k10", "k11"]
    assert seal(b"x", compartment="drafts", bound_to="a").startswith("v1$k11$")


@pytest.mark.django_db
def test_rotating_seals_every_text_anew_and_is_recorded(cast: Cast) -> None:
    texts = [draft(cast, f"word {number}", number) for number in range(450)]
    done = rotated("drafts")
    assert (done.key, done.done, done.closed) == ("k2", 450, 0)
    for row in texts:
        row.refresh_from_db()
        assert row.sealed_text.startswith("v1$k2$")
        assert f"word {row.subject[-4:].lstrip('0') or 0}" in unseal_field(row, "sealed_text")
    event = Event.objects.get(action="keys.rotate")
    assert (event.fields, event.object_ids) == ("drafts k2", [])


@pytest.mark.django_db
def test_a_text_that_does_not_open_is_left_and_counted(cast: Cast) -> None:
    moved, other = draft(cast, "one", 1), draft(cast, "two", 2)
    Draft.objects.filter(pk=moved.pk).update(sealed_text=other.sealed_text)
    done = rotated("drafts")
    assert (done.done, done.closed) == (1, 1)
    moved.refresh_from_db()
    assert moved.sealed_text == other.sealed_text


@pytest.mark.django_db
def test_a_text_that_is_written_meanwhile_is_not_overwritten(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = draft(cast, "before")
    from drive.web.core import sealed_texts

    real = sealed_texts.seal

    def seal_while_somebody_writes(*args: Any, **kwargs: Any) -> str:
        draft(cast, "meanwhile")
        return real(*args, **kwargs)

    monkeypatch.setattr(sealed_texts, "seal", seal_while_somebody_writes)
    assert rotated("drafts").done == 0
    row.refresh_from_db()
    assert "meanwhile" in unseal_field(row, "sealed_text")


@pytest.mark.django_db
def test_a_key_is_removed_only_when_nothing_needs_it(cast: Cast, own_keys: Path) -> None:
    draft(cast, "one")
    texts, later = FieldTexts("drafts"), NOW + timedelta(hours=2)

    def removed(key: str, now: Any = later) -> None:
        retire(texts=texts, key=key, by=None, now=now)

    with pytest.raises(KeyInUse, match="seals now"):
        removed("k1")
    keys.make_next_key("drafts", now=NOW)
    with pytest.raises(KeyInUse, match="less than an hour"):
        removed("k1", NOW + timedelta(minutes=59))
    with pytest.raises(KeyInUse, match="1 text of “drafts” still names k1"):
        removed("k1")
    with pytest.raises(KeyInUse, match="no key k7"):
        removed("k7")
    rotated("drafts")
    removed("k1")
    removed("k2", later + timedelta(hours=1))
    assert keys.key_names("drafts") == ["k3"]
    assert "one" in unseal_field(Draft.objects.get(), "sealed_text")
    assert [e.fields for e in Event.objects.filter(action="keys.retire")] == [
        "drafts k1",
        "drafts k2",
    ]


@pytest.mark.django_db
def test_the_mark_by_which_equal_addresses_find_each_other_changes_with_its_key(
    cast: Cast,
) -> None:
    dyad = idva_case(cast).dyad
    first, second = address_of(dyad, cast.idva), address_of(dyad, cast.idva)
    number_of(dyad, cast.idva)
    before = first.index_whole
    done = rotate(texts=IndexTexts(), by=None, now=NOW)
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.index_whole == second.index_whole != before
    assert first.index_whole.startswith("k2$")
    assert done.done >= 3
    assert IndexTexts().naming("k1") == 0


@pytest.mark.django_db
def test_secrets_of_second_factors_are_sealed_anew_too(cast: Cast) -> None:
    adapter, texts = SecondFactorAdapter(), SecondFactorTexts()
    totp = Authenticator.objects.create(
        user=cast.idva, type=Authenticator.Type.TOTP, data={"secret": adapter.encrypt("shared")}
    )
    codes = Authenticator.objects.create(
        user=cast.idva,
        type=Authenticator.Type.RECOVERY_CODES,
        data={"seed": adapter.encrypt("seeded"), "used_mask": 5},
    )
    assert texts.naming("k1") == 2
    done = rotate(texts=texts, by=None, now=NOW)
    assert (done.done, done.closed, texts.naming("k1"), texts.naming("k2")) == (2, 0, 0, 2)
    totp.refresh_from_db()
    codes.refresh_from_db()
    assert adapter.decrypt(totp.data["secret"]) == "shared"
    assert adapter.decrypt(codes.data["seed"]) == "seeded"
    assert codes.data["used_mask"] == 5


@pytest.mark.django_db
def test_sealed_texts_swapped_between_rows_are_refused_every_time(cast: Cast) -> None:
    dyad = idva_case(cast).dyad
    for each in range(40):
        address_of(dyad, cast.idva, lines=f"{each} Nowhere Lane")
    rows = list(Address.objects.exclude(sealed_lines=""))
    refused = 0
    pairs = itertools.islice(itertools.permutations(rows, 2), 1000)
    for here, there in pairs:
        moved = Address(pk=here.pk, sealed_lines=there.sealed_lines)
        with pytest.raises(SealingError, match="does not belong here"):
            unseal_field(moved, "sealed_lines")
        refused += 1
    assert refused == 1000


@pytest.mark.django_db
def test_without_the_key_writing_refuses_in_words_and_keeps_the_draft(
    cast: Cast, client: Client, own_keys: Path
) -> None:
    case = idva_case(cast)
    address_of(case.dyad, cast.idva)
    keys.remove_key("location", "k1")
    browser = signed_in(client, cast.idva)
    address = reverse("insights:add_contact_detail", args=[case.pk, "address"])
    typed = {
        "kind": "home",
        "belongs_to": "own",
        "lines": "9 Nowhere Lane",
        "known_to_him": "no",
        "shared_with_him": "no",
        "key": str(uuid4()),
        "draft_form": "insights/add_address",
        "draft_subject": str(case.pk),
    }
    answer = browser.post(address, typed)
    assert answer.status_code == 200
    assert "cannot be saved now" in answer.content.decode()
    assert "9 Nowhere Lane" in answer.content.decode()
    assert Address.objects.filter(recorded_by=cast.idva).count() == 1
    assert Draft.objects.filter(user=cast.idva).exists()
    assert keys.key_names("location") == []
    # What lies under other keys is read on.
    assert browser.get(reverse("insights:contact_details", args=[case.pk])).status_code == 200


@pytest.mark.django_db
def test_without_the_key_a_look_refuses_in_words(cast: Cast, client: Client) -> None:
    case = idva_case(cast)
    reveal = looked_at(address_of(case.dyad, cast.idva), cast.idva)
    Reveal.objects.update(until=NOW + timedelta(days=2))
    keys.remove_key("location", "k1")
    browser = signed_in(client, cast.idva, freshly=True)
    answer = browser.get(reverse("insights:looked_at_contact_detail", args=[case.pk, reveal.pk]))
    assert answer.status_code == 409
    assert "not on this machine" in answer.content.decode()
