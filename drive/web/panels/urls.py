from django.urls import path

from drive.web.panels.views import deciding, lotteries, panels

app_name = "panels"

urlpatterns = [
    path("", panels.index, name="index"),
    path("open/", panels.open_panel, name="open"),
    path("lotteries/", lotteries.lotteries, name="lotteries"),
    path("<uuid:panel_id>/", panels.panel, name="panel"),
    path("<uuid:panel_id>/bring/", panels.bring, name="bring"),
    path("<uuid:panel_id>/settle/", deciding.settle, name="settle"),
    path("<uuid:panel_id>/hearings/<uuid:entry_id>/", deciding.decide, name="decide"),
]
