from pathlib import Path

from django.core.files.images import ImageFile

from boulder_therapeutics.images.models import CustomImage

MASTERS = Path(__file__).resolve().parents[1] / "masters"


def load_picture(name, description):
    """Return the picture of the library made from the drawing `name`, or None.

    `description` says what is seen, for pictures that are used without other words.
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
