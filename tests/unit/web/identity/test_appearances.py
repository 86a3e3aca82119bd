"""The flags on the page of one person are those that the research code gives."""

from datetime import date, timedelta
from uuid import UUID

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from drive.linkage.groups import groups
from drive.vocabulary.identity import PartyRole
from drive.web.identity.rules import Appearance, Standing, standings

HE = UUID(int=1)
BEGAN_ON = date(2016, 4, 1)
OTHERS = [UUID(int=number) for number in range(2, 6)]

_days = st.integers(0, 900).map(lambda day: date(2015, 6, 1) + timedelta(days=day))
_cases = st.lists(
    st.tuples(_days | st.sampled_from([BEGAN_ON, date(2016, 2, 29)]), st.sampled_from(OTHERS)),
    min_size=1,
    max_size=8,
)


def appearances(cases: list[tuple[date, UUID]], role: PartyRole) -> list[Appearance]:
    return [
        Appearance(hearing=UUID(int=100 + number), heard_on=day, role=role, other=other)
        for number, (day, other) in enumerate(cases)
    ]


def by_research_code(known: list[Appearance]) -> pd.DataFrame:
    cases = pd.DataFrame(
        {
            "case_id": [str(one.hearing) for one in known],
            "heard_on": [one.heard_on for one in known],
        }
    )
    counterpart = {
        PartyRole.PERPETRATOR: PartyRole.VICTIM_SURVIVOR,
        PartyRole.VICTIM_SURVIVOR: PartyRole.PERPETRATOR,
    }
    persons = pd.DataFrame(
        [
            {"case_id": str(one.hearing), "role": str(role), "person_id": str(person)}
            for one in known
            for role, person in ((one.role, HE), (counterpart[one.role], one.other))
        ]
    )
    return groups(cases, persons, began_on=BEGAN_ON).set_index("case_id")


@settings(max_examples=60)
@given(_cases, st.sampled_from(PartyRole))
def test_the_page_says_what_the_research_code_says(
    cases: list[tuple[date, UUID]], role: PartyRole
) -> None:
    known = appearances(cases, role)
    theirs = by_research_code(known)
    other_before = (
        "same_perpetrator_other_victim"
        if role is PartyRole.PERPETRATOR
        else "same_victim_other_perpetrator"
    )
    for hearing, ours in standings(known, began_on=BEGAN_ON).items():
        row = theirs.loc[str(hearing)]
        assert ours.identical == row["identical"]
        assert ours.same_dyad == row["same_dyad"] == row["repeat_perpetrator"]
        assert ours.other_before == row[other_before]
        assert ours.before_drive == row["history_before_drive"]
        assert ours.is_repeat == row["repeat_current"]
        if role is PartyRole.PERPETRATOR:
            assert ours.others_so_far == row["victims_so_far"]
            assert (ours.others_so_far > 1) == row["serial_perpetrator"]


def test_a_later_hearing_changes_nothing_that_was_known_before() -> None:
    first, later = appearances(
        [(date(2017, 1, 1), OTHERS[0]), (date(2017, 6, 1), OTHERS[1])], PartyRole.PERPETRATOR
    )
    assert standings([first])[first.hearing] == standings([first, later])[first.hearing]
    assert standings([first, later])[later.hearing].others_so_far == 2


def test_roles_do_not_mix() -> None:
    his = appearances([(date(2017, 1, 1), OTHERS[0])], PartyRole.PERPETRATOR)
    hers = [
        Appearance(
            hearing=UUID(int=999),
            heard_on=date(2017, 2, 1),
            role=PartyRole.VICTIM_SURVIVOR,
            other=OTHERS[1],
        )
    ]
    assert standings([*his, *hers])[UUID(int=999)] == Standing(
        identical=False,
        same_dyad=False,
        other_before=False,
        before_drive=None,
        is_repeat=False,
        others_so_far=1,
    )
