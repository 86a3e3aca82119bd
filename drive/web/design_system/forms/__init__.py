"""Form fields that render themselves as GOV.UK components: ``{{ form.name.as_field_group() }}``."""

from drive.web.design_system.forms.answers import AnswerField
from drive.web.design_system.forms.base import CodesForm, DriveForm, KeyForm
from drive.web.design_system.forms.choices import (
    CheckboxesField,
    CheckboxField,
    RadiosField,
    SelectField,
    YesNoField,
)
from drive.web.design_system.forms.dates import DateField
from drive.web.design_system.forms.hidden import Hidden, IdempotencyKeyField, VersionField
from drive.web.design_system.forms.text import (
    DecimalField,
    EmailField,
    FirstText,
    LongTextField,
    PasswordField,
    TextField,
    UploadField,
    WholeNumberField,
)
from drive.web.design_system.forms.wording import ConsiderateForm

__all__ = [
    "AnswerField",
    "CheckboxField",
    "CheckboxesField",
    "CodesForm",
    "ConsiderateForm",
    "DateField",
    "DecimalField",
    "DriveForm",
    "EmailField",
    "FirstText",
    "Hidden",
    "IdempotencyKeyField",
    "KeyForm",
    "LongTextField",
    "PasswordField",
    "RadiosField",
    "SelectField",
    "TextField",
    "UploadField",
    "VersionField",
    "WholeNumberField",
    "YesNoField",
]
