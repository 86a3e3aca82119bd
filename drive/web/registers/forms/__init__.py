"""The forms of the registers."""

from drive.web.registers.forms.children import ChildEventForm, ChildForm, ChildStatusForm
from drive.web.registers.forms.entry import EndForm, EntryForm, SettleForm, TakeBackForm
from drive.web.registers.forms.law import BreachForm, OrderForm, RiskEventForm
from drive.web.registers.forms.places import AdjustmentForm, CustodyForm, WhereaboutsForm
from drive.web.registers.forms.plan import AdvocacyForm, LeverForm, PathwayForm, PathwayReviewForm
from drive.web.registers.forms.work import (
    FamilyForm,
    KnownForm,
    PaymentForm,
    RevisitForm,
    SelfReportForm,
    SessionForm,
    SupportForm,
)

__all__ = [
    "AdjustmentForm",
    "AdvocacyForm",
    "BreachForm",
    "ChildEventForm",
    "ChildForm",
    "ChildStatusForm",
    "CustodyForm",
    "EndForm",
    "EntryForm",
    "FamilyForm",
    "KnownForm",
    "LeverForm",
    "OrderForm",
    "PathwayForm",
    "PathwayReviewForm",
    "PaymentForm",
    "RevisitForm",
    "RiskEventForm",
    "SelfReportForm",
    "SessionForm",
    "SettleForm",
    "SupportForm",
    "TakeBackForm",
    "WhereaboutsForm",
]
