from django import forms
from django.db.models import F, Q, TextField
from django.db.models.functions import Cast
from django.http import QueryDict

from blog.models import BlogPage

from ...models import Comment
from ...reports.moderation import REPORTED, reported_comments
from ...spam.rules import rules
from ...spam.senders import parse_sender, sent_by

ALL = "all"
PENDING_TAB, *OTHER_TABS = Comment.Status.choices
TABS = [PENDING_TAB, (REPORTED, "Reported"), *OTHER_TABS, (ALL, "All")]
NOT_FILTERS = {"status", "order"}
ORDERS = {"": "by age", "spam": "by spam score"}


class ArticleField(forms.ModelChoiceField):
    """A choice of articles that rejects IDs too large for the database."""

    def to_python(self, value):
        try:
            return super().to_python(value)
        except OverflowError:
            raise self._unknown(value) from None

    def _unknown(self, value):
        message = self.error_messages["invalid_choice"]
        return forms.ValidationError(message, "invalid_choice", {"value": value})


class SenderField(forms.Field):
    """An email address, a domain like @example.com, an IP address or a network."""

    def to_python(self, value):
        return parse_sender(value) if value else None


class QueueFilter(forms.Form):
    """The filter of the queue, shared by the list and the bulk actions."""

    status = forms.ChoiceField(choices=TABS, required=False, widget=forms.HiddenInput)
    q = forms.CharField(
        label="Search", required=False, max_length=200, widget=forms.SearchInput
    )
    article = ArticleField(
        BlogPage.objects.filter(comments__isnull=False).distinct().order_by("title"),
        required=False,
        empty_label="All articles",
    )
    sender = SenderField(
        label="Sender",
        required=False,
        widget=forms.TextInput({"placeholder": "Email, @domain, IP or network"}),
    )
    reason = forms.ChoiceField(label="Held because", required=False)
    since = forms.DateField(
        label="From", required=False, widget=forms.DateInput({"type": "date"})
    )
    until = forms.DateField(
        label="To", required=False, widget=forms.DateInput({"type": "date"})
    )
    order = forms.ChoiceField(
        choices=ORDERS.items(), required=False, widget=forms.HiddenInput
    )

    def __init__(self, data):
        super().__init__(data, label_suffix="")
        self.fields["q"].widget.attrs["placeholder"] = "Name, email or text"
        reasons = [(rule.__name__, rule.label) for rule in rules]
        self.fields["reason"].choices = [("", "Any reason"), *reasons]

    @classmethod
    def from_query(cls, query):
        """Return the filter of a queue page with the query string `query`."""
        return cls(QueryDict(query))

    @property
    def status_shown(self):
        """The selected tab: a status, or `all`."""
        return (self.is_valid() and self.cleaned_data["status"]) or "pending"

    @property
    def is_active(self):
        """Whether a filter other than the tab is set."""
        return any(
            self.data.get(name) for name in self.fields if name not in NOT_FILTERS
        )

    @property
    def query(self):
        """The query string that reproduces this filter."""
        query = QueryDict(mutable=True)
        query.update(
            {name: self.data[name] for name in self.fields if name in self.data}
        )
        return query.urlencode()

    @property
    def orders(self):
        """Yield the label and query string of each order, and whether it is current."""
        for order, label in ORDERS.items():
            query = QueryDict(self.query, mutable=True)
            query["order"] = order
            yield label, query.urlencode(), order == self.data.get("order", "")

    def matching(self):
        """Return the matching comments, sorted; none if the filter is invalid."""
        if not self.is_valid():
            return Comment.objects.none()
        comments = Comment.objects.all()
        if self.status_shown == REPORTED:
            comments = reported_comments()
        elif self.status_shown != ALL:
            comments = comments.filter(status=self.status_shown)
        return self._apply_filters(comments).order_by(*self._ordering)

    @property
    def _ordering(self):
        # Pending comments are a queue; elsewhere the newest are of interest.
        oldest_first = self.status_shown == Comment.Status.PENDING
        by_age = ["created", "pk"] if oldest_first else ["-created", "-pk"]
        if self.cleaned_data["order"]:
            by_age.insert(0, F("spam_score").desc(nulls_last=True))
        return ["-is_urgent", *by_age]

    def _apply_filters(self, comments):
        filters = self.cleaned_data
        if word := filters["q"]:
            comments = comments.filter(
                Q(name__icontains=word)
                | Q(email__icontains=word)
                | Q(text__icontains=word)
            )
        if filters["article"]:
            comments = comments.filter(page=filters["article"])
        if filters["sender"]:
            comments = sent_by(comments, filters["sender"])
        if filters["reason"]:
            comments = _held_by(comments, filters["reason"])
        if filters["since"]:
            comments = comments.filter(created__date__gte=filters["since"])
        if filters["until"]:
            comments = comments.filter(created__date__lte=filters["until"])
        return comments


def _held_by(comments, rule):
    # SQLite cannot query JSON lists of objects. Both databases format JSON the same
    # way, and quotation marks in reasons are escaped, so a text search is exact.
    reasons = Cast("hold_reasons", TextField())
    return comments.alias(reasons=reasons).filter(reasons__contains=f'"rule": "{rule}"')
