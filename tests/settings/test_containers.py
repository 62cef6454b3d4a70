"""The containers of compose.yaml, which no test can start."""

import re

import pytest
import yaml

from boulder_therapeutics.operations import gunicorn
from boulder_therapeutics.settings import base

SERVICES = yaml.safe_load((base.BASE_DIR / "compose.yaml").read_text())["services"]
WRITABLE = ["cache", "exports", "imports", "locks", "media"]


@pytest.mark.parametrize("folder", WRITABLE)
def test_site_can_write_where_it_does(folder):
    web = SERVICES["web"]
    mounts = [mount.split(":") for mount in web["volumes"]]
    mounted = {target for _, target, *_ in mounts}
    mounted |= {mount.partition(":")[0] for mount in web["tmpfs"]}
    assert f"/site/var/{folder}" in mounted
    assert f"var/{folder}" in (base.BASE_DIR / "Dockerfile").read_text()


def test_these_are_the_folders_in_the_settings():
    folders = {base.IMPORT_FOLDER, base.EXPORT_FOLDER, base.VAR_DIR / "media"}
    assert {folder.name for folder in folders} < set(WRITABLE)


@pytest.mark.parametrize("name", SERVICES)
def test_service_is_limited(name):
    service = SERVICES[name]
    assert service["read_only"]
    assert service["cap_drop"] == ["ALL"]
    assert service["mem_limit"]
    assert service["logging"]["options"]["max-size"]


def test_site_may_finish_its_requests():
    grace = int(re.match(r"\d+", SERVICES["web"]["stop_grace_period"])[0])

    assert grace > gunicorn.graceful_timeout


def test_image_contains_the_folders_in_the_settings():
    kept = (base.BASE_DIR / ".dockerignore").read_text().split()
    folders = [*base.LOCALE_PATHS, *base.STATICFILES_DIRS, *base.TEMPLATES[0]["DIRS"]]
    assert {f"!{folder.name}" for folder in folders} < set(kept)


@pytest.mark.parametrize("name", ["proxy", "web"])
def test_bodies_of_requests_do_not_fill_the_memory(name):
    assert f"{name}-temporary:/tmp" in SERVICES[name]["volumes"]


def test_site_starts_without_its_cache():
    assert SERVICES["web"]["depends_on"]["cache"]["condition"] == "service_started"
