"""Addresses of the pages of an assessment, and what is sent to them."""

from uuid import uuid4

from drive.web.casework.models import DriveCase


def part(case: DriveCase, name: str, point: str = "month_3") -> str:
    return f"/cases/{case.pk}/assessments/{point}/part/{name}/"


def abuse_of(case: DriveCase) -> str:
    return f"abuse-{str(case.perpetrator.dyads.get(is_primary=True).pk)[:8]}"


def day(name: str, text: str) -> dict[str, str]:
    return dict(zip((f"{name}-day", f"{name}-month", f"{name}-year"), text.split(), strict=True))


def sent_off(**more: str) -> dict[str, str]:
    return {**day("assessed_on", "20 4 17"), "key": str(uuid4()), **more}
