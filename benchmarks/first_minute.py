"""The slowest page right after the first start, and after publishing ten new photos.

`python -m benchmarks.first_minute` prints JSON. Times are seconds.
"""

import json
import os
import re
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .servers import free_port

ROOT = Path(__file__).resolve().parents[1]
CLIENTS, TIMES = 4, 2
START_LIMIT = 600  # seconds
PUBLISH = """
import os, sys
from io import BytesIO
from PIL import Image
from django.core.files.images import ImageFile
from django.utils import timezone
from blog.models import BlogIndexPage, BlogPage
from boulder_therapeutics.images.models import CustomImage

def photo(number):
    size = (2400, 1600)
    small = Image.frombytes("RGB", (300, 200), os.urandom(300 * 200 * 3))
    file = BytesIO()
    Image.blend(
        small.resize(size), Image.effect_noise(size, 40).convert("RGB"), 0.3
    ).save(file, "JPEG", quality=90)
    return CustomImage.objects.create(
        title=f"Photo {number}", file=ImageFile(file, name=f"photo-{number}.jpg")
    )

photos = [photo(number) for number in range(10)]
figures = [("figure", {"image": each, "caption": each.title}) for each in photos[1:]]
page = BlogPage(
    title="Ten new photos", slug="ten-new-photos", introduction="New.", body=figures,
    cover=photos[0], live=False,
)
page = BlogIndexPage.objects.get().add_child(instance=page)
page.save_revision().publish()
"""


def measure_first_minute():
    """Return the figures of a site that is started with an empty folder."""
    with tempfile.TemporaryDirectory(prefix="first-minute-") as folder:
        port = free_port()
        env = os.environ | {
            "DJANGO_SETTINGS_MODULE": "boulder_therapeutics.settings.production",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            "MEDIA_ROOT": f"{folder}/media",
            "PORT": str(port),
            "REDIS_URL": "",
        }
        command = [sys.executable, "manage.py", "serve", "--demo"]
        start = time.monotonic()
        with Path(folder, "log").open("wb") as log:
            server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log)  # noqa: S603
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_up(server, address)
            return {"start": time.monotonic() - start} | measure(address, env)
        finally:
            server.terminate()
            server.wait(60)


def wait_until_up(server, address):
    """Wait for the first response, whatever its status."""
    deadline = time.monotonic() + START_LIMIT
    while server.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address + "/health/live")  # noqa: S310
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("The site does not start.")


def measure(address, env):
    """Return the slowest pages of a site that has just started."""
    first = slowest(address, paths_of_sitemap(address) * TIMES)
    subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", "shell", "--no-imports", "--command", PUBLISH],
        cwd=ROOT,
        env=env,
        check=True,
    )
    page = "/blog/ten-new-photos/"
    seconds, html = fetch(address + page)
    urls = re.findall(r"/media/[^\s\"]+", html.decode())
    with ThreadPoolExecutor(CLIENTS) as pool:
        images = pool.map(lambda path: fetch(address + path)[0], dict.fromkeys(urls))
        # Pages must not wait for the images that are being encoded.
        others = slowest(address, paths_of_sitemap(address))
        images = list(images)
    return {
        "slowest_page": first,
        "page_with_new_images": seconds,
        "slowest_page_while_encoding": others,
        "images": len(images),
        "slowest_image": max(images),
    }


def paths_of_sitemap(address):
    """Return the paths of all pages of the sitemap."""
    xml = fetch(address + "/sitemap.xml")[1].decode()
    return re.findall(r"<loc>https?://[^/<]+([^<]*)</loc>", xml)


def slowest(address, paths):
    """Fetch `paths` by several clients; return the longest time and its path."""
    with ThreadPoolExecutor(CLIENTS) as pool:
        times = pool.map(lambda path: (fetch(address + path)[0], path), paths)
        return max(times)


def fetch(url):
    """Return the seconds a response took, and its body."""
    start = time.monotonic()
    with urllib.request.urlopen(url) as response:  # noqa: S310
        body = response.read()
    return time.monotonic() - start, body


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure_first_minute(), indent=2) + "\n")
