"""A picture keeps what it shows and loses where, when and with what it was taken."""

import io

import pytest
from PIL import Image, PngImagePlugin

from drive.vocabulary.documents import DocumentForm
from drive.web.information.rules import pictures
from drive.web.information.rules.kinds import NotKept, form_of
from drive.web.information.rules.pictures import bare_picture

GPS, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112
TURNED = 6


def taken(kind: str, *, orientation: int = 1, mode: str = "RGB") -> bytes:
    """Return a picture of a telephone: with a place, a maker, a comment and words at its end."""
    picture = Image.new(mode, (40, 20))
    picture.paste(Image.new(mode, (20, 20), "red" if mode == "RGB" else 1))
    exif = Image.Exif()
    exif[MAKE] = "SecretMaker"
    exif[ORIENTATION] = orientation
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (51.0, 23.0, 45.0)
    made = io.BytesIO()
    more = {}
    if kind == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Comment", "SecretPlace")
        more = {"pnginfo": told}
    else:
        more = {"comment": b"SecretPlace", "quality": 95}
    picture.save(made, kind, exif=exif, **more)
    return made.getvalue() + b"SecretTail"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_it_says_besides_is_gone(kind: str) -> None:
    content = taken(kind)
    form = form_of(content)
    assert Image.open(io.BytesIO(content)).getexif().get_ifd(GPS)
    bare = bare_picture(content, form)
    for secret in (b"Secret", b"Exif", b"GPS"):
        assert secret not in bare
    read = Image.open(io.BytesIO(bare))
    assert (read.size, dict(read.getexif())) == ((40, 20), {})
    assert set(read.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert form_of(bare) is form


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_it_is_turned_as_it_was_to_be_seen(kind: str) -> None:
    content = taken(kind, orientation=TURNED)
    bare = Image.open(io.BytesIO(bare_picture(content, form_of(content)))).convert("RGB")
    assert bare.size == (20, 40)
    top, bottom = bare.getpixel((10, 5)), bare.getpixel((10, 35))
    assert top[0] > 200
    assert bottom[0] < 50


def test_a_picture_of_few_colours_keeps_them() -> None:
    made = io.BytesIO()
    picture = Image.new("RGB", (8, 8), "red").convert("P")
    picture.save(made, "PNG")
    bare = bare_picture(made.getvalue(), DocumentForm.PNG)
    assert Image.open(io.BytesIO(bare)).convert("RGB").getpixel((3, 3)) == (255, 0, 0)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n....", taken("PNG")[:60]])
def test_a_damaged_picture_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(NotKept, match="damaged"):
        bare_picture(content, DocumentForm.PNG)


def test_a_picture_built_to_exhaust_the_machine_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 100)
    with pytest.raises(NotKept, match="too many pixels"):
        bare_picture(taken("JPEG"), DocumentForm.JPEG)


def test_anything_else_is_kept_as_it_is() -> None:
    assert bare_picture(b"%PDF-1.7 GPS", DocumentForm.PDF) == b"%PDF-1.7 GPS"
