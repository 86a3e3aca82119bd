"""Copy the style sheets, scripts and images that the site serves out of node_modules.

Both packages ship ready-made files, so nothing is compiled. Three things are changed on the way:
the typeface and the royal crest go (only services on gov.uk may use them), and addresses in the
style sheets become relative, so that the files can be served from any folder.
"""

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
DESTINATION = ROOT / "drive" / "web" / "design_system" / "static" / "vendor"

GOVUK = MODULES / "govuk-frontend" / "dist" / "govuk"
MOJ = MODULES / "@ministryofjustice" / "frontend" / "moj"
SYSTEM_FONTS = '"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif'

# The sortable table and the search box name these from their scripts, not from a style sheet.
IMAGES_NAMED_BY_SCRIPTS = frozenset(
    {"icon-arrow-black-down.svg", "icon-arrow-black-up.svg", "icon-search-black.svg"}
)


class AssetsError(Exception):
    """The packages do not hold what this script expects; its text says what is wrong."""


def without_restricted_parts(css: str) -> str:
    """Return the style sheet with system fonts, no crest, and relative addresses."""
    css = re.sub(r"/\*! Copyright \(c\) 2011 by Margaret Calvert.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"@font-face\{[^}]*GDS Transport[^}]*\}", "", css)
    css = re.sub(r"GDS Transport,\s*arial,\s*sans-serif", SYSTEM_FONTS, css)
    css = css.replace("url(/assets/", "url(assets/")
    css = css.replace("url(assets/images/govuk-crest.svg)", "none")
    css = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css)
    for left in ("GDS Transport", "govuk-crest", "(/assets/"):
        if left in css:
            message = f"'{left}' is still in the style sheet: has the package changed?"
            raise AssetsError(message)
    return css


def without_source_map(script: str) -> str:
    """Return the script without the address of a map that is not copied."""
    return re.sub(r"//# sourceMappingURL=.*", "", script)


def images_named_in(css: str) -> set[str]:
    """Return the file names of the images that a style sheet asks for."""
    return set(re.findall(r"url\([\"']?assets/images/([^)\"']+)", css))


def copy_image(name: str, destination: Path) -> None:
    """Copy one image from whichever of the two packages has it."""
    for package in (MOJ, GOVUK):
        source = package / "assets" / "images" / name
        if source.exists():
            shutil.copyfile(source, destination / name)
            return
    message = f"Neither package has the image {name}."
    raise AssetsError(message)


def build(destination: Path) -> int:
    """Fill the destination anew and return how many files it holds."""
    if not GOVUK.is_dir() or not MOJ.is_dir():
        message = f"{MODULES} lacks the two packages: run `npm ci` first."
        raise AssetsError(message)
    shutil.rmtree(destination, ignore_errors=True)
    images = destination / "assets" / "images"
    images.mkdir(parents=True)
    wanted = set(IMAGES_NAMED_BY_SCRIPTS)
    for sheet in (GOVUK / "govuk-frontend.min.css", MOJ / "moj-frontend.min.css"):
        css = without_restricted_parts(sheet.read_text("utf-8"))
        wanted |= images_named_in(css)
        (destination / sheet.name).write_text(css, "utf-8")
    for script in (GOVUK / "govuk-frontend.min.js", MOJ / "moj-frontend.min.js"):
        text = without_source_map(script.read_text("utf-8"))
        (destination / script.name).write_text(text, "utf-8")
    for name in sorted(wanted):
        copy_image(name, images)
    return sum(path.is_file() for path in destination.rglob("*"))


def main() -> int:
    """Build the assets; say what was done, or in one line why not."""
    try:
        count = build(DESTINATION)
    except AssetsError as problem:
        print(f"build_assets: {problem}", file=sys.stderr)
        return 1
    print(f"{count} files in {DESTINATION.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
