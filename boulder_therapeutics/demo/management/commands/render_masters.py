import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ...loader.pictures import MASTERS

DRAWINGS = settings.BASE_DIR / "static" / "img" / "drawings"
FONT = settings.BASE_DIR / "static/fonts/bricolage-grotesque-latin-wght-normal.woff2"
# The drawing is inline, because a linked one cannot use a web font.
PAGE = """<!doctype html><meta charset="utf-8"><style>
@font-face {{
  font-family: "Bricolage Grotesque Variable"; font-weight: 200 800; src: url("{font}");
}}
body {{ margin: 0 }} svg {{ display: block; width: 100vw; height: 100vh }}
{css}
</style>{svg}"""
LONGEST_SIDE = 2400
COLORS = 256
VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
# Nobody can read the labels, the last group of a drawing, on a card. So its cover is a
# part of it, 16:9 from this height down, without them.
COVERS = {"foot-achilles": 480, "knee-anatomy": 205, "knee-side": 205, "shoulder": 130}
WITHOUT_LABELS = "svg > g:last-of-type { display: none }"


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Re-render the demo images from their SVG sources."

    def add_arguments(self, parser):
        parser.add_argument(
            "names", nargs="*", help="names of drawings, all by default"
        )

    def handle(self, names, **options):
        chromium = shutil.which("chromium")
        if not chromium:
            raise CommandError(
                "Chromium is needed to render drawings, but is not installed."
            )
        MASTERS.mkdir(exist_ok=True)
        for source in sorted(DRAWINGS.glob("*.svg")):
            # A drawing without its own colors is for use inline only.
            drawing = source.read_text()
            if (not names or source.stem in names) and "<style>" in drawing:
                width, height = map(float, VIEW_BOX.search(drawing).groups())
                self.render(chromium, source.stem, drawing, width, height)
                if source.stem in COVERS:
                    height = width * 9 / 16
                    box = f'viewBox="0 {COVERS[source.stem]} {width} {height}"'
                    cover = VIEW_BOX.sub(box, drawing, count=1)
                    name = f"{source.stem}-cover"
                    self.render(chromium, name, cover, width, height, WITHOUT_LABELS)

    def render(self, chromium, name, drawing, width, height, css=""):
        """Render one drawing at full size, with a small palette."""
        scale = LONGEST_SIDE / max(width, height)
        target = MASTERS / f"{name}.png"
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder, "page.html")
            # Pages round the corners with CSS; sharing cards need a full rectangle.
            drawing = drawing.replace(' rx="28"', "")
            page.write_text(PAGE.format(font=FONT.as_uri(), svg=drawing, css=css))
            subprocess.run(  # noqa: S603 - no argument comes from a user
                [
                    chromium,
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--hide-scrollbars",
                    f"--user-data-dir={folder}",
                    f"--force-device-scale-factor={scale}",
                    f"--window-size={width:.0f},{height:.0f}",
                    f"--screenshot={target}",
                    page.as_uri(),
                ],
                check=True,
                capture_output=True,
            )
        with Image.open(target) as picture:
            small = picture.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
        small.save(target, optimize=True)
        self.stdout.write(f"{target.name}: {target.stat().st_size // 1024} KiB")
