from pathlib import Path

from django.core.files.images import ImageFile

from boulder_therapeutics.images.models import CustomImage

MASTERS = Path(__file__).resolve().parents[1] / "masters"


def load_picture(name, description):
    """Return the image of the drawing `name`, creating it if needed, or None.

    `description` is its alt text where it is used without another one.
    """
    if name is None:
        return None
    title = name.replace("-", " ").capitalize()
    if picture := CustomImage.objects.filter(title=title).first():
        return picture
    path = MASTERS / f"{name}.png"
    with path.open("rb") as file:
        return CustomImage.objects.create(
            title=title,
            file=ImageFile(file, name=path.name),
            description=description,
        )
