"""Uploaded exports, stored in a private folder until they have been imported."""

import shutil

from django.conf import settings


def save_uploads(run, cleaned):
    """Save the files of the first step for `run`, which is not started yet."""
    paths = [
        _save(run, file, f"export-{number}{_extension(file.name)}")
        for number, file in enumerate(cleaned.get("files") or [], start=1)
    ]
    run.files = [file.name[:200] for file in cleaned.get("files") or []]
    if name := cleaned.get("server_file"):
        paths.append(settings.IMPORT_FOLDER / name)
        run.files.append(name)
    run.folder = "\n".join(map(str, paths))
    pictures = cleaned.get("pictures")
    if pictures:
        run.options["media_dir"] = str(_save(run, pictures, "uploads.zip"))
    elif name := cleaned.get("server_pictures"):
        run.options["media_dir"] = str(settings.IMPORT_FOLDER / name)


def _save(run, file, name):
    folder = run.upload_folder
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / name).open("wb") as target:
        shutil.copyfileobj(file, target)
    return folder / name


def _extension(name):
    name = name.lower()
    return next(e for e in (".xml.gz", ".gz", ".zip", ".xml") if name.endswith(e))
