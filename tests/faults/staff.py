"""A member of staff who logs in and uploads an image."""

import io
import re
import urllib.request
from http.cookiejar import CookieJar
from urllib.error import HTTPError

from PIL import Image

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Staff:
    """A logged-in session of the demo account `admin`."""

    def __init__(self, url, password):
        self.url = url
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(cookies)
        self.send("/admin/login/", {"username": "admin", "password": password})

    def send(self, path, form):
        """Send a form of the admin; return the status and the page."""
        page = self.opener.open(self.url + path).read().decode()
        form |= {"csrfmiddlewaretoken": TOKEN.search(page)[1]}
        request = urllib.request.Request(
            self.url + path,
            encode_multipart(BOUNDARY, form),
            {"Content-Type": MULTIPART_CONTENT, "Referer": self.url + path},
        )
        try:
            response = self.opener.open(request)
        except HTTPError as error:
            response = error
        return response.status, response.read().decode()

    def upload_image(self):
        file = io.BytesIO()
        Image.effect_noise((600, 600), 90).save(file, "PNG")
        image = SimpleUploadedFile("knee.png", file.getvalue(), "image/png")
        form = {"title": "Knee", "file": image, "alt_text": "A knee"}
        return self.send("/admin/images/add/", form)
