"""An arm as a tag."""

from typing import Any

from django.utils.html import format_html

from drive.vocabulary.allocation import Arm
from drive.web.design_system.presenters import label

_ARM_COLOURS = {Arm.DRIVE: "govuk-tag--purple", Arm.CONTROL: "govuk-tag--grey"}


def _tag(text: str, colour: str) -> Any:
    return format_html('<strong class="govuk-tag {}">{}</strong>', colour, text)


def arm_tag(arm: str | None) -> Any:
    """Return an arm as a tag, or nothing where there is none."""
    return _tag(label(Arm(arm)), _ARM_COLOURS[Arm(arm)]) if arm else ""
