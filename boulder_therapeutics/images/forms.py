from functools import wraps

from wagtail.images.forms import BaseImageForm

from . import making
from .uploads import clean_picture, refuse_unreadable


class ImageForm(BaseImageForm):
    """What editors fill in about a picture, and the picture itself."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            # Wagtail's check lets errors of the reader pass, as a crash.
            field.check_image_pixel_size = refusing(field.check_image_pixel_size)

    def clean_file(self):
        """Keep only what is seen of a new picture."""
        file = self.cleaned_data["file"]
        return clean_picture(file) if "file" in self.changed_data else file

    def save(self, commit=True):
        """Make a changed picture anew, in all sizes of the pages that show it."""
        image = super().save(commit)
        if commit:
            making.make_soon(image)
        return image


def refusing(check):
    """Make a check of a file refuse what it cannot read."""

    @wraps(check)
    def checked(file):
        with refuse_unreadable():
            return check(file)

    return checked
