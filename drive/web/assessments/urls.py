from django.urls import path

from drive.web.assessments.views import deciding, filling, reading, rises

app_name = "assessments"

urlpatterns = [
    path("", reading.index, name="index"),
    path("how-it-has-gone/", reading.story, name="story"),
    path("rises/", rises.rises, name="rises"),
    path("rises/<uuid:rise_id>/", rises.review_rise, name="review_rise"),
    path("rises/<uuid:rise_id>/read/", rises.note_rise, name="note_rise"),
    path("<str:point>/", filling.tasks, name="tasks"),
    path("<str:point>/submitted/", reading.read, name="read"),
    path("<str:point>/submitted/<int:number>/", reading.version, name="version"),
    path("<str:point>/correct/", deciding.correct, name="correct"),
    path("<str:point>/decide/", deciding.decide, name="decide"),
    path("<str:point>/check/", filling.check, name="check"),
    path("<str:point>/part/<str:name>/", filling.section, name="section"),
]
