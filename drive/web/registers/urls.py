from django.urls import path

from drive.web.registers.views import reading, writing

app_name = "registers"

urlpatterns = [
    path("<uuid:case_id>/plan/", reading.index, name="index"),
    path("<uuid:case_id>/plan/account/", reading.account, name="account"),
    path("<uuid:case_id>/plan/prison-form/", reading.prison_form, name="prison_form"),
    path("<uuid:case_id>/plan/tasks/<uuid:task_id>/", writing.settle, name="settle"),
    path("<uuid:case_id>/plan/<slug:register>/", reading.entries, name="list"),
    path("<uuid:case_id>/plan/<slug:register>/add/", writing.add, name="add"),
    path("<uuid:case_id>/plan/<slug:register>/<uuid:entry_id>/", reading.entry, name="entry"),
    path(
        "<uuid:case_id>/plan/<slug:register>/<uuid:entry_id>/correct/",
        writing.correct,
        name="correct",
    ),
    path("<uuid:case_id>/plan/<slug:register>/<uuid:entry_id>/end/", writing.end, name="end"),
    path(
        "<uuid:case_id>/plan/<slug:register>/<uuid:entry_id>/take-back/",
        writing.take_back,
        name="take_back",
    ),
]
