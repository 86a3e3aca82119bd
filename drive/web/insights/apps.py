from django.apps import AppConfig


class InsightsConfig(AppConfig):
    name = "drive.web.insights"

    def ready(self) -> None:
        """Say what stands around the facts of an Idva case."""
        from drive.vocabulary.facts import Side
        from drive.web.information.views.frames import FRAMES
        from drive.web.insights.views.cases import facts_frame

        FRAMES[Side.IDVA] = facts_frame
