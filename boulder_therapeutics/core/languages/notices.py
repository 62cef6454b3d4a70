"""Warnings on translated pages.

A warning that is out of date is worse than one in English: if the original of a page
was reviewed after its translation, the translation shows the original's warnings.
"""

from django.utils.functional import cached_property

from wagtail.blocks import StreamValue

from ..publishing.restrictions import only_public
from .active import DEFAULT, current_language, language_tag

NOTICE = "notice"


def find_newer_originals(pages):
    """Return the originals of `pages`, by key, that were reviewed after them.

    Only public ones. In the default language without a query. All pages have the same
    type.
    """
    if current_language() == DEFAULT or not pages:
        return {}
    reviewed = {page.translation_key: page.reviewed_on for page in pages}
    originals = only_public(
        type(pages[0]).objects.filter(
            translation_key__in=reviewed, locale__language_code=DEFAULT
        )
    )
    return {
        original.translation_key: original
        for original in originals.exclude(reviewed_on=None)
        if is_newer(original.reviewed_on, reviewed[original.translation_key])
    }


def is_newer(date, other):
    """Return whether `date` is after `other`, which may be None."""
    return other is None or date > other


class TranslatedNoticesMixin:
    """A page with notices and a review date, `reviewed_on`."""

    @cached_property
    def newer_original(self):
        """The original page if it was reviewed after this translation, or None."""
        return find_newer_originals([self]).get(self.translation_key)

    def with_current_notices(self, name):
        """Return the stream `name` with its notices, or else those of the original."""
        stream, original = getattr(self, name), self.newer_original
        if original is None:
            return stream
        notices = notices_in(getattr(original, name))
        own = [block.block_type for block in stream]
        place = own.index(NOTICE) if NOTICE in own else 0
        blocks = [block for block in stream if block.block_type != NOTICE]
        blocks[place:place] = notices
        rows = [(block.block_type, block.value, block.id) for block in blocks]
        return StreamValue(stream.stream_block, rows)


def notices_in(stream):
    """Return the notices in an original, marked with their language."""
    notices = list(stream.blocks_by_name(NOTICE))
    for block in notices:
        block.value.language, block.value.tag = DEFAULT, language_tag(DEFAULT)
    return notices
