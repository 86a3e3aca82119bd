"""What the walk leaves on record: the same in whatever way somebody works."""

from drive.web.assessments.models import Assessment, AssessmentDecision, RiseReview
from drive.web.casework.models import (
    CaseClosure,
    CaseNote,
    CaseStateChange,
    ChangeDecision,
    Consultation,
    ConsultationReply,
    ContactStrategy,
    HoldStep,
    LateDecision,
    LateInformation,
    PlannedContact,
    StrategyDecision,
    SuContact,
    VictimSurvivorVoice,
)
from drive.web.monitoring.models import DataQuery
from drive.web.oversight.models import OversightAction, OversightRecord
from drive.web.recording.models import Draft
from drive.web.registers.models import Lever, Order, Pathway, PathwayReview, RiskEvent

KEPT = {
    CaseStateChange: 6,
    Pathway: 1,
    PathwayReview: 1,
    ContactStrategy: 1,
    Consultation: 4,
    ConsultationReply: 2,
    VictimSurvivorVoice: 1,
    StrategyDecision: 2,
    PlannedContact: 1,
    SuContact: 1,
    Assessment: 6,
    AssessmentDecision: 2,
    RiseReview: 1,
    Lever: 1,
    Order: 1,
    RiskEvent: 1,
    HoldStep: 3,
    OversightRecord: 1,
    OversightAction: 1,
    DataQuery: 1,
    ChangeDecision: 1,
    CaseClosure: 1,
    LateInformation: 1,
    LateDecision: 1,
}
"""How many rows there are of each kind."""


def everything_is_on_record() -> None:
    """Every step left its row, none left two, and nothing is left half typed."""
    left = [draft.form for draft in Draft.objects.all()]
    assert not left, left
    counted = {model.__name__: model.objects.count() for model in KEPT}
    others = {model.__name__: number for model, number in KEPT.items()}
    assert counted == others, sorted(set(counted.items()) ^ set(others.items()))
    assert "four times since May" in CaseNote.objects.earliest("recorded_at").text
    assert SuContact.objects.get().strategy == ContactStrategy.objects.get()
    assert OversightAction.objects.get().done_at is not None
    assert DataQuery.objects.get().resolved_at is not None
    points = [each.point for each in Assessment.objects.order_by("recorded_at")]
    assert points == ["intake", "month_3", "month_6", "month_9", "closure", "step_down_end"]
