from django.urls import path

from drive.web.information.views import chronology, crossing, facts, provenance

app_name = "information"

_FACT = "<uuid:case_id>/facts/<uuid:fact_id>/"

urlpatterns = [
    path("<uuid:case_id>/facts/", facts.facts, name="facts"),
    path("<uuid:case_id>/facts/add/", facts.add_fact, name="add_fact"),
    path(_FACT, facts.fact, name="fact"),
    path(f"{_FACT}correct/", facts.correct_fact, name="correct_fact"),
    path(f"{_FACT}withdraw/", facts.withdraw_fact, name="withdraw_fact"),
    path(f"{_FACT}derive/", provenance.derive, name="derive"),
    path(f"{_FACT}corroborate/", provenance.corroborate, name="corroborate"),
    path(f"{_FACT}wish/", provenance.wish, name="wish"),
    path("<uuid:case_id>/released/", crossing.released, name="released"),
    path("<uuid:case_id>/released/add/", crossing.release, name="release"),
    path(
        "<uuid:case_id>/released/<uuid:item_id>/withdraw/",
        crossing.withdraw_release,
        name="withdraw_release",
    ),
    path("<uuid:case_id>/chronology/", chronology.chronology, name="chronology"),
    path("<uuid:case_id>/chronology/release/", chronology.release_events, name="release_events"),
    path(
        "<uuid:case_id>/chronology/<uuid:release_id>/withdraw/",
        chronology.withdraw_event,
        name="withdraw_event",
    ),
    path("<uuid:case_id>/chronology/quiet/", chronology.quiet, name="quiet"),
]
