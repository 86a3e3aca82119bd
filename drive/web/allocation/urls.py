from django.urls import path

from drive.web.allocation.views import afterwards, batches, design, log, proof, waiting

app_name = "allocation"

urlpatterns = [
    path("", waiting.index, name="index"),
    path("lock/<slug:code>/", waiting.lock, name="lock"),
    path("batches/<uuid:pk>/", batches.batch, name="batch"),
    path("batches/<uuid:pk>/salt/", batches.salt, name="salt"),
    path("batches/<uuid:pk>/release/", batches.release, name="release"),
    path("batches/<uuid:pk>/without-a-second-person/", batches.system_draw, name="system_draw"),
    path("salts/", batches.salts, name="salts"),
    path("log/", log.log, name="log"),
    path("log/<uuid:pk>/withdraw/", afterwards.withdraw, name="withdraw"),
    path("log/<uuid:pk>/loss/", afterwards.loss, name="loss"),
    path("designs/", design.designs, name="designs"),
    path("designs/new/", design.set_design, name="set_design"),
    path("trial/activate/", design.activate, name="activate"),
    path("trial/close/", design.close, name="close"),
    path("verify/", proof.verify, name="verify"),
    path("commitment/", proof.commitment, name="commitment"),
    path("commitment.json", proof.commitment_file, name="commitment_file"),
]
