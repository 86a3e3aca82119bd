from django.urls import path

from drive.web.identity.views import agreement, merges, notices, people, questions, runs, search

app_name = "identity"

urlpatterns = [
    path("who-is-who/", questions.queue, name="queue"),
    path("who-is-who/questions/<uuid:candidate_id>/", questions.question, name="question"),
    path("who-is-who/questions/<uuid:candidate_id>/overrule/", questions.overrule, name="overrule"),
    path("who-is-who/merges/", merges.merges, name="merges"),
    path("who-is-who/merges/<uuid:merge_id>/undo/", merges.undo, name="undo"),
    path("who-is-who/agreement/", agreement.agreement, name="agreement"),
    path("who-is-who/comparisons/", runs.runs, name="runs"),
    path("people/", search.search, name="search"),
    path("people/<uuid:person_id>/", people.person, name="person"),
    path("notices/<uuid:notice_id>/", notices.notice, name="notice"),
]
