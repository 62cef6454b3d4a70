"""Create an article with ten new images, not yet published.

`python -m benchmarks.measure.draft` prints {"id": ID, "path": PATH}.
"""

import io
import json
import os
import sys

import django

django.setup()

from PIL import Image  # noqa: E402

from django.core.files.images import ImageFile  # noqa: E402

from blog.models import BlogIndexPage, BlogPage  # noqa: E402
from boulder_therapeutics.images.models import CustomImage  # noqa: E402

IMAGES = 10
SIZE = (2400, 1600)  # pixels, about what a phone's photo has after cropping


def create_image(number):
    """Create an image with soft shapes and grain, as costly to encode as a photo."""
    colors = os.urandom(24 * 16 * 3)
    photo = Image.frombytes("RGB", (24, 16), colors).resize(
        SIZE, Image.Resampling.BICUBIC
    )
    grain = Image.effect_noise(SIZE, 24).convert("RGB")
    file = io.BytesIO()
    Image.blend(photo, grain, 0.1).save(file, "JPEG", quality=90)
    return CustomImage.objects.create(
        title=f"Photo {number}",
        description=f"Photo {number}",
        file=ImageFile(file, name=f"photo-{number}.jpg"),
    )


images = [create_image(number) for number in range(IMAGES)]
page = BlogPage(
    title="Ten photos",
    slug="ten-photos",
    introduction="Ten photos.",
    cover=images[0],
    live=False,
)
page.body = [("figure", {"image": image, "caption": image.title}) for image in images]
BlogIndexPage.objects.order_by("path").first().add_child(instance=page)
page.save_revision()
sys.stdout.write(json.dumps({"id": page.pk, "path": page.get_url()}))
