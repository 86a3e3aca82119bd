"""A merge widens nobody's reach; what is told to other sites is told in words that say no more."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.allocation import Arm
from drive.vocabulary.identity import PartyRole, Verdict
from drive.web.accounts.models import Exclusion, User
from drive.web.allocation.actions import HistoricAllocation, import_historic
from drive.web.audit.models import Event
from drive.web.case_record.actions import keep_out
from drive.web.casework import actions as casework
from drive.web.casework.models import DriveCase
from drive.web.insights import actions as insights
from drive.web.people.models import KnownElsewhere
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.identity import decided, question
from tests.factories.people import Docket, Typed, people_of
from tests.integration.access.crawling import follow

pytestmark = pytest.mark.django_db

HIM = Typed("Kim", "Ravelstone")
HERSELF = Typed("Kym", "Ravelstone")
HIS_VICTIM, HER_PERPETRATOR = Typed("Wanda", "Oldacre"), Typed("Gordon", "Pettifer")


def drive_case(cast: Cast, heard: MaracHearing, case_manager: User, idva: User) -> DriveCase:
    row = HistoricAllocation(hearing=heard, arm=Arm.DRIVE, allocated_on=heard.meeting.held_on)
    allocation = import_historic(rows=[row], by=cast.allocator, now=NOW)[0]
    return casework.open_case(
        allocation=allocation,
        case_manager=case_manager,
        idva_lead=idva,
        opened_on=NOW.date(),
        by=cast.service_manager,
        now=NOW,
    )


def everything(user: User) -> str:
    """Return every page that somebody reaches by links, and what a search finds."""
    client = Client()
    client.force_login(user)
    pages = [shown.page for shown in follow(user.username, client)]
    for surname in ("Ravelstone", "Oldacre", "Pettifer"):
        found = client.post("/cases/", {"words": surname}).content.decode()
        pages.append(found.replace(f'value="{surname}"', ""))
    return " ".join(pages)


def test_a_merge_across_roles_shows_nobody_the_other_role(
    cast: Cast, docket: Docket, second: User
) -> None:
    as_perpetrator = docket.heard(HIM, HIS_VICTIM)
    as_victim_survivor = docket.heard(HER_PERPETRATOR, HERSELF)
    drive_case(cast, as_perpetrator, cast.case_manager, cast.idva)
    drive_case(cast, as_victim_survivor, cast.other_case_manager, cast.other_idva)
    for heard, idva in ((as_perpetrator, cast.idva), (as_victim_survivor, cast.other_idva)):
        insights.open_case(
            dyad=heard.dyad, idva=idva, opened_on=NOW.date(), by=cast.coordinator, now=NOW
        )
    candidate = question(
        people_of(as_perpetrator)[0], people_of(as_victim_survivor)[1], crosses_roles=True
    )
    people = ("case_manager", "idva", "other_case_manager", "other_idva")
    before = {name: names_on(everything(cast.users[name])) for name in people}
    decided(candidate, Verdict.SAME, cast.allocator)
    decided(candidate, Verdict.SAME, second)
    assert {name: names_on(everything(cast.users[name])) for name in people} == before
    assert before["case_manager"] == {"Kim", "Wanda"}
    assert before["idva"] == {"Kim", "Wanda"}
    assert before["other_case_manager"] == {"Gordon", "Kym"}
    assert before["other_idva"] == {"Gordon", "Kym"}


def names_on(pages: str) -> set[str]:
    # Whole words: three letters stand by chance within a key.
    return {name for name in ("Kim", "Kym", "Wanda", "Gordon") if re.search(rf"\b{name}\b", pages)}


def test_keeping_somebody_out_holds_for_every_record_of_the_person(
    cast: Cast, docket: Docket
) -> None:
    one = docket.heard(HIM, HIS_VICTIM)
    other = docket.he(HERSELF, marac=cast.west_sussex_marac)
    case = drive_case(cast, one, cast.case_manager, cast.idva)
    decided(question(people_of(one)[0], other), Verdict.SAME, cast.allocator)
    keep_out(case=case, user=cast.excluded, reason="A cousin.", by=cast.service_manager, now=NOW)
    kept = Exclusion.objects.filter(user=cast.excluded).values_list("person_id", flat=True)
    assert set(kept) == {people_of(one)[0].pk, other.pk}


def known_at_both(cast: Cast, docket: Docket) -> MaracHearing:
    here = docket.heard(HIM, HIS_VICTIM)
    there = docket.he(HERSELF, marac=cast.west_sussex_marac)
    decided(question(people_of(here)[0], there), Verdict.SAME, cast.allocator)
    return here


def test_both_sites_are_told_of_a_perpetrator_and_note_that_they_read_it(
    cast: Cast, docket: Docket, client: Client
) -> None:
    known_at_both(cast, docket)
    client.force_login(cast.coordinator)
    notice = KnownElsewhere.objects.get(site=cast.essex)
    address = reverse("identity:notice", args=[notice.pk])
    assert "Perpetrator also known in West Sussex" in client.get("/").content.decode()
    assert "Kym" not in client.get(address).content.decode()
    assert client.post(address, {"key": str(uuid4())})["Location"] == "/"
    notice.refresh_from_db()
    assert notice.acknowledged_by == cast.coordinator
    assert "also known in" not in client.get("/").content.decode()
    assert Event.objects.filter(action="identity.acknowledge").count() == 1
    elsewhere = KnownElsewhere.objects.get(site=cast.west_sussex)
    assert elsewhere.acknowledged_at is None
    there = reverse("identity:notice", args=[elsewhere.pk])
    assert client.get(there).status_code == 404


def test_a_service_manager_is_told_of_her_cases_by_reference(
    cast: Cast, docket: Docket, client: Client
) -> None:
    here = known_at_both(cast, docket)
    client.force_login(cast.service_manager)
    assert "also known in" not in client.get("/").content.decode()
    case = drive_case(cast, here, cast.case_manager, cast.idva)
    page = client.get("/").content.decode()
    assert f"{case.reference}: Perpetrator also known in West Sussex" in page
    assert "Kim" not in page
    notice = KnownElsewhere.objects.get(site=cast.essex)
    opened = client.get(reverse("identity:notice", args=[notice.pk])).content.decode()
    assert "A perpetrator heard in Essex is also known in West Sussex." in opened
    assert "Kim" not in opened


def test_where_a_victim_survivor_was_known_before_is_not_said(
    cast: Cast, docket: Docket, client: Client
) -> None:
    earlier = docket.she(Typed("Wanda", "Oldacre"))
    later = docket.she(Typed("Wander", "Oldacre"), marac=cast.west_sussex_marac)
    decided(question(earlier, later), Verdict.SAME, cast.allocator)
    notice = KnownElsewhere.objects.get(role=PartyRole.VICTIM_SURVIVOR)
    assert (notice.site, notice.other_site) == (cast.west_sussex, None)
    client.force_login(cast.west_sussex_coordinator)
    assert "Victim-survivor known before at another site" in client.get("/").content.decode()
    page = client.get(reverse("identity:notice", args=[notice.pk])).content.decode()
    assert "was known before at another site" in page
    assert "Essex" not in page.replace("West Sussex", "")
    client.force_login(cast.coordinator)
    assert "Wander" not in client.get("/").content.decode()
    assert client.get(reverse("identity:notice", args=[notice.pk])).status_code == 404
