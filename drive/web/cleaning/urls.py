from django.urls import path

from drive.web.cleaning.views import lists, proposals, quality, rows, staying

app_name = "cleaning"

urlpatterns = [
    path("", lists.index, name="index"),
    path("import/", lists.import_list, name="import"),
    path("empty-list.csv", lists.template, name="template"),
    path("data-quality/", quality.data_quality, name="data_quality"),
    path("lists/<uuid:list_id>/", lists.one_list, name="list"),
    path("lists/<uuid:list_id>/discard/", lists.discard, name="discard"),
    path("lists/<uuid:list_id>/proposals/<slug:reason>/", proposals.proposals, name="proposals"),
    path("lists/<uuid:list_id>/rows/", rows.rows, name="rows"),
    path("lists/<uuid:list_id>/rows/<int:number>/", rows.one_row, name="row"),
    path("lists/<uuid:list_id>/what-stays/", staying.what_stays, name="what_stays"),
    path("lists/<uuid:list_id>/link-again/", staying.link_again, name="link_again"),
]
