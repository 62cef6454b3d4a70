"""The options of an import."""

from dataclasses import asdict, dataclass, field

KINDS = ("posts", "pages", "comments", "media", "redirects")


@dataclass
class Options:
    """The options of one import, as in the command."""

    site: str = ""
    parent: str = ""
    services: str = ""  # the old path of the list of services
    mapping: dict = field(default_factory=dict)  # {type: "page" or "post"}
    only: list = field(default_factory=lambda: list(KINDS))
    authors: dict = field(default_factory=dict)  # login: username
    default_author: str = ""
    create_users: bool = False  # for authors without an account
    statuses: list = field(default_factory=list)  # empty: all but trash
    private: str = "draft"
    pingbacks: str = "drop"
    personal_data: bool = True
    keep_notes: bool = False
    train_spam: bool = False
    overwrite_local: bool = False
    dry_run: bool = False
    batch: int = 200
    media_dir: str = ""
    download: bool = False
    download_hosts: list = field(default_factory=list)

    def wants(self, kind):
        return kind in self.only

    def to_json(self):
        return asdict(self)
