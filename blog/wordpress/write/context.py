"""The state that all steps of an import share."""

from dataclasses import dataclass, field

from ..convert.article import SKIP, state_of
from ..options import Options
from ..read.scan import Scan
from ..report.tally import Tally


@dataclass
class Context:
    """The export, the site it goes to, and what is known so far."""

    export: object
    scan: Scan
    options: Options
    source: str
    root: object  # above imported pages
    site: object
    tally: Tally
    places: object = None
    services: set = field(default_factory=set)  # numbers of pages that become services
    ledger: object = None
    people: object = None
    terms: object = None
    resolver: object = None
    has_new_media: bool = False
    # Files written in the present transaction, to be removed if it is rolled back.
    new_files: list = field(default_factory=list)

    @property
    def zone(self):
        return self.scan.zone

    def reason_to_skip(self, item):
        """Return why a post or page is not imported, or ""."""
        kind = "posts" if item.kind == "post" else "pages"
        if not self.options.wants(kind):
            return f"{kind} were not asked for"
        if self.options.statuses and item.status not in self.options.statuses:
            return f"status {item.status} was not asked for"
        # What is in the trash only now becomes a draft.
        if state_of(item)[0] == SKIP and item.key not in self.ledger.known:
            return f"it is in status {item.status}"
        return ""

    def forget(self):
        """Discard the cached rows of a transaction that was rolled back."""
        self.ledger.run.forget()
        self.people.forget()
        self.terms.forget()
        self.resolver.forget()
        for file in self.new_files:
            file.storage.delete(file.name)
        self.new_files.clear()
