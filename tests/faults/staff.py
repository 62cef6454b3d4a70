"""A browser with cookies, and a member of staff who logs in and uploads images."""

import io
import re
import time
import urllib.request
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.error import HTTPError

from PIL import Image

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

LOGIN, ADD_IMAGE = "/admin/login/", "/admin/images/add/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@dataclass(frozen=True)
class Response:
    status: int
    headers: dict
    text: str
    seconds: float


class Browser:
    """Somebody who sends forms of the admin."""

    def __init__(self, url):
        self.url = url
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(cookies)

    def send(self, path, form):
        """Send the form at `path` and follow redirects."""
        page = self.opener.open(self.url + path).read().decode()
        form |= {"csrfmiddlewaretoken": TOKEN.search(page)[1]}
        request = urllib.request.Request(
            self.url + path,
            encode_multipart(BOUNDARY, form),
            {"Content-Type": MULTIPART_CONTENT, "Referer": self.url + path},
        )
        start = time.monotonic()
        try:
            response = self.opener.open(request)
        except HTTPError as error:
            response = error
        text = response.read().decode()
        seconds = time.monotonic() - start
        return Response(response.status, response.headers, text, seconds)

    def log_in(self, password):
        """Log in as `admin`, an account of the demo."""
        return self.send(LOGIN, {"username": "admin", "password": password})

    def upload(self, content):
        image = SimpleUploadedFile("knee.png", content, "image/png")
        form = {"title": "Knee", "file": image, "alt_text": "A knee"}
        return self.send(ADD_IMAGE, form)


def noise():
    """Return an image that cannot be compressed."""
    return encode(Image.effect_noise((600, 600), 90))


def plain(side):
    """Return an image with many pixels and few bytes."""
    return encode(Image.new("L", (side, side)))


def encode(image):
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
