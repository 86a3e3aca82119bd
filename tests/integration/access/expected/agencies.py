"""Which page of a request opens for whom: who works on the case asks, the adviser reads."""

from __future__ import annotations

from tests.integration.access.expected.people import (
    ADVISERS,
    READ_CASES,
    SERVICE_MANAGERS,
    WORK_CASES,
    Names,
)

OF_AGENCIES: dict[str, Names] = {
    "multiagency:requests": READ_CASES,
    "multiagency:request": READ_CASES,
    "multiagency:stalled": READ_CASES,
    "multiagency:measures": SERVICE_MANAGERS | ADVISERS,
    "multiagency:choose_agency": WORK_CASES,
    "multiagency:ask": WORK_CASES,
    "multiagency:send": WORK_CASES,
    "multiagency:say": WORK_CASES,
    "multiagency:chase": WORK_CASES,
    "multiagency:escalate": WORK_CASES,
    "multiagency:contest": WORK_CASES,
    "multiagency:answer": WORK_CASES,
    "multiagency:withdraw": WORK_CASES,
    "multiagency:extracts": SERVICE_MANAGERS,
    "multiagency:upload_extract": SERVICE_MANAGERS,
    "multiagency:extract_template": SERVICE_MANAGERS,
    "multiagency:extract": SERVICE_MANAGERS,
    "multiagency:extract_act": SERVICE_MANAGERS,
    "multiagency:case_extracts": READ_CASES,
}
