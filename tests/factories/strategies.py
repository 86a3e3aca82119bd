"""Contact strategies and holds made by walking the real actions."""

from __future__ import annotations

from datetime import date, timedelta

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.strategy import (
    Consultee,
    ConsulteeView,
    ContactPlace,
    ContactRoute,
    HoldState,
    InformedOfDrive,
    ProceedingsStage,
    StrategyTemplate,
)
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.casework import actions
from drive.web.casework.models import (
    Capacity,
    Consultation,
    ContactStrategy,
    DriveCase,
    Hold,
    WhoseRisk,
)
from drive.web.casework.queries import current_assignments
from drive.web.casework.queries.holds import latest_step
from drive.web.casework.queries.strategies import latest_version
from tests.cast import NOW, Cast

TODAY = NOW.date()
REVIEW_ON = TODAY + timedelta(weeks=6)


def text_of_strategy(**about: object) -> actions.StrategyText:
    """Return what a strategy says."""
    said: dict[str, object] = {
        "template": StrategyTemplate.ORDINARY,
        "route": ContactRoute.PROBATION_APPOINTMENT,
        "place": ContactPlace.PROBATION_OFFICE,
        "message": "That Drive works with him on his behaviour.",
        "attribution": "The police record of his arrest.",
        "safety_measures": "The IDVA is told before and after.",
        "stop_conditions": "He asks who said so.",
        "risks": "He may blame her.",
        "review_on": REVIEW_ON,
    }
    return actions.StrategyText(**{**said, **about})  # type: ignore[arg-type]


def drafted(
    cast: Cast, case: DriveCase, *, by: User | None = None, **about: object
) -> ContactStrategy:
    """Write a version."""
    latest = latest_version(case)
    return actions.write_strategy(
        case=case,
        text=text_of_strategy(**about),
        seen=latest.pk if latest else None,
        by=by or cast.case_manager,
        now=NOW,
    )


MATRIX = {
    Consultee.OFFENDER_MANAGER: actions.Asked(who="The offender manager", asked_on=TODAY),
    Consultee.CHILDRENS_SERVICES: actions.NotApplicable(why="There are no children."),
    Consultee.OFFICER_IN_CHARGE: actions.Asked(who="The officer in charge", asked_on=TODAY),
}


def consulted(cast: Cast, case: DriveCase, **about: object) -> ContactStrategy:
    """Write a version and send it to those who are consulted."""
    version = drafted(cast, case, **about)
    return actions.consult(strategy=version, others=MATRIX, by=cast.case_manager, now=NOW)


def asked_of_idva(version: ContactStrategy) -> Consultation:
    """Return the row of the Idva lead."""
    return version.consultations.get(consultee=Consultee.IDVA_LEAD)


def replied(cast: Cast, version: ContactStrategy, text: str = "She agrees to it.") -> None:
    """Let the Idva lead reply."""
    lead = current_assignments(version.drive_case)[Capacity.IDVA_LEAD].user
    actions.reply_to(
        consultation=asked_of_idva(version),
        reply=actions.Reply(replied_on=TODAY, view=ConsulteeView.SUPPORTS, text=text),
        seen=None,
        by=lead,
        now=NOW,
    )


def heard(cast: Cast, version: ContactStrategy, view: str = "She wants it.") -> None:
    """Record the victim-survivor's voice."""
    actions.record_voice(
        strategy=version,
        voice=actions.Voice(
            informed=InformedOfDrive.TOLD,
            informed_on=date(2017, 6, 1),
            informed_by="Her IDVA",
            view=view,
            view_status=ValueStatus.KNOWN,
        ),
        seen=None,
        by=cast.case_manager,
        now=NOW,
    )


def agree(
    cast: Cast,
    version: ContactStrategy,
    *,
    as_: Role = Role.SERVICE_MANAGER,
    by: User | None = None,
) -> None:
    """Let the service manager agree."""
    actions.decide_strategy(
        strategy=version,
        verdict=actions.Verdict(decided_as=as_, agreed=True),
        by=by or cast.service_manager,
        now=NOW,
    )


def agreed(cast: Cast, case: DriveCase, **about: object) -> ContactStrategy:
    """Write a version, consult, hear and agree."""
    version = consulted(cast, case, **about)
    replied(cast, version)
    heard(cast, version)
    agree(cast, version)
    return version


def proposed_hold(cast: Cast, case: DriveCase) -> Hold:
    """Propose a hold."""
    return actions.propose_hold(
        case=case,
        hold=actions.NewHold(
            proceedings="Assault, Crown Court",
            stage=ProceedingsStage.AWAITING_TRIAL,
            reason="The trial is in five weeks.",
            evidence="Listed for 4 August 2017.",
            court_risk="The defence may use his attendance.",
            whose_risk=[WhoseRisk.VICTIM_SURVIVOR],
        ),
        by=cast.case_manager,
        now=NOW,
    )


def held(cast: Cast, case: DriveCase, *, weeks: int = 5) -> Hold:
    """Put a case on hold."""
    hold = proposed_hold(cast, case)
    actions.decide_hold(
        hold=hold,
        decision=actions.HoldDecision(
            state=HoldState.IN_FORCE, review_on=TODAY + timedelta(weeks=weeks)
        ),
        seen=latest_step(hold).pk,
        by=cast.service_manager,
        now=NOW,
    )
    return hold
