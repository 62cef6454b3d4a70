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
# The drawing stands in the page, because one that is linked cannot use a font.
PAGE = """<!doctype html><meta charset="utf-8"><style>
@font-face {{
  font-family: "Bricolage Grotesque Variable"; font-weight: 200 800; src: url("{font}");
}}
body {{ margin: 0 }} svg {{ display: block; width: 100vw; height: 100vh }}
</style>{svg}"""
LONGEST_SIDE = 2400
COLORS = 256
VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Draw the pictures of the image library anew from their SVG sources."

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", help="drawings; all when none is named")

    def handle(self, names, **options):
        chromium = shutil.which("chromium")
        if not chromium:
            raise CommandError("Chromium is needed to draw, and is not installed.")
        MASTERS.mkdir(exist_ok=True)
        for source in sorted(DRAWINGS.glob("*.svg")):
            # One without colors of its own is made to stand in a page only.
            if (not names or source.stem in names) and "<style>" in source.read_text():
                self.render(chromium, source)

    def render(self, chromium, source):
        """Draw one source at its full size, with as few colors as it needs."""
        width, height = map(float, VIEW_BOX.search(source.read_text()).groups())
        scale = LONGEST_SIDE / max(width, height)
        target = MASTERS / f"{source.stem}.png"
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder, "page.html")
            # Pages round corners by themselves; sharers want a whole rectangle.
            drawing = source.read_text().replace(' rx="28"', "")
            page.write_text(PAGE.format(font=FONT.as_uri(), svg=drawing))
            subprocess.run(  # noqa: S603 - nothing here comes from outside
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
