"""Static files as visitors get them: joined styles, hashed names, compressed."""

import hashlib
from pathlib import Path

import lightningcss
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage

from .stylesheet import STYLESHEETS

STAMP = "sources.sha256"


class OnceCompressor(Compressor):
    """Leaves alone what an earlier run has compressed."""

    def compress(self, path):
        """Compress a file, unless its name, which has its hash, is known already."""
        return [] if Path(f"{path}.br").exists() else super().compress(path)


class BundlingStorage(CompressedManifestStaticFilesStorage):
    """Minifies each stylesheet, joined with all it imports, before it is hashed."""

    # A module asks for other modules by their hashed names.
    support_js_module_import_aggregation = True

    def post_process(self, paths, dry_run=False, **options):
        """Put bundles in place of the stylesheets, then hash and compress."""
        if dry_run:
            return
        for name in set(STYLESHEETS) & paths.keys():
            paths[name] = self._bundle(name, *paths[name])
        yield from super().post_process(paths, **options)
        Path(self.path(STAMP)).write_text(fingerprint())

    def _bundle(self, name, storage, path):
        bundle = lightningcss.bundle_css(storage.path(path))
        Path(self.path(name)).write_text(bundle, encoding="utf-8")
        return self, name

    def create_compressor(self, **options):
        """Return what compresses the hashed files."""
        return OnceCompressor(**options)


def are_stale():
    """Whether a source has changed since the files were collected."""
    stamp = Path(staticfiles_storage.path(STAMP))
    return not stamp.exists() or stamp.read_text() != fingerprint()


def fingerprint():
    """A text that changes when a source does, or the way it is made ready."""
    sources = {
        path: Path(storage.path(path))
        for finder in get_finders()
        for path, storage in finder.list([])
    }
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path, source in sorted(sources.items()):
        digest.update(path.encode() + source.read_bytes())
    return digest.hexdigest()
