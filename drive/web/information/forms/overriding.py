"""The reason for which the guard is overridden."""

from django.utils.translation import gettext_lazy as _

from drive.web.design_system.forms import ConsiderateForm, IdempotencyKeyField, LongTextField
from drive.web.information.rules.sources import LONGEST_REASON


class OverrideForm(ConsiderateForm):
    """Why a use goes on although the guard stops it."""

    reason = LongTextField(
        label=_("Why should it go on?"),
        help_text=_(
            "What she wishes, what would happen otherwise, and how she is kept safe. The service "
            "manager and the IDVA lead read it, and nobody else."
        ),
        missing=_("Write the reason"),
        max_length=LONGEST_REASON,
        rows=4,
    )
    key = IdempotencyKeyField()
