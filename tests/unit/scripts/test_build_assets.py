import pytest

from scripts.build_assets import (
    AssetsError,
    images_named_in,
    without_restricted_parts,
    without_source_map,
)

FONT_FACE = "@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2)}"


def test_the_restricted_typeface_becomes_the_systems() -> None:
    css = without_restricted_parts(FONT_FACE + "p{font-family:GDS Transport,arial,sans-serif}")
    assert css.startswith('p{font-family:"Helvetica Neue"')
    assert "Transport" not in css


def test_the_royal_crest_goes_and_other_images_stay() -> None:
    css = without_restricted_parts(
        "a{background:url(/assets/images/govuk-crest.svg)}"
        "b{background:url(/assets/images/icon-document.svg)}"
    )
    assert css == "a{background:none}b{background:url(assets/images/icon-document.svg)}"
    assert images_named_in(css) == {"icon-document.svg"}


def test_a_typeface_that_is_named_in_a_new_way_is_noticed() -> None:
    with pytest.raises(AssetsError, match="GDS Transport"):
        without_restricted_parts("p{font:bold 1em 'GDS Transport'}")


def test_the_source_map_is_not_asked_for() -> None:
    assert without_source_map("run();//# sourceMappingURL=x.map") == "run();"
