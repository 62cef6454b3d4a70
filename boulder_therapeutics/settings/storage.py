"""Storage of uploads: a folder, or a bucket of an S3 service."""

import importlib.util
from importlib import import_module

from django.core.exceptions import ImproperlyConfigured

from .environment import read, read_url

YEAR = 31_536_000  # seconds
# Boto would let a request wait for ten minutes for a service that hangs.
TIMEOUTS = {"connect_timeout": 3, "read_timeout": 10}
FOLDER = {"BACKEND": "boulder_therapeutics.operations.limits.uploads.FolderStorage"}


def read_storage():
    """Return the storage of uploads and the origin of their URLs.

    The origin is None if the site serves them itself.
    """
    if not (bucket := read("S3_BUCKET", "", "the name of a bucket")):
        return FOLDER, None
    if importlib.util.find_spec("storages") is None:
        raise ImproperlyConfigured(
            "S3_BUCKET needs the packages in requirements-s3.txt."
        )
    public = _read_public_url()
    options = {
        "bucket_name": bucket,
        "access_key": _require("S3_ACCESS_KEY_ID"),
        "secret_key": _require("S3_SECRET_ACCESS_KEY"),
        "region_name": read("S3_REGION", "us-east-1", "a region, like us-west-2"),
        "endpoint_url": _read_endpoint(),
        "custom_domain": public.netloc + public.path,
        "url_protocol": f"{public.scheme}:",
        "querystring_auth": False,
        "file_overwrite": False,
        "client_config": import_module("botocore.config").Config(
            **TIMEOUTS, retries={"total_max_attempts": 2}
        ),
        "object_parameters": {"CacheControl": f"public, max-age={YEAR}"},
    }
    storage = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    return storage, f"{public.scheme}://{public.netloc}"


def _read_public_url():
    should_be = "the public URL of the bucket, like https://media.example.com"
    public = read_url("S3_PUBLIC_URL", "", {"http", "https"}, should_be, path=".*")
    if public is None:
        raise ImproperlyConfigured(f"S3_PUBLIC_URL is missing: it must be {should_be}.")
    return public


def _read_endpoint():
    should_be = "the URL of the S3 service, like https://s3.example.com"
    endpoint = read_url("S3_ENDPOINT_URL", "", {"http", "https"}, should_be)
    return endpoint and endpoint.geturl()


def _require(name):
    should_be = "a key of the S3 service"
    if value := read(name, "", should_be):
        return value
    raise ImproperlyConfigured(f"{name} is missing: it must be {should_be}.")
