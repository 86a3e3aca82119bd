"""An answer is a value or a typed reason why there is none. Blank never means no."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drive.vocabulary.word import Word


class ValueStatus(Word):
    """Whether a value is known and, where it is not, why not."""

    KNOWN = "known", "Known"
    ASKED_NOT_KNOWN = "asked_not_known", "Asked, not known"
    NOT_ASKED = "not_asked", "Not asked"
    NOT_CONTACTABLE = "not_contactable", "Could not be contacted"
    DECLINED = "declined", "Declined to answer"
    AGENCY_NO_REPLY = "agency_no_reply", "Agency has not replied"
    REQUESTED = "requested", "Information requested"
    NOT_YET_DUE = "not_yet_due", "Not yet due"
    NOT_APPLICABLE = "not_applicable", "Does not apply"
    WITHHELD_FOR_SAFETY = "withheld_for_safety", "Withheld for safety"
    NOT_RECORDED_LEGACY = "not_recorded_legacy", "Not recorded in the old system"


class InformationSource(Word):
    """Who said so."""

    SU = "su", "Service user"
    VICTIM_SURVIVOR = "victim_survivor", "Victim-survivor"
    IDVA = "idva", "IDVA"
    POLICE = "police", "Police"
    PROBATION = "probation", "Probation"
    CSC = "csc", "Children's social care"
    HEALTH = "health", "Health"
    HOUSING = "housing", "Housing"
    SCHOOL = "school", "School"
    FAMILY = "family", "Family"
    MARAC = "marac", "Marac"
    CASE_MANAGER_OBSERVATION = "case_manager_observation", "Case manager's observation"
    COURT = "court", "Court"
    OTHER = "other", "Other"


class SourceSafety(Word):
    """Whether a fact could be traced back to the person who told it."""

    CORROBORATED = "corroborated", "Corroborated"
    SOLE_INFORMANT_VS = "sole_informant_vs", "Known only from the victim-survivor"
    SOLE_INFORMANT_OTHER = "sole_informant_other", "Known only from one other person"
    PUBLIC = "public", "Public"


class YesNo(Word):
    """A yes or a no; not knowing is a ValueStatus."""

    YES = "yes", "Yes"
    NO = "no", "No"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answered question: a value if and only if the status is KNOWN.

    Parameters
    ----------
    value : str or None
        The value as stored text (a Word's value, a whole number, an ISO date, or free text).
    status : ValueStatus
        KNOWN, or the reason why the value is not known.
    source : InformationSource or None
        Who said so.
    as_of : datetime.date or None
        The day on which it was true.
    safety : SourceSafety or None
        Whether the answer could be traced to its informant.
    reconstructed : bool
        Whether it was filled by the reconstruction of the pilot, not printed by a source.

    Raises
    ------
    ValueError
        If a KNOWN answer has no value, or an unknown one has.
    """

    value: str | None = None
    status: ValueStatus = ValueStatus.KNOWN
    source: InformationSource | None = None
    as_of: date | None = None
    safety: SourceSafety | None = None
    reconstructed: bool = False

    def __post_init__(self) -> None:
        """Refuse a value without KNOWN and KNOWN without a value."""
        has_value = self.value is not None and self.value != ""
        if has_value != (self.status is ValueStatus.KNOWN):
            raise ValueError("An answer has a value if, and only if, its status is 'known'.")

    @property
    def is_known(self) -> bool:
        """Whether there is a value."""
        return self.status is ValueStatus.KNOWN


def known(
    value: str,
    *,
    source: InformationSource | None = None,
    as_of: date | None = None,
    reconstructed: bool = False,
) -> Answer:
    """Return a KNOWN answer."""
    return Answer(
        value=str(value),
        status=ValueStatus.KNOWN,
        source=source,
        as_of=as_of,
        reconstructed=reconstructed,
    )


def unknown(status: ValueStatus, *, reconstructed: bool = False) -> Answer:
    """Return an answer that says why there is no value."""
    return Answer(status=status, reconstructed=reconstructed)
