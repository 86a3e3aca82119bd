"""What a picture says besides what it shows, such as where it was taken, is taken off."""

from __future__ import annotations

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from drive.vocabulary.documents import DocumentForm
from drive.web.information.rules.kinds import NotKept

MOST_PIXELS = 60_000_000
"""A picture of a camera has fewer; one with many more is built to exhaust the machine."""

_MODES = {"1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"}
_SAVED_AS = {DocumentForm.PNG: "PNG", DocumentForm.JPEG: "JPEG"}


def bare_picture(content: bytes, form: DocumentForm) -> bytes:
    """Return a picture made anew from its pixels alone, turned as it was to be seen.

    Place, time, camera, thumbnails and whatever stands behind the end of the picture stay out.
    Anything that is no picture is returned as it is.

    Raises
    ------
    NotKept
        With words, if the picture cannot be read or is too large to be.
    """
    if form not in _SAVED_AS:
        return content
    try:
        with Image.open(io.BytesIO(content), formats=[_SAVED_AS[form]]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NotKept("This picture has too many pixels to be kept. Make it smaller.")
            return _made_anew(picture, _SAVED_AS[form])
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
    ) as error:
        if isinstance(error, NotKept):
            raise
        raise NotKept("This picture is damaged: it cannot be read.") from error


def _made_anew(picture: Image.Image, kind: str) -> bytes:
    turned = ImageOps.exif_transpose(picture)
    plain = turned if turned.mode in _MODES else turned.convert("RGB")
    # Only the pixels, and the colours that they count on, go into the new picture.
    bare = Image.new(plain.mode, plain.size)
    if plain.mode == "P" and (palette := plain.getpalette()) is not None:
        bare.putpalette(palette)
    bare.paste(plain)
    made = io.BytesIO()
    transparency = plain.info.get("transparency")
    more = {"transparency": transparency} if kind == "PNG" and transparency is not None else {}
    if kind == "JPEG":
        more = {"quality": 92}
    bare.save(made, kind, **more)
    return made.getvalue()
