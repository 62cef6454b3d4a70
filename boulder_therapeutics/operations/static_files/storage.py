"""Static files for production: bundled, hashed and compressed."""

import hashlib
from pathlib import Path

import lightningcss
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage

from .stylesheet import STYLESHEETS

FINGERPRINT = "sources.sha256"


class IncrementalCompressor(Compressor):
    """A compressor that skips files from previous runs."""

    def compress(self, path):
        """Compress a file unless that is done; its name contains the hash."""
        return [] if Path(f"{path}.br").exists() else super().compress(path)


class BundlingStorage(CompressedManifestStaticFilesStorage):
    """Joins each stylesheet with its imports and minifies it before hashing."""

    # Modules import each other by their hashed names.
    support_js_module_import_aggregation = True

    def post_process(self, paths, dry_run=False, **options):
        """Replace the stylesheets by their bundles, then hash and compress."""
        if dry_run:
            return
        for name in set(STYLESHEETS) & paths.keys():
            paths[name] = self._bundle(name, *paths[name])
        yield from super().post_process(paths, **options)
        Path(self.path(FINGERPRINT)).write_text(fingerprint())

    def _bundle(self, name, storage, path):
        bundle = lightningcss.bundle_css(storage.path(path))
        Path(self.path(name)).write_text(bundle, encoding="utf-8")
        return self, name

    def create_compressor(self, **options):
        return IncrementalCompressor(**options)

    def reload_manifest(self):
        """Read the manifest again, as another process may have written it."""
        self.hashed_files, self.manifest_hash = self.load_manifest()


def are_stale():
    """Return whether a source file has changed since the files were collected."""
    collected = Path(staticfiles_storage.path(FINGERPRINT))
    return not collected.exists() or collected.read_text() != fingerprint()


def fingerprint():
    """Return a hash of the source files and of this module."""
    sources = {
        path: Path(storage.path(path))
        for finder in get_finders()
        for path, storage in finder.list([])
    }
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path, source in sorted(sources.items()):
        digest.update(path.encode() + source.read_bytes())
    return digest.hexdigest()
