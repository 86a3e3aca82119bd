from django.urls import path

from drive.web.multiagency.views import extracts as police
from drive.web.multiagency.views.directory import (
    absences,
    agencies,
    agreements,
    contacts,
    finding,
    provision,
)
from drive.web.multiagency.views.requests import acting, asking, measuring, reading

app_name = "multiagency"

_SITE, _AGENCY = "directory/sites/<uuid:site_id>", "directory/agencies/<uuid:agency_id>"
_CONTACT, _ABSENCE = "directory/contacts/<uuid:contact_id>", "directory/absences/<uuid:absence_id>"
_AGREEMENT = "directory/agreements/<uuid:agreement_id>"

directory = [
    path("directory/", finding.index, name="directory"),
    path(f"{_SITE}/agencies/add/", agencies.add, name="directory_add_agency"),
    path(f"{_AGENCY}/", agencies.agency, name="directory_agency"),
    path(f"{_AGENCY}/days/", agencies.days, name="directory_days"),
    path(f"{_AGENCY}/became/", agencies.became, name="directory_became"),
    path(
        "directory/successions/<uuid:succession_id>/take-back/",
        agencies.take_back,
        name="directory_take_back",
    ),
    path(f"{_AGENCY}/good-to-know/", agencies.good_to_know, name="directory_good_to_know"),
    path(f"{_AGENCY}/rungs/<slug:role>/", contacts.rung, name="directory_rung"),
    path(f"{_AGENCY}/teams/add/", agencies.add_team, name="directory_add_team"),
    path("directory/teams/<uuid:team_id>/end/", agencies.end_team, name="directory_end_team"),
    path(f"{_AGENCY}/contacts/add/", contacts.add, name="directory_add_contact"),
    path(f"{_CONTACT}/change/", contacts.change, name="directory_change_contact"),
    path(f"{_CONTACT}/end/", contacts.end, name="directory_end_contact"),
    path(f"{_CONTACT}/away/", absences.away, name="directory_away"),
    path(f"{_ABSENCE}/change/", absences.change, name="directory_change_absence"),
    path("directory/agreements/", agreements.agreements, name="directory_agreements"),
    path(f"{_SITE}/agreements/add/", agreements.add, name="directory_add_agreement"),
    path(f"{_AGREEMENT}/", agreements.agreement, name="directory_agreement"),
    path(f"{_AGREEMENT}/change/", agreements.change, name="directory_change_agreement"),
    path("directory/provision/", provision.provision, name="directory_provision"),
    path(f"{_SITE}/provision/add/", provision.add, name="directory_add_provision"),
    path("directory/provision/<uuid:provision_id>/", provision.service, name="directory_service"),
    path("directory/provision/<uuid:provision_id>/found/", provision.found, name="directory_found"),
]

_EXTRACT = "police-extracts/<uuid:extract_id>"

extracts = [
    path("police-extracts/", police.extracts, name="extracts"),
    path("police-extracts/upload/", police.upload, name="upload_extract"),
    path("police-extracts/empty/", police.template, name="extract_template"),
    path(f"{_EXTRACT}/", police.extract, name="extract"),
    path(f"{_EXTRACT}/<slug:step>/", police.act, name="extract_act"),
    path("cases/<uuid:case_id>/extracts/", police.case_extracts, name="case_extracts"),
]

_CASE, _REQUEST = "cases/<uuid:case_id>/requests", "agencies/requests/<uuid:request_id>"

requests = [
    path(f"{_CASE}/", reading.requests, name="requests"),
    path(f"{_CASE}/ask/", asking.choose_agency, name="choose_agency"),
    path(f"{_CASE}/ask/<uuid:agency_id>/<slug:kind>/", asking.ask, name="ask"),
    path(f"{_REQUEST}/", reading.one_request, name="request"),
    path(f"{_REQUEST}/send/", acting.send, name="send"),
    path(f"{_REQUEST}/say/<uuid:step_id>/", acting.say, name="say"),
    path(f"{_REQUEST}/chase/", acting.chase, name="chase"),
    path(f"{_REQUEST}/escalate/", acting.escalate, name="escalate"),
    path(f"{_REQUEST}/contest/", acting.contest, name="contest"),
    path(f"{_REQUEST}/answer/", acting.answer, name="answer"),
    path(f"{_REQUEST}/withdraw/", acting.withdraw, name="withdraw"),
    path("agencies/", reading.stalled, name="stalled"),
    path("agencies/time-to-answer/", measuring.measures, name="measures"),
]

urlpatterns = [*directory, *requests, *extracts]
