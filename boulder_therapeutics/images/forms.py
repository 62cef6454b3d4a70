from functools import wraps

from wagtail.images.forms import BaseImageForm

from .uploads import check_header, clean_image, refuse_unreadable


class ImageForm(BaseImageForm):
    """The form editors use to upload and describe an image."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            # Wagtail's check does not catch the errors of a broken file, and decodes
            # it first.
            field.check_image_pixel_size = refusing(field.check_image_pixel_size)

    def clean_file(self):
        """Return a new file without metadata, upright and reduced to a useful size."""
        file = self.cleaned_data["file"]
        return clean_image(file) if "file" in self.changed_data else file


def refusing(check):
    """Wrap a check of a file so that an unreadable file is a validation error."""

    @wraps(check)
    def checked(file):
        check_header(file)
        with refuse_unreadable():
            return check(file)

    return checked
