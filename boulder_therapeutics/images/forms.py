from wagtail.images.forms import BaseImageForm

from .uploads import check_header, clean_image


class ImageForm(BaseImageForm):
    """The form editors use to upload and describe an image."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            # Wagtail's check decodes the file, and fails with that of a broken one.
            field.check_image_pixel_size = check_header

    def clean_file(self):
        """Return a new file without metadata, upright and reduced to a useful size."""
        file = self.cleaned_data["file"]
        return clean_image(file) if "file" in self.changed_data else file
