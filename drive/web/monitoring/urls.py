from django.urls import path

from drive.web.monitoring.views import casework, data_queries, flow, groups, places

app_name = "monitoring"

urlpatterns = [
    path("", flow.flow, name="index"),
    path("flow/", flow.flow, name="flow"),
    path("flow/download/", flow.hand_out, name="hand_out"),
    path("summary/", flow.summary, name="summary"),
    path("groups/", groups.groups, name="groups"),
    path("balance/", groups.balance, name="balance"),
    path("casework/", casework.casework, name="casework"),
    path("missing/", casework.missing_data, name="missing"),
    path("queries/", data_queries.queries, name="queries"),
    path("queries/<uuid:query_id>/", data_queries.data_query, name="data_query"),
    path("queries/about/<uuid:assessment_id>/", data_queries.raise_query, name="raise_query"),
    path("places/", places.places, name="places"),
    path("places/<slug:code>/", places.site_places, name="site_places"),
    path("places/<slug:code>/record/", places.record_places, name="record_places"),
]
