"""The years and months that have articles, in the site's time zone.

Each is found with an index, as counting would read all articles.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Subquery
from django.utils import timezone
from django.utils.formats import date_format

# As in the URLs of WordPress.
YEAR = r"(?P<year>[12][0-9]{3})"
MONTH = r"(?P<month>0[1-9]|1[0-2])"
MONTHS = range(1, 13)
MOST_YEARS = 60  # to look for, in case of an article with a mistyped date


@dataclass(frozen=True)
class Period:
    """A year, or a month of it."""

    year: int
    month: int | None = None

    @property
    def start(self):
        """The first moment."""
        return _midnight(self.year, self.month or 1)

    @property
    def end(self):
        """The first moment afterwards."""
        if self.month in {None, MONTHS[-1]}:
            return _midnight(self.year + 1)
        return _midnight(self.year, self.month + 1)

    @property
    def name(self):
        return date_format(self.start, "YEAR_MONTH_FORMAT" if self.month else "Y")

    @property
    def month_name(self):
        return date_format(self.start, "F")

    @property
    def path(self):
        """The path of its articles, below the blog."""
        return f"{self.year}/{self.month:02}/" if self.month else f"{self.year}/"


def find_years(articles):
    """Return the years that have articles, newest first."""
    ends = [articles, articles.order_by("date", "pk")]
    years = [timezone.localtime(date).year for date in _first_dates(articles, ends)]
    newest, oldest = max(years, default=0), min(years, default=1)
    years = range(newest, oldest - 1, -1)[:MOST_YEARS]
    return _find(articles, [Period(year) for year in years])


def find_months(articles, period):
    """Return the months that have articles in the year of `period`."""
    return _find(articles, [Period(period.year, month) for month in MONTHS])


def _find(articles, periods):
    dates = _first_dates(articles, [articles.within(period) for period in periods])
    return [p for p in periods if any(p.start <= date < p.end for date in dates)]


def _first_dates(articles, querysets):
    """Return the date of the first article of each queryset, with one query."""
    first = [Subquery(queryset.values("pk")[:1]) for queryset in querysets]
    found = articles.model.objects.filter(id__in=first).order_by()
    return found.values_list("date", flat=True)


def _midnight(year, month=1):
    return timezone.make_aware(datetime(year, month, 1))
