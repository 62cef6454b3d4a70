"""Paths of URLs as places in the tree of pages."""

from django.conf import settings

from wagtail.models import Locale


def url_path_of(path, site):
    """Return the `url_path` that a page of `site` would have at a path of its URLs."""
    root, path = site.root_page, path.rstrip("/")
    code, _, rest = path.lstrip("/").partition("/")
    is_code = code in dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    locale = Locale.objects.filter(language_code=code).first() if is_code else None
    if locale and locale != root.locale:
        translated = root.get_translation_or_none(locale)
        root, path = (
            (translated, f"/{rest}".rstrip("/")) if translated else (root, path)
        )
    return f"{root.url_path.rstrip('/')}{path}/"
