"""Form fields that render themselves as GOV.UK components: ``{{ form.name.as_field_group() }}``."""

from drive.web.design_system.forms.answers import AnswerField
from drive.web.design_system.forms.base import DriveForm
from drive.web.design_system.forms.choices import (
    CheckboxesField,
    CheckboxField,
    RadiosField,
    SelectField,
    YesNoField,
)
from drive.web.design_system.forms.dates import DateField
from drive.web.design_system.forms.text import (
    DecimalField,
    EmailField,
    IdempotencyKeyField,
    LongTextField,
    PasswordField,
    TextField,
    UploadField,
    WholeNumberField,
)

__all__ = [
    "AnswerField",
    "CheckboxField",
    "CheckboxesField",
    "DateField",
    "DecimalField",
    "DriveForm",
    "EmailField",
    "IdempotencyKeyField",
    "LongTextField",
    "PasswordField",
    "RadiosField",
    "SelectField",
    "TextField",
    "UploadField",
    "WholeNumberField",
    "YesNoField",
]
