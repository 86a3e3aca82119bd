from django.urls import path

from drive.web.case_record.views import acts, case, caseload, pack_items, packs, printing, timeline

app_name = "case_record"

_PACK = "<uuid:case_id>/subject-access/<uuid:request_id>/"

urlpatterns = [
    path("", caseload.caseload, name="caseload"),
    path("<uuid:case_id>/", case.overview, name="overview"),
    path("<uuid:case_id>/timeline/", timeline.what_happened, name="timeline"),
    path("<uuid:case_id>/timeline/<uuid:entry_id>/pin/", timeline.pin, name="pin"),
    path("<uuid:case_id>/print/", printing.choose, name="print"),
    path("<uuid:case_id>/people/", case.people, name="people"),
    path("<uuid:case_id>/history/", case.history, name="history"),
    path("<uuid:case_id>/close/", acts.close, name="close"),
    path("<uuid:case_id>/keep-out/", acts.keep_out, name="keep_out"),
    path("<uuid:case_id>/subject-access/", packs.packs, name="packs"),
    path("<uuid:case_id>/subject-access/open/", packs.open_pack, name="open_pack"),
    path(_PACK, packs.pack, name="pack"),
    path(f"{_PACK}again/", packs.put_together, name="put_pack_together"),
    path(f"{_PACK}items/<uuid:item_id>/", pack_items.pack_item, name="pack_item"),
    path(f"{_PACK}sign/", packs.sign, name="sign_pack"),
    path(f"{_PACK}hand-out/", packs.hand_out, name="hand_out_pack"),
    path(f"{_PACK}copy/", packs.pack_copy, name="pack_copy"),
]
