from django.urls import path

from drive.web.outbound.views import acting, leaks, reading

app_name = "outbound"

_ONE = "<uuid:outgoing_id>/"

urlpatterns = [
    path("", reading.index, name="index"),
    path("marks/", reading.marks, name="marks"),
    path("facts/<uuid:fact_id>/", leaks.fact_trace, name="fact_trace"),
    path("leaks/<uuid:incident_id>/", leaks.leak, name="leak"),
    path("leaks/<uuid:incident_id>/safety/", leaks.review_safety, name="review_safety"),
    path(_ONE, reading.outgoing, name="outgoing"),
    path(f"{_ONE}send/", acting.send, name="send"),
    path(f"{_ONE}send-now/", acting.send_now, name="send_now"),
    path(f"{_ONE}call-back/", acting.call_back, name="call_back"),
    path(f"{_ONE}ask/", acting.ask_to_override, name="ask_to_override"),
    path(f"{_ONE}override/", acting.override_guard, name="override_guard"),
    path(f"{_ONE}review/", acting.review, name="review"),
    path(f"{_ONE}hand-out/", acting.hand_out, name="hand_out"),
    path(f"{_ONE}copy/", reading.copy, name="copy"),
]
