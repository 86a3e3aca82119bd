"""The records of the pilot, as plain frozen dataclasses.

Keys are stable text (``essex-0001``, ``essex-0001-vs``): the loader makes uuid5 of them.
Where a record or an answer stands in no published table it says ``reconstructed=True``
(see docs/explanation/pilot.md for what the flag means).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.allocation import Arm
from drive.vocabulary.answers import Answer
from drive.vocabulary.casework import (
    ActivityCode,
    AssessmentPoint,
    CaseState,
    Channel,
    ClosureReason,
    ContactType,
    Intent,
    NonContactReason,
    WorkMode,
)
from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.work import Attribution

SiteCode = Literal["essex", "south_wales", "west_sussex"]
StudySite = Literal["site_1", "site_2", "site_3"]

SITE_CODES: tuple[SiteCode, ...] = ("essex", "south_wales", "west_sussex")
STUDY_SITES: tuple[StudySite, ...] = ("site_1", "site_2", "site_3")


@dataclass(frozen=True, kw_only=True)
class PersonRecord:
    """A synthetic person.

    Parameters
    ----------
    key : str
        Stable text, unique among all persons of the pilot.
    forename, surname : str
        Synthetic.
    date_of_birth : datetime.date or None
        Synthetic, and such that the recorded age is right on the day of the hearing; None
        if the age is missing.
    postcode : str
        In an area that does not exist ("ZZ1 1AA").
    """

    key: str
    forename: str
    surname: str
    date_of_birth: date | None
    postcode: str


@dataclass(frozen=True, kw_only=True)
class RatingRecord:
    """One abuse type on one form: two answers, neither derived from the other."""

    abuse_type: AbuseType
    used: Answer
    severity: Answer


@dataclass(frozen=True, kw_only=True)
class HearingRecord:
    """The Marac hearing after which the perpetrator was drawn.

    ``core_data`` holds one Answer for each of ``questions.CORE_DATA``. ``source_labels``
    holds the source's own word beside a code, by question key (such as "Transgender").
    """

    key: str
    marac_name: str
    heard_on: date
    core_data: Mapping[str, Answer]
    source_labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class AssessmentRecord:
    """One submitted assessment.

    ``answers`` is keyed by question key: PROFILE at intake only, NEEDS at intake,
    CONTACT_AND_RISK at each point (risk at closure only). ``ratings`` stand at intake and
    at closure. ``source_labels`` holds the source's own word beside a code.
    """

    key: str
    point: AssessmentPoint
    assessed_on: date
    answers: Mapping[str, Answer]
    ratings: tuple[RatingRecord, ...] = ()
    source_labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NonContactRecord:
    """Why the perpetrator had not been contacted, at one point."""

    key: str
    point: AssessmentPoint
    reason: NonContactReason
    recorded_on: date
    reconstructed: bool


@dataclass(frozen=True, kw_only=True)
class ContactRecord:
    """A contact with the perpetrator (all reconstructed: only who was contacted is printed)."""

    key: str
    contacted_on: date
    contact_type: ContactType
    successful: bool
    reconstructed: bool = True


@dataclass(frozen=True, kw_only=True)
class WorkRecord:
    """One coded activity."""

    key: str
    worked_on: date
    mode: WorkMode
    activity: ActivityCode
    intent: Intent | None
    reconstructed: bool


@dataclass(frozen=True, kw_only=True)
class NoteRecord:
    """A simulated case note: one action, with all that is coded on it.

    Every note is reconstructed: some sums and shares of their codes are printed, never a note.

    Parameters
    ----------
    agency
        With whom; None for work with the service user, and for work on the case manager's own.
    intent
        The aim of work with an agency.
    attribution
        Whose doing the disruption is, where it is one of the activities; of others it is not known.
    text
        Says that it is simulated, and nothing that the codes do not say.
    """

    key: str
    noted_on: date
    channel: Channel
    mode: WorkMode
    activities: tuple[ActivityCode, ...]
    agency: AgencyType | None
    intent: Intent | None
    attribution: Attribution | None
    text: str
    reconstructed: bool = True


@dataclass(frozen=True, kw_only=True)
class DriveCaseRecord:
    """A Drive case; ``assessments`` is empty for the 150 that are still open.

    ``notes`` are there for the 30 whose case notes the report analysed.
    """

    key: str
    opened_on: date
    state: CaseState
    closed_on: date | None = None
    closure_reason: ClosureReason | None = None
    assessments: tuple[AssessmentRecord, ...] = ()
    non_contacts: tuple[NonContactRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    work: tuple[WorkRecord, ...] = ()
    notes: tuple[NoteRecord, ...] = ()

    @property
    def is_completed(self) -> bool:
        """Whether it is one of the 48 that the report calls completed."""
        return self.closed_on is not None


@dataclass(frozen=True, kw_only=True)
class InsightsFormRecord:
    """One Insights form, the same in both arms.

    ``answers`` is keyed by question key: at exit the outcome scales, the interventions and
    the number of contacts; ``knew_drive_involved`` at both stages.
    """

    key: str
    stage: InsightsStage
    recorded_on: date
    answers: Mapping[str, Answer]
    ratings: tuple[RatingRecord, ...]


@dataclass(frozen=True, kw_only=True)
class IdvaCaseRecord:
    """An Idva case, in either arm.

    Without ``exit`` it is still open. Four exit forms of the control arm have no
    ``closed_on``: their closing day was not recorded, and lengths of support have n = 217.
    """

    key: str
    opened_on: date
    closed_on: date | None
    intake: InsightsFormRecord
    exit: InsightsFormRecord | None


@dataclass(frozen=True, kw_only=True)
class VictimSurvivorRecord:
    """The victim-survivor through whom the perpetrator was heard."""

    person: PersonRecord
    idva_case: IdvaCaseRecord | None = None


@dataclass(frozen=True, kw_only=True)
class PerpetratorRecord:
    """A perpetrator heard at a Marac and allocated, with all that hangs on him or her."""

    key: str
    site: SiteCode
    study_site: StudySite
    arm: Arm
    person: PersonRecord
    victim_survivor: VictimSurvivorRecord
    dyad_key: str
    hearing: HearingRecord
    allocation_key: str
    allocated_on: date
    drive_case: DriveCaseRecord | None = None
    reconstructed: bool = False


@dataclass(frozen=True, kw_only=True)
class PilotRecords:
    """All records, perpetrators in the order of their keys."""

    seed: int
    perpetrators: tuple[PerpetratorRecord, ...]

    @property
    def drive_cases(self) -> tuple[DriveCaseRecord, ...]:
        """The 198 Drive cases."""
        return tuple(p.drive_case for p in self.perpetrators if p.drive_case is not None)

    @property
    def completed(self) -> tuple[PerpetratorRecord, ...]:
        """The 48 perpetrators whose Drive case was completed by April 2017."""
        return tuple(p for p in self.perpetrators if p.drive_case and p.drive_case.is_completed)

    @property
    def noted(self) -> tuple[PerpetratorRecord, ...]:
        """The 30 of the completed whose case notes were analysed, ten at each site."""
        return tuple(p for p in self.perpetrators if p.drive_case and p.drive_case.notes)

    @property
    def with_idva_case(self) -> tuple[PerpetratorRecord, ...]:
        """The 441 perpetrators whose victim-survivor has an Idva case."""
        return tuple(p for p in self.perpetrators if p.victim_survivor.idva_case is not None)
