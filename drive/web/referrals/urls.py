from django.urls import path

from drive.web.referrals.views import entering, hearings, lists, rows

app_name = "referrals"

urlpatterns = [
    path("", lists.index, name="index"),
    path("import/", lists.import_list, name="import"),
    path("empty-list.csv", lists.template, name="template"),
    path("lists/<uuid:batch_id>/", lists.one_list, name="list"),
    path("lists/<uuid:batch_id>/confirm/", lists.confirm, name="confirm"),
    path("lists/<uuid:batch_id>/discard/", lists.discard, name="discard"),
    path("lists/<uuid:batch_id>/rows/<int:number>/", rows.one_row, name="row"),
    path("lists/<uuid:batch_id>/rows/<int:number>/aside/", rows.set_aside, name="set_aside"),
    path("lists/<uuid:batch_id>/rows/<int:number>/back/", rows.take_back, name="take_back"),
    path("hearings/", hearings.hearings, name="hearings"),
    path("hearings/new/", entering.enter, name="enter"),
    path("hearings/<uuid:hearing_id>/", hearings.one_hearing, name="hearing"),
]
