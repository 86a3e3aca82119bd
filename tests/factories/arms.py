"""One pair of each arm, drawn by the real draw, each with an Idva case of the same Idva."""

from dataclasses import dataclass
from datetime import date

from drive.vocabulary.allocation import Arm
from drive.web.allocation.actions import Chosen
from drive.web.casework.actions import open_case
from drive.web.casework.models import DriveCase
from drive.web.insights.models import IdvaCase
from drive.web.people.models import Dyad
from tests.cast import NOW, Cast
from tests.factories.allocation import design, drawn
from tests.factories.insights import idva_case
from tests.factories.referrals import hearings

DRAWN_ON = NOW.date()


@dataclass(frozen=True, kw_only=True)
class BothArms:
    """A case of each arm; the Drive case is the casework beside the first."""

    drive: IdvaCase
    control: IdvaCase
    casework: DriveCase


def both_arms(cast: Cast) -> BothArms:
    """Draw until there is somebody in each arm, and open what follows."""
    design(cast, Chosen(ratio=(1, 1)))
    hearings(cast, range(1, 9), heard_on=date(2017, 6, 12))
    by_arm = {each.arm: each for each in drawn(cast).allocations}
    casework = open_case(
        allocation=by_arm[Arm.DRIVE],
        case_manager=cast.case_manager,
        idva_lead=cast.idva,
        opened_on=DRAWN_ON,
        by=cast.service_manager,
        now=NOW,
    )
    pairs = {arm: Dyad.objects.get(perpetrator=each.perpetrator_id) for arm, each in by_arm.items()}
    return BothArms(
        drive=idva_case(cast, dyad=pairs[Arm.DRIVE]),
        control=idva_case(cast, dyad=pairs[Arm.CONTROL]),
        casework=casework,
    )
