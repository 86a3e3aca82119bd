"""The model that is shipped, with which a new site begins."""

from drive.linkage import Model
from drive.web.people.actions.weighing import SHIPPED


def test_the_shipped_model_is_of_this_version() -> None:
    model = Model.of_text(SHIPPED.read_text("utf-8"), name="Run scripts/build_linkage_model.py:")
    assert model.records == 10_000
    assert {"main", "household"} <= set(model.strata)
