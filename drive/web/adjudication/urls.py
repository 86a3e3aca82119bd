from django.urls import path

from drive.web.adjudication.views import looking_over, rating, rounds

app_name = "adjudication"

urlpatterns = [
    path("", rounds.index, name="index"),
    path("new/", rounds.make, name="make"),
    path("rounds/<uuid:round_id>/", rounds.about, name="round"),
    path("rounds/<uuid:round_id>/release/", rounds.release, name="release"),
    path("mine/", rating.mine, name="mine"),
    path("mine/<uuid:narrative_id>/", rating.rate, name="rate"),
    path("look-over/", looking_over.waiting, name="waiting"),
    path("look-over/<uuid:narrative_id>/", looking_over.look_over, name="look_over"),
]
