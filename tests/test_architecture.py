"""Which package may import which, and other rules about the structure of the code."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SITE = "boulder_therapeutics"
MAX_MODULES = 12
# Each package with those that it may import. An arrow never points back, and what is
# not listed here belongs to the package above it.
LAYERS = {
    f"{SITE}.settings": set(),
    f"{SITE}.pagecache": set(),
    f"{SITE}.operations": {"pagecache"},
    f"{SITE}.mail": {"operations"},
    f"{SITE}.images": {"operations"},
    f"{SITE}.core": {"images", "mail", "operations", "pagecache"},
    f"{SITE}.search": {"core"},
    f"{SITE}.seo": {"core", "images", "operations", "pagecache"},
    "services": {"core", "images", "seo"},
    "blog": {"core", "images", "pagecache", "seo"},
    "blog.comments": {"blog", "core", "mail", "operations", "pagecache", "seo"},
    "blog.wordpress": {
        *{"blog", "blog.comments", "core", "images", "operations", "pagecache"},
        "services",
    },
    f"{SITE}.transfer": {
        *{"blog", "core", "images", "operations", "pagecache", "seo"},
    },
    f"{SITE}.demo": {"blog", "blog.comments", "core", "images", "services"},
    SITE: {"core", "images", "operations", "seo"},  # urls.py and wsgi.py
    "benchmarks": {
        *{"blog", "blog.comments", "blog.wordpress", "core", "demo", "images"},
        "pagecache",
    },
}
KNOWS_THE_PAGE_CACHE = {
    "blog/cache_rules.py",
    "blog/comments/cache_rules.py",
    "blog/comments/urls.py",
    "blog/wordpress/cache_rules.py",
    f"{SITE}/core/cache_rules.py",
    f"{SITE}/operations/application.py",
    f"{SITE}/operations/file_cache.py",  # for its circuit breaker
    f"{SITE}/operations/gunicorn.py",
    f"{SITE}/operations/redis_cache.py",  # for its circuit breaker
    f"{SITE}/operations/startup.py",
    f"{SITE}/seo/urls.py",
    f"{SITE}/transfer/cache_rules.py",
}


def source_files():
    """Return the Python files of all packages, without tests and migrations."""
    tops = {package.partition(".")[0] for package in LAYERS}
    files = [path for top in tops for path in (ROOT / top).rglob("*.py")]
    return sorted(path for path in files if "migrations" not in path.parts)


def module_name(path):
    """Return the dotted name of a file; "a.b.__init__" for the package a.b."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def package_of(module):
    """Return the innermost package in LAYERS that a module belongs to, or None."""
    packages = [p for p in LAYERS if f"{module}.".startswith(f"{p}.")]
    return max(packages, key=len, default=None)


def imported_modules(source, module):
    """Yield the full names of what `source` imports anywhere, relative imports too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*parents, *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def imported_packages(source, module):
    """Return the packages in LAYERS, other than its own, that `source` imports."""
    packages = map(package_of, imported_modules(source, module))
    return {p for p in packages if p not in {None, package_of(module)}}


def private_attributes(source):
    """Return the private attributes in `source` that no class in it defines."""
    tree = ast.parse(source)
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    own = {n.attr for n in nodes if getattr(n.value, "id", None) in {"self", "cls"}}
    own |= {n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}
    names = {n.attr for n in nodes if n.attr[0] == "_" and n.attr[:2] != "__"}
    return names - own - {"_meta"}


@pytest.mark.parametrize("package", LAYERS)
def test_package_imports_only_the_layers_below(package):
    allowed = LAYERS[package] | {f"{SITE}.{name}" for name in LAYERS[package]}
    files = [p for p in source_files() if package_of(module_name(p)) == package]
    wrong = {
        (str(path.relative_to(ROOT)), imported)
        for path in files
        for imported in imported_packages(path.read_text(), module_name(path)) - allowed
    }
    assert files
    assert wrong == set()


def test_only_urls_cache_rules_and_server_import_the_page_cache():
    cache = f"{SITE}.pagecache"
    importers = {
        str(path.relative_to(ROOT))
        for path in source_files()
        if cache in imported_packages(path.read_text(), module_name(path))
        and path.parts[len(ROOT.parts)] != "benchmarks"
    }
    assert importers == KNOWS_THE_PAGE_CACHE


@pytest.mark.parametrize("path", source_files(), ids=module_name)
def test_module_uses_no_private_attributes_and_no_global_variables(path):
    source = path.read_text()
    assert path.name == "workarounds.py" or private_attributes(source) == set()
    assert not any(isinstance(node, ast.Global) for node in ast.walk(ast.parse(source)))


def test_folders_have_at_most_a_dozen_modules():
    folders = [path.parent for path in source_files() if path.name != "__init__.py"]
    assert {f for f in folders if folders.count(f) > MAX_MODULES} == set()


@pytest.mark.parametrize(
    ("line", "package"),
    [
        ("from ..models import BlogPage", "blog"),
        ("from .. import models", "blog"),
        ("def f():\n    import services.models", "services"),
        ("from boulder_therapeutics import pagecache", f"{SITE}.pagecache"),
    ],
)
def test_every_kind_of_import_is_found(line, package):
    assert imported_packages(line, "blog.comments.rules") == {package}


def test_private_attributes_are_found():
    source = "class A:\n    def f(self, a):\n        self._x = a._x, a._y, a._meta"
    assert private_attributes(source) == {"_y"}
