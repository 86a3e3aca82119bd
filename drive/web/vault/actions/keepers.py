"""Who keeps what the vault has of somebody: pushed down by the record that is held."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from drive.web.accounts.models import User
from drive.web.vault.models import Keeper, Subject


def keep_for(
    *, subject_id: UUID, user: User, on_behalf_of: UUID, by: User, now: datetime
) -> Keeper:
    """Let somebody keep a subject. Part of the caller's transaction and of its audit event."""
    name_subjects([subject_id])
    keeper, _ = Keeper.objects.get_or_create(
        subject_id=subject_id,
        user=user,
        on_behalf_of=on_behalf_of,
        ended_at=None,
        defaults={"recorded_at": now, "recorded_by": by},
    )
    return keeper


def let_go(*, on_behalf_of: UUID, user: User, by: User, now: datetime) -> None:
    """End what somebody keeps on behalf of a record: from now on he or she reads nothing of it."""
    held = Keeper.objects.filter(on_behalf_of=on_behalf_of, user=user, ended_at=None)
    held.update(ended_at=now, ended_by=by)


def name_subjects(keys: Iterable[UUID]) -> None:
    """Make a subject of each person who is none yet."""
    Subject.objects.bulk_create(
        [Subject(id=key) for key in dict.fromkeys(keys)], ignore_conflicts=True, batch_size=500
    )
