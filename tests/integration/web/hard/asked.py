"""The forms of what may be asked for, tried hard: his pack, her own request, her records."""

from __future__ import annotations

from typing import Any

from drive.vocabulary.answers import InformationSource
from drive.web.case_record.models import PackRequest
from drive.web.case_record.queries.packs import standing_items
from drive.web.casework.models import DriveCase
from drive.web.insights.models import HerRequest, RecordsRequest
from tests.cast import Cast
from tests.factories.casework import note_on
from tests.factories.packs import all_decided, asked, signed_by
from tests.factories.requests import her_request, her_view, item_decided, records_request
from tests.integration.web.hard.forms import Address, Data, Form, date_of, to
from tests.integration.web.hard.insights import support_of


def _request(cast: Cast, case: DriveCase) -> PackRequest:
    found = PackRequest.objects.filter(drive_case=case).first()
    if found:
        return found
    note_on(cast, case, "He works nights.", informant=InformationSource.SU)
    return asked(case, cast.service_manager)


def _item(cast: Cast, case: DriveCase) -> list[Any]:
    request = _request(cast, case)
    found = next(each for each in standing_items(request) if "nights" in each.text())
    return [case.pk, request.pk, found.item.pk]


def _decided(cast: Cast, case: DriveCase) -> list[Any]:
    request = _request(cast, case)
    all_decided(request, cast.service_manager)
    return [case.pk, request.pk]


def _signed(cast: Cast, case: DriveCase) -> list[Any]:
    made = _decided(cast, case)
    signed_by(_request(cast, case), cast.service_manager, cast.idva)
    return made


def _her_case(cast: Cast, case: DriveCase) -> list[Any]:
    return [support_of(cast, case).pk]


def _hers(cast: Cast, case: DriveCase) -> list[Any]:
    support = support_of(cast, case)
    found = HerRequest.objects.filter(idva_case=support).first()
    return [support.pk, (found or her_request(support, cast.idva)).pk]


def _records(cast: Cast, case: DriveCase) -> RecordsRequest:
    support = support_of(cast, case)
    found = RecordsRequest.objects.filter(idva_case=support).first()
    if found:
        return found
    made = records_request(support, cast.idva)
    her_view(made, cast.idva)
    return made


def _for_records(cast: Cast, case: DriveCase) -> list[Any]:
    request = _records(cast, case)
    return [request.idva_case_id, request.pk]


def _records_item(cast: Cast, case: DriveCase) -> list[Any]:
    request = _records(cast, case)
    item = request.items.filter(superseded_by=None).first() or item_decided(request, cast.idva)
    return [request.idva_case_id, request.pk, item.pk]


_ITEM: Data = {
    "what": "The notes of May",
    "outcome": "refused",
    "exemption": "not_necessary",
    "decided_by_whom": "idva_manager",
    **date_of("decided_on", "20 6 2017"),
}
_STEP: Data = {
    "stage": "delivered",
    "his_taken_out": "yes",
    "plan_read": "yes",
    "delivered_by": "in_person",
    **date_of("happened_on", "20 6 2017"),
}
_RECORDS: Data = {
    "asker": "police",
    "who": "DC Example",
    "basis": "investigation",
    "what": "All notes of a year",
    "proportionality": "The notes of one month would do.",
    **date_of("asked_on"),
}
_ASKED: Data = {"identity": "document", **date_of("asked_on", "15 6 2017")}

ASKED = (
    Form(
        name="subject access asked for",
        who="service_manager",
        address=to("case_record:open_pack"),
        data=lambda _cast, _case: _ASKED,
    ),
    Form(
        name="item of a pack",
        who="service_manager",
        address=Address("case_record:pack_item", _item),
        data=lambda _cast, _case: {"included": "out", "reason": "others"},
        words="why",
    ),
    Form(
        name="pack put together again",
        who="service_manager",
        address=Address("case_record:put_pack_together", _decided),
    ),
    Form(
        name="pack that is signed",
        who="service_manager",
        address=Address("case_record:sign_pack", _decided),
        data=lambda _cast, _case: {"read": "yes"},
    ),
    Form(
        name="pack that is handed out",
        who="service_manager",
        address=Address("case_record:hand_out_pack", _signed),
        data=lambda _cast, _case: {"channel": "by_hand"},
    ),
    Form(
        name="her own request",
        who="idva",
        address=Address("insights:ask_own", _her_case),
        data=lambda _cast, _case: _ASKED,
        words="text",
    ),
    Form(
        name="how far her request came",
        who="idva",
        address=Address("insights:her_step", _hers),
        data=lambda _cast, _case: _STEP,
        words="text",
    ),
    Form(
        name="request for her records",
        who="idva",
        address=Address("insights:ask_records", _her_case),
        data=lambda _cast, _case: _RECORDS,
        words="necessity",
    ),
    Form(
        name="what she thinks of a request",
        who="idva",
        address=Address("insights:her_view", _for_records),
        data=lambda _cast, _case: {
            "answer-value": "objects",
            **date_of("asked_on", "20 6 2017"),
        },
        words="words",
    ),
    Form(
        name="item of a request",
        who="idva",
        address=Address("insights:add_records_item", _for_records),
        data=lambda _cast, _case: _ITEM,
        words="reason",
    ),
    Form(
        name="item of a request put right",
        who="idva",
        address=Address("insights:correct_records_item", _records_item),
        data=lambda _cast, _case: _ITEM,
        words="reason",
    ),
)
