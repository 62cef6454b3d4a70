"""A preview of an import, which writes nothing: the first step in the admin."""

from collections import Counter

from ..convert.article import convert_article
from ..convert.result import Picture
from ..read.scan import IMPORTABLE
from ..report.found import describe
from ..report.tally import FAILED, IMPORTED, SKIPPED, UPDATED, rows
from ..write.comments import reason_to_skip, skip_all
from ..write.media.attachments import upload_path
from .counting import NO_COMMENTS, NOT_IMPORTED, count_others, count_without_writing
from .importer import Import

MAX_EXAMPLES = 5


class Analysis(Import):
    """Reads and converts everything; nothing is written, and no lock is held."""

    def execute(self):
        self.scan = self._scan()
        self._prepare()
        count_others(self.context)
        self.missing, self.losses = [], {}
        total = self.scan.total(IMPORTABLE)
        for done, item in enumerate(self._items(IMPORTABLE)):
            self._look_at(item)
            if done % 50 == 0:
                self.progress("Trying out the conversion", done, total)
                self._check_stop()
        return self.result()

    def _look_at(self, item):
        """Count an item, as failed if an import of it would fail."""
        try:
            with self.tally.batch():
                self._count(item)
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"[:200]
            self.tally.item(item, FAILED, reason)
            skip_all(self.context, item, NOT_IMPORTED)

    def _count(self, item):
        if count_without_writing(self.context, item):
            return
        is_known = item.key in self.context.ledger.known
        self.tally.item(item, UPDATED if is_known else IMPORTED)
        if item.kind == "attachment":
            if not self.uploads.find(upload_path(item)):
                self.missing.append(item.get("wp:attachment_url") or upload_path(item))
        else:
            self._try_conversion(item)
            self._count_comments(item, is_known)

    def _count_comments(self, item, is_known):
        for comment in item.comments:
            reason = reason_to_skip(comment, self.options)
            if item.kind != "post":
                reason = reason or NO_COMMENTS
            outcome = SKIPPED if reason else UPDATED if is_known else IMPORTED
            self.tally.comment(comment, outcome, reason)

    def _try_conversion(self, item):
        article = convert_article(
            item,
            AnyPicture(),
            zone=self.scan.zone,
            source=self.context.source,
            private=self.options.private,
        )
        for kind, name, _ in article.losses:
            key = f"{kind} {name}" if kind in {"shortcode", "block", "HTML"} else kind
            examples = self.losses.setdefault(key, [])
            if article.title not in examples[:MAX_EXAMPLES]:
                examples.append(article.title)

    def result(self):
        """Return the findings as plain data for the page."""
        scanned = self.scan
        creators = scanned.creators
        declared = {author.login: author.name for author in scanned.site.authors}
        return {
            "title": scanned.site.fields.get("title", ""),
            "url": scanned.site.url,
            "zone": str(scanned.zone),
            "dropped": scanned.dropped,
            "items": rows(self.tally.items),
            "comments": rows(self.tally.comments),
            "authors": [
                {"login": login, "name": declared.get(login, ""), "number": number}
                for login, number in creators.most_common()
            ],
            "terms": dict(Counter(domain for domain, _ in scanned.terms)),
            "not_understood": [
                {"what": what, "number": len(found), "examples": found[:MAX_EXAMPLES]}
                for what, found in sorted(self.losses.items())
            ],
            "missing": self.missing[:1_000],
            "missing_total": len(self.missing),
            "found": describe(scanned),
        }


class AnyPicture:
    """A resolver that finds every picture and changes no link."""

    def link(self, url):
        return {"href": url}

    def picture(self, url, number=0):
        return Picture(1)

    def reusable(self, number):
        return " "

    def attached(self, number):
        return []
