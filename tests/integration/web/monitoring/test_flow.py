"""The participant flow: counted from rows, held to the tables, and shown as far as one may see."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from drive.randomisation.flow import FlowError
from drive.vocabulary.allocation import AllocationOrigin, Arm, LossReason, WithdrawalReason
from drive.vocabulary.identity import Verdict
from drive.web.accounts.models import User
from drive.web.allocation.actions import (
    HistoricAllocation,
    give_places,
    import_historic,
    pass_over,
    record_loss,
    withdraw,
)
from drive.web.allocation.models import Allocation, EligibilityDecision
from drive.web.monitoring.queries.flow import Flowing, flow_of
from drive.web.monitoring.queries.groups import groups_of
from drive.web.monitoring.queries.reach import Scope
from drive.web.monitoring.rules.flow import NO_CASE, checked_flow
from drive.web.outbound.models import Release, ReleaseKind
from tests.cast import NOW, Cast
from tests.factories.allocation import drawn, ratio
from tests.factories.identity import decided, question
from tests.factories.panels import service_mode
from tests.factories.people import Docket, Typed, people_of
from tests.factories.referrals import hearings
from tests.factories.sign_in import signed_in
from tests.integration.web.monitoring.trial import imported, opened

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
FLOW = "/monitoring/flow/"


def essex(cast: Cast, origin: AllocationOrigin | None = None, *, follow_up: bool = True) -> Flowing:
    return flow_of(Scope(sites=[cast.essex], origin=origin), today=TODAY, follow_up=follow_up)


@pytest.fixture
def mixed(cast: Cast) -> list[Allocation]:
    """Nine drawn here, eleven imported; one has a case, one is withdrawn, one is lost."""
    ratio(cast, control=2)
    hearings(cast, range(1, 10))
    made = drawn(cast).allocations
    past = imported(cast, range(20, 23), Arm.DRIVE) + imported(cast, range(30, 38), Arm.CONTROL)
    opened(cast, [past[0]])
    withdraw(
        allocation=past[1],
        reason=WithdrawalReason.WRONG_PERSON,
        explanation="Two brothers.",
        by=cast.allocator,
        now=NOW,
    )
    record_loss(
        allocation=past[-1],
        reason=LossReason.DEATH,
        lost_on=TODAY,
        explanation="",
        by=cast.allocator,
        now=NOW,
    )
    return [*made, *past]


def a_decision_is_lost() -> None:
    """Lose a row, as after a restore that went wrong."""
    EligibilityDecision.objects.filter(pk=EligibilityDecision.objects.all()[0].pk).delete()


def page(user: User, address: str = FLOW) -> str:
    answer = signed_in(Client(), user).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_flow_holds_what_is_recorded(cast: Cast, mixed: list[Allocation]) -> None:
    flowing = essex(cast)
    flow = checked_flow(flowing.rows, flowing.counted)
    drive, control = flow.arms[Arm.DRIVE], flow.arms[Arm.CONTROL]
    arms = [each.arm for each in mixed]
    assert (flow.assessed, flow.drawn) == (20, 20)
    assert (drive.allocated, control.allocated) == (arms.count("drive"), arms.count("control"))
    assert drive.received == 1
    assert drive.not_received["Withdrawn: another person was meant"] == 1
    assert drive.not_received[NO_CASE] == drive.allocated - 2
    assert sum(control.not_received.values()) == 0
    assert control.lost == {"Death": 1, "Moved away": 0, "Another reason": 0}
    assert control.analysed == control.allocated
    assert flowing.withdrawn[Arm.DRIVE] == {WithdrawalReason.WRONG_PERSON: 1}


def test_drawn_here_and_imported_are_told_apart(cast: Cast, mixed: list[Allocation]) -> None:
    here, past = essex(cast, AllocationOrigin.DRAWN), essex(cast, AllocationOrigin.HISTORIC)
    assert checked_flow(here.rows, here.counted).drawn == 9
    assert checked_flow(past.rows, past.counted).drawn == 11
    assert (past.imported.drive, past.imported.control) == (3, 8)
    assert (here.imported.drive, here.imported.control) == (0, 0)


def test_those_who_come_back_and_those_who_are_held(cast: Cast, docket: Docket) -> None:
    ratio(cast)
    first = docket.heard(Typed("Kim", "Ravelstone"), Typed("Wanda", "Oldacre"))
    docket.compared()
    drawn(cast)
    docket.heard(Typed("Kim", "Ravelstone"), Typed("Ida", "Newsome"), heard_on=date(2017, 6, 20))
    docket.compared()
    drawn(cast)
    held = docket.heard(Typed("Kym", "Ravelston"), Typed("Ada", "Newton"))
    docket.compared()
    question(people_of(first)[0], people_of(held)[0])
    flowing = essex(cast)
    flow = checked_flow(flowing.rows, flowing.counted)
    assert (flow.assessed, flow.drawn, flow.waiting) == (3, 1, 1)
    assert sum(flow.excluded.values()) == 1
    assert flowing.not_assessed == 0


def test_of_two_draws_of_one_person_the_later_is_void(cast: Cast, docket: Docket) -> None:
    his = [docket.heard(Typed("Kim", "Ravelstone")), docket.heard(Typed("Kym", "Ravelston"))]
    for heard, day in zip(his, (1, 2), strict=True):
        row = HistoricAllocation(
            hearing=heard, arm=Arm.CONTROL, allocated_on=date(2017, 6, 13 + day)
        )
        import_historic(rows=[row], by=cast.allocator, now=NOW)
    candidate = question(*(people_of(heard)[0] for heard in his))
    for reviewer in (cast.allocator, cast.second_allocator):
        decided(candidate, Verdict.SAME, reviewer)
    flowing = essex(cast)
    control = checked_flow(flowing.rows, flowing.counted).arms[Arm.CONTROL]
    assert (control.allocated, control.void, control.analysed) == (2, 1, 1)
    assert groups_of(Scope(sites=[cast.essex])).six.control.perpetrators == 1


def test_whom_a_panel_selects_is_counted_apart(cast: Cast) -> None:
    """Three before a panel: one gets a place, one is passed over, one still waits."""
    service_mode(cast)
    imported(cast, range(30, 33), Arm.CONTROL, heard_on=date(2017, 5, 30))
    given, passed, _waits = hearings(cast, range(1, 4))
    about: dict[str, Any] = {
        "site": cast.essex,
        "by": cast.service_manager,
        "now": NOW,
        "today": TODAY,
    }
    give_places(hearings=[given.pk], **about)
    pass_over(reasons={passed.pk: "Nothing new."}, **about)
    flowing = essex(cast)
    flow = checked_flow(flowing.rows, flowing.counted)
    assert (flow.assessed, flow.drawn, flow.arms[Arm.DRIVE].allocated) == (3, 3, 0)
    assert (flowing.selected, flowing.not_assessed) == (1, 1)
    assert "1 perpetrator came to Drive through a panel" in page(cast.evaluator)
    assert groups_of(Scope(sites=[cast.essex])).six.drive.perpetrators == 0


def test_a_number_that_does_not_agree_is_named_on_the_page(
    cast: Cast, mixed: list[Allocation]
) -> None:
    """As after a restore that lost a row."""
    lost = EligibilityDecision.objects.get(perpetrator=mixed[-1].perpetrator)
    EligibilityDecision.objects.filter(pk=lost.pk).delete()
    flowing = essex(cast)
    with pytest.raises(FlowError, match="allocated to Control, but"):
        checked_flow(flowing.rows, flowing.counted)
    shown = page(cast.evaluator)
    assert "These numbers contradict each other" in shown
    assert "<svg xmlns" not in shown
    assert "Allocated, Control" in shown


def test_the_page_shows_drawing_text_and_the_refusal(cast: Cast, mixed: list[Allocation]) -> None:
    shown = page(cast.evaluator)
    assert "<svg xmlns" in shown
    assert "Heard before the trial&#39;s start: 0" in shown
    assert "were imported without the sequence they were drawn from" in shown
    assert "Withdrawn after the draw, and kept as allocated" in shown
    assert "refused" not in page(cast.evaluator, f"{FLOW}?origin=drawn")


def test_an_unknown_filter_is_no_filter(cast: Cast, mixed: list[Allocation]) -> None:
    assert "Drawn: 20" in page(cast.evaluator, f"{FLOW}?site=nowhere&origin=selected&x=%00")


@pytest.mark.usefixtures("mixed")
def test_the_allocator_sees_nothing_of_what_came_after(cast: Cast) -> None:
    shown = page(cast.allocator)
    assert "Drive: allocated" in shown
    for word in ("Received", "Lost", "Analysed", "Withdrawn", "case opened", "Death"):
        assert not re.search(rf"\b{word}\b", shown), word
    read = essex(cast, follow_up=False)
    assert not any(row.not_received or row.lost or row.not_analysed for row in read.rows)
    assert read.counted.cases is None


@pytest.mark.usefixtures("mixed")
def test_a_contradiction_tells_the_allocator_nothing_either(cast: Cast) -> None:
    a_decision_is_lost()
    shown = page(cast.allocator)
    assert "These numbers contradict each other" in shown
    for word in ("Received", "Withdrawn", "case opened", "Drive cases", "Death"):
        assert word not in shown


def test_a_service_manager_sees_the_own_site_alone(cast: Cast) -> None:
    imported(cast, range(1, 12), Arm.CONTROL)
    imported(cast, range(40, 47), Arm.DRIVE, in_west_sussex=True)
    assert "Drawn: 11" in page(cast.service_manager)
    assert "Drawn: 7" in page(cast.west_sussex_service_manager)
    assert "Drawn: 11" in page(cast.service_manager, f"{FLOW}?site=west_sussex")
    assert "Drawn: 18" in page(cast.evaluator)
    assert "Received what was allocated" in page(cast.service_manager)


@pytest.mark.usefixtures("mixed")
def test_no_name_stands_on_any_page(cast: Cast) -> None:
    for user in (cast.evaluator, cast.service_manager, cast.allocator):
        assert not re.search(r"Perpetrator\d|Survivor\d", page(user))


@pytest.mark.usefixtures("mixed")
def test_the_commissioner_sees_no_small_number(cast: Cast) -> None:
    shown = page(cast.commissioner, "/monitoring/summary/")
    assert "not shown" in shown
    cells = re.findall(r"numeric[^>]*>\s*([^<]+?)\s*</td>", shown)
    counts = {int(cell) for cell in cells if cell.isdigit()}
    assert counts
    assert all(count % 5 == 0 for count in counts)
    assert signed_in(Client(), cast.commissioner).get(FLOW).status_code == 403
    a_decision_is_lost()
    assert "do not agree with each other" in page(cast.commissioner, "/monitoring/summary/")


@pytest.mark.parametrize(
    ("what", "name", "beginning"),
    [
        ("text", "flow.txt", b"Every number is shown."),
        ("drawing", "flow.svg", b"<svg xmlns"),
        ("summary", "flow-summary.txt", b"Numbers from 1 to 7 are not shown"),
    ],
)
@pytest.mark.usefixtures("mixed")
def test_a_file_leaves_through_the_gate(cast: Cast, what: str, name: str, beginning: bytes) -> None:
    client = signed_in(Client(), cast.evaluator, freshly=True)
    about = {"what": what, "recipient": "R. Reader, Somewhere", "purpose": "A talk"}
    answer = client.post("/monitoring/flow/download/?site=essex", about)
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.content.startswith(beginning)
    row = Release.objects.get()
    assert (row.kind, row.recipient, row.recorded_by) == (
        ReleaseKind.FLOW,
        "R. Reader, Somewhere",
        cast.evaluator,
    )


@pytest.mark.usefixtures("mixed")
def test_nothing_leaves_while_numbers_contradict(cast: Cast) -> None:
    a_decision_is_lost()
    client = signed_in(Client(), cast.evaluator, freshly=True)
    about = {"what": "text", "recipient": "R. Reader", "purpose": "A talk"}
    answer = client.post("/monitoring/flow/download/", about)
    assert "recorded." in answer.content.decode()
    assert not Release.objects.exists()


@pytest.mark.parametrize("address", [FLOW, "/monitoring/groups/", "/monitoring/balance/"])
def test_a_larger_trial_takes_no_more_statements(cast: Cast, address: str) -> None:
    ratio(cast, control=1)
    hearings(cast, range(1, 5))
    drawn(cast)
    client = signed_in(Client(), cast.evaluator)
    client.get(address)
    few = statements(client, address)
    hearings(cast, range(5, 25))
    drawn(cast)
    imported(cast, range(30, 50), Arm.DRIVE)
    assert statements(client, address) == few


def statements(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
