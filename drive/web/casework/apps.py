from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "drive.web.casework"

    def ready(self) -> None:
        """Say what stands around the facts of a Drive case."""
        from drive.vocabulary.facts import Side
        from drive.web.casework.views.frames import facts_frame
        from drive.web.information.views.frames import FRAMES

        FRAMES[Side.CASE_MANAGER] = facts_frame
