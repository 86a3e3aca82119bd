"""Who may open the folder of a case."""

from datetime import datetime
from uuid import UUID

from drive.vocabulary.facts import Side
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.information.models import Custodian, Folder
from drive.web.organisations.models import Site
from drive.web.people.models import Dyad, Perpetrator
from drive.web.tasks.actions import hand_over

_KEPT_AS = {Side.CASE_MANAGER: Role.CASE_MANAGER, Side.IDVA: Role.IDVA}


def hold(
    *,
    about: UUID,
    perpetrator: Perpetrator,
    site: Site,
    user: User,
    by: User,
    now: datetime,
    dyad: Dyad | None = None,
    reference: str = "",
) -> Folder:
    """Let somebody open the folder of a case. Part of the action that gives the case.

    With a `dyad` it is the Idva's folder about that pair, otherwise the case manager's about him.
    What was due on the case to whoever had it before is due to the new one.
    """
    folder, _ = Folder.objects.get_or_create(
        about=about,
        defaults={
            "side": Side.IDVA if dyad else Side.CASE_MANAGER,
            "reference": reference,
            "perpetrator": perpetrator,
            "dyad": dyad,
            "site": site,
            "recorded_at": now,
            "recorded_by": by,
        },
    )
    Custodian.objects.get_or_create(
        folder=folder,
        user=user,
        ended_at=None,
        defaults={"recorded_at": now, "recorded_by": by},
    )
    hand_over(about=about, role=_KEPT_AS[Side(folder.side)], to=user)
    return folder


def let_go(*, about: UUID, user: User, by: User, now: datetime) -> None:
    """Let somebody open the folder of a case no longer. Part of the action that takes the case."""
    Custodian.objects.filter(folder__about=about, user=user, ended_at=None).update(
        ended_at=now, ended_by=by
    )
