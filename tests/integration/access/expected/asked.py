"""Which page of what may be asked for opens for whom: his pack, her own request, her records."""

from __future__ import annotations

from tests.integration.access.expected.people import IDVAS, SERVICE_MANAGERS, Names

OF_REQUESTS: dict[str, Names] = {
    "case_record:packs": SERVICE_MANAGERS | IDVAS,
    "case_record:open_pack": SERVICE_MANAGERS,
    "case_record:pack": SERVICE_MANAGERS | IDVAS,
    "case_record:pack_copy": SERVICE_MANAGERS | IDVAS,
    "case_record:pack_item": SERVICE_MANAGERS,
    "case_record:put_pack_together": SERVICE_MANAGERS,
    "case_record:sign_pack": SERVICE_MANAGERS | IDVAS,
    "case_record:hand_out_pack": SERVICE_MANAGERS,
    "insights:requests": IDVAS,
    "insights:ask_own": IDVAS,
    "insights:her_request": IDVAS,
    "insights:her_step": IDVAS,
    "insights:ask_records": IDVAS,
    "insights:records_request": IDVAS,
    "insights:her_view": IDVAS,
    "insights:add_records_item": IDVAS,
    "insights:correct_records_item": IDVAS,
}
