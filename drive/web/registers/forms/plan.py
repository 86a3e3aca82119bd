"""The forms of levers, advocacy and pathways."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import Intent
from drive.vocabulary.registers import (
    AdvocacyAim,
    AdvocacyResult,
    AdvocacyTechnique,
    LeverType,
    PathwayKind,
    ReviewVerdict,
)
from drive.web.design_system.forms import RadiosField, SelectField
from drive.web.registers.forms.entry import EntryForm, SpellForm, Words


class LeverForm(SpellForm):
    """A lever."""

    kind = RadiosField(
        label=_("What kind of lever is it?"),
        choices=LeverType,
        small=True,
        missing=_("Choose the kind of lever"),
    )
    agency = SelectField(
        label=_("Which agency stands behind it?"), choices=AgencyType, required=False
    )
    wording = Words(
        label=_("In which words?"),
        help_text=_(
            "Copy a condition or a plan exactly. What he or she wants: in his or her words."
        ),
        required=False,
    )
    breach_consequence = Words(label=_("What follows if it is not kept?"), required=False)
    effect = Words(label=_("What effect has it had?"), required=False)


class AdvocacyForm(EntryForm):
    """Institutional advocacy."""

    agency = SelectField(
        label=_("Whose decision is it?"), choices=AgencyType, missing=_("Choose the agency")
    )
    aim = RadiosField(
        label=_("What is to be changed?"),
        choices=AdvocacyAim,
        small=True,
        missing=_("Choose what is to be changed"),
    )
    decision = Words(
        label=_("Which decision, policy or process?"),
        help_text=_(
            "As it stands now. It is for her safety or a child’s; for his only as a means."
        ),
        missing=_("Write which decision is to be changed"),
    )
    argument = Words(label=_("With which argument?"), required=False)
    technique = RadiosField(
        label=_("How?"), choices=AdvocacyTechnique, small=True, missing=_("Choose how")
    )
    result = RadiosField(
        label=_("What came of it?"),
        choices=AdvocacyResult,
        small=True,
        missing=_("Choose what came of it"),
    )
    intent = RadiosField(label=_("Aim"), choices=Intent, inline=True, small=True, required=False)


class PathwayForm(SpellForm):
    """A pathway."""

    kind = RadiosField(
        label=_("Which pathway?"),
        choices=PathwayKind,
        hints={
            PathwayKind.STALKING: _(
                "The contact strategy has its own questions, and the practice adviser reviews "
                "the case."
            ),
            PathwayKind.SEVERE_DEPENDENCY: _("The service manager reviews whether Drive suits."),
            PathwayKind.SEVERE_MENTAL_ILLNESS: _(
                "The service manager reviews whether Drive suits."
            ),
        },
        missing=_("Choose the pathway"),
    )


class PathwayReviewForm(EntryForm):
    """A review of a pathway."""

    pathway = SelectField(label=_("Which pathway?"), missing=_("Choose the pathway"))
    verdict = RadiosField(
        label=_("What do you find?"),
        choices=ReviewVerdict,
        small=True,
        missing=_("Choose what you find"),
    )
    text = Words(label=_("Why, and what follows?"), missing=_("Write why"), rows=5)
