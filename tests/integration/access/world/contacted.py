"""Contacted safely: a strategy with her voice, a hold, the clock, offices, and what came late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import ContactType
from drive.vocabulary.clock import ChangeKind, ClockStart, ExtensionGround, LateOutcome
from drive.vocabulary.strategy import Consultee, ContactPlace
from drive.web.accounts.models import User
from drive.web.casework import actions
from drive.web.casework.actions.site_clock import set_site_clock
from drive.web.casework.models import (
    Capacity,
    Consultation,
    ContactStrategy,
    DriveCase,
    Hold,
    LateInformation,
    PlannedChange,
    PlannedContact,
    StrategyShare,
    WhoseRisk,
)
from drive.web.offices import actions as offices
from drive.web.offices.forms import at
from drive.web.offices.models import Office, OfficeTime
from tests.cast import NOW, Cast
from tests.factories.strategies import agree, consulted, heard, proposed_hold, replied
from tests.integration.access.world.numbers import CLOSED, ESSEX, OTHER_ESSEX, TODAY


@dataclass(frozen=True, kw_only=True)
class Contacted:
    """What stands on the Essex case, and in the inbox of the closed one."""

    version: ContactStrategy
    share: StrategyShare
    plan: PlannedContact
    hold: Hold
    change: PlannedChange
    late: LateInformation
    her_time: OfficeTime

    @property
    def asked(self) -> Consultation:
        """The row of somebody who does not sign in."""
        return self.version.consultations.get(consultee=Consultee.OFFENDER_MANAGER)


def contacted(cast: Cast, users: dict[str, User], cases: dict[int, DriveCase]) -> Contacted:
    """Make it all; each canary names the case."""
    case = cases[ESSEX]
    version = consulted(cast, case)
    replied(cast, version, f"repliedidva{ESSEX}")
    heard(cast, version, f"voiced{ESSEX}")
    agree(cast, version)
    share = actions.share_with_marac(
        strategy=version, marac=cast.essex_marac, by=cast.case_manager, now=NOW
    )
    actions.record_feedback(
        share=share, received_on=TODAY, text="Agreed.", by=cast.case_manager, now=NOW
    )
    office = offices.add_office(
        site=cast.essex, name="Harbour House", by=cast.service_manager, now=NOW
    )
    plan = _planned(cast, case, office)
    _handed_over(users, cases[OTHER_ESSEX])
    _left_to_us(cast, case)
    _change(cast, case, approved=True)
    _counted_from_opening(cast)
    return Contacted(
        version=version,
        share=share,
        plan=plan,
        hold=proposed_hold(cast, case),
        change=_change(cast, case, approved=False),
        late=_late(cast, cases[CLOSED]),
        her_time=_her_time(cast, office),
    )


def _planned(cast: Cast, case: DriveCase, office: Office) -> PlannedContact:
    plan = actions.NewPlan(
        planned_on=TODAY + timedelta(days=3),
        contact_type=ContactType.FACE_TO_FACE,
        place=ContactPlace.OFFICE,
        at_office=actions.AtOffice(office=office, begins=time(14), minutes=60),
    )
    return actions.plan_contact(case=case, plan=plan, by=cast.case_manager, now=NOW)


def _her_time(cast: Cast, office: Office) -> OfficeTime:
    begins = at(TODAY + timedelta(days=4), time(10))
    wanted = offices.WantedTime(
        office=office, starts_at=begins, ends_at=begins + timedelta(hours=1)
    )
    return offices.keep_clear(wanted=wanted, by=cast.idva, now=NOW)


def _handed_over(users: dict[str, User], case: DriveCase) -> None:
    """Give a case away and back, so that it is held as before."""
    for name in ("case_manager", "other_case_manager"):
        actions.assign(
            case=case,
            capacity=Capacity.CASE_MANAGER,
            user=users[name],
            handover=f"toldnext{OTHER_ESSEX}",
            by=users["service_manager"],
            now=NOW,
        )


def _left_to_us(cast: Cast, case: DriveCase) -> None:
    left = actions.NewOffLoading(
        agency=AgencyType.PROBATION_CRC, happened_on=TODAY, what="To see him weekly."
    )
    actions.record_off_loading(case=case, off_loading=left, by=cast.case_manager, now=NOW)


def _counted_from_opening(cast: Cast) -> None:
    why = "The team is named weeks after the draw."
    by = cast.service_manager
    start = ClockStart.OPENING
    set_site_clock(site=cast.essex, start=start, reason=why, seen=None, by=by, now=NOW)


def _change(cast: Cast, case: DriveCase, *, approved: bool) -> PlannedChange:
    change = actions.propose_change(
        case=case,
        change=actions.NewChange(
            kind=ChangeKind.EXTENSION,
            ground=ExtensionGround.SIGNIFICANT_CHANGE,
            months=1,
            reason="He is released soon.",
            whose_risk=[WhoseRisk.VICTIM_SURVIVOR],
        ),
        by=cast.case_manager,
        now=NOW,
    )
    if approved:
        actions.decide_change(change=change, approved=True, by=cast.service_manager, now=NOW)
    return change


def _late(cast: Cast, case: DriveCase) -> LateInformation:
    """Leave one piece of late information undecided, and one noted."""
    rows = [
        actions.receive_late(
            case=case,
            late=actions.Late(
                learned_on=TODAY,
                informant=InformationSource.VICTIM_SURVIVOR,
                text=f"cameinlate{CLOSED}",
            ),
            by=cast.case_manager,
            now=NOW,
        )
        for _ in range(2)
    ]
    noted = actions.LateVerdict(outcome=LateOutcome.NOTED, reason="Known already.")
    actions.decide_late(information=rows[0], verdict=noted, by=cast.service_manager, now=NOW)
    return rows[1]
