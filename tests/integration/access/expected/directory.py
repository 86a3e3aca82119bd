"""Which page of the directory opens for whom: everybody who asks agencies reads it, two keep it."""

from __future__ import annotations

from tests.integration.access.expected.people import (
    ADMINISTRATORS,
    IDVAS,
    READ_CASES,
    SERVICE_MANAGERS,
    Names,
)

READ_DIRECTORY = READ_CASES | IDVAS | ADMINISTRATORS
KEEP_DIRECTORY = SERVICE_MANAGERS | ADMINISTRATORS

OF_DIRECTORY: dict[str, Names] = {
    "multiagency:directory": READ_DIRECTORY,
    "multiagency:directory_agency": READ_DIRECTORY,
    "multiagency:directory_agreements": READ_DIRECTORY,
    "multiagency:directory_agreement": READ_DIRECTORY,
    "multiagency:directory_provision": READ_DIRECTORY,
    "multiagency:directory_service": READ_DIRECTORY,
    "multiagency:directory_add_agency": KEEP_DIRECTORY,
    "multiagency:directory_days": KEEP_DIRECTORY,
    "multiagency:directory_became": KEEP_DIRECTORY,
    "multiagency:directory_take_back": KEEP_DIRECTORY,
    "multiagency:directory_good_to_know": KEEP_DIRECTORY,
    "multiagency:directory_rung": KEEP_DIRECTORY,
    "multiagency:directory_add_team": KEEP_DIRECTORY,
    "multiagency:directory_end_team": KEEP_DIRECTORY,
    "multiagency:directory_add_contact": KEEP_DIRECTORY,
    "multiagency:directory_change_contact": KEEP_DIRECTORY,
    "multiagency:directory_end_contact": KEEP_DIRECTORY,
    "multiagency:directory_away": KEEP_DIRECTORY,
    "multiagency:directory_change_absence": KEEP_DIRECTORY,
    "multiagency:directory_add_agreement": KEEP_DIRECTORY,
    "multiagency:directory_change_agreement": KEEP_DIRECTORY,
    "multiagency:directory_add_provision": KEEP_DIRECTORY,
    "multiagency:directory_found": KEEP_DIRECTORY,
}
