import json

import pytest

from django.core.management import call_command

from boulder_therapeutics.operations.static_files import storage

SOURCES = {
    "css/site.css": '@layer base, card;\n@import "base.css" layer(base);\n'
    '@import "components/card.css" layer(card);',
    "css/base.css": '@font-face { font-family: F; src: url("../img/mark.svg") }',
    "css/components/card.css": ".card { background: url(/static/img/mark.svg) }",
    "img/mark.svg": "<svg></svg>",
    "js/main.js": 'import { menu } from "./menu.js";\n',
    "js/menu.js": f"export const menu = 1; // {'compressible ' * 20}\n",
}


@pytest.fixture
def sources(settings, tmp_path):
    """A folder of source files, collected into the folder next to it."""
    folder = tmp_path / "sources"
    for name, text in SOURCES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    finder = "django.contrib.staticfiles.finders.FileSystemFinder"
    storage = "boulder_therapeutics.operations.static_files.storage.BundlingStorage"
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = [finder]
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": storage}}
    settings.WHITENOISE_KEEP_ONLY_HASHED_FILES = True
    return folder


def collect(settings):
    """Collect the files; return a function from a plain name to a collected file."""
    call_command("collectstatic", interactive=False, verbosity=0)
    manifest = json.loads((settings.STATIC_ROOT / "staticfiles.json").read_text())
    return lambda name: settings.STATIC_ROOT / manifest["paths"][name]


def test_stylesheet_contains_its_imports(sources, settings):
    css = collect(settings)("css/site.css").read_text()
    assert "@import" not in css
    assert css.index("@layer base") < css.index("@font-face") < css.index(".card{")


def test_server_that_waited_knows_what_another_collected(sources, settings):
    waiting = storage.BundlingStorage()
    collect(settings)
    waiting.reload_manifest()
    assert waiting.exists(waiting.stored_name("css/site.css"))


def test_urls_in_the_stylesheet_are_hashed(sources, settings):
    hashed = collect(settings)
    css, mark = hashed("css/site.css").read_text(), hashed("img/mark.svg").name
    assert f"../img/{mark}" in css
    assert f"/static/img/{mark}" in css


def test_modules_import_each_other_by_hashed_name(sources, settings):
    hashed = collect(settings)
    assert hashed("js/menu.js").name in hashed("js/main.js").read_text()


def test_only_hashed_files_are_collected_and_compressed(sources, settings):
    menu = collect(settings)("js/menu.js")
    assert menu.with_name(f"{menu.name}.br").exists()
    assert menu.with_name(f"{menu.name}.gz").exists()
    assert not menu.with_name("menu.js").exists()


def test_second_run_skips_compressed_files(sources, settings):
    menu = collect(settings)("js/menu.js")
    compressed = menu.with_name(f"{menu.name}.br")
    compressed.write_bytes(b"unchanged")
    collect(settings)
    assert compressed.read_bytes() == b"unchanged"


def test_change_of_an_import_changes_the_bundle(sources, settings):
    before = collect(settings)("css/site.css")
    (sources / "css/components/card.css").write_text(".card { color: red }")
    after = collect(settings)("css/site.css")
    assert after != before
    assert ".card{color:red}" in after.read_text()


def test_files_are_stale_until_collected_and_after_a_change(sources, settings):
    assert storage.are_stale()
    collect(settings)
    assert not storage.are_stale()
    (sources / "js/menu.js").write_text("export const menu = 2;")
    assert storage.are_stale()


def test_stylesheet_with_a_missing_file_is_an_error(sources, settings):
    (sources / "css/base.css").write_text("a { background: url(../img/none.svg) }")
    with pytest.raises(ValueError, match=r"none\.svg"):
        collect(settings)
