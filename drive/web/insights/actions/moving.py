"""When she moves: where to is sealed, and whoever holds the case from then on can read it."""

from datetime import date, datetime

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field
from drive.web.insights.actions.cases import pass_on
from drive.web.insights.exceptions import NothingToRecord
from drive.web.insights.models import IdvaCase, Transfer
from drive.web.recording.actions.days import check_day


@transaction.atomic
def transfer(
    *, case: IdvaCase, happened_on: date, where: str, to: User, by: User, now: datetime
) -> Transfer:
    """Note that she moved, and let the Idva who goes on with the follow-up hold the case.

    Its site and its reference stay, so that nothing that others see of it says where she is.
    """
    check_day(happened_on, now=now, since=case.opened_on)
    if not where.strip():
        raise NothingToRecord("Write where she goes.", field="where")
    row = Transfer(idva_case=case, happened_on=happened_on, recorded_at=now, recorded_by=by)
    seal_field(row, "sealed_where", where)
    row.save(force_insert=True)
    pass_on(case, to, by=by, now=now)
    record_change("insights.transfer", case, row, by=by, now=now)
    return row
