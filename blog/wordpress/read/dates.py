"""Dates of an export, and the time zone that WXR leaves out."""

from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

QUARTER = timedelta(minutes=15)
FURTHEST = timedelta(hours=14)
ENOUGH = 2_000


def parse_date(text):
    """Return a naive datetime for "2026-03-04 09:00:00", or None if it is not one."""
    text = (text or "").strip()
    try:
        date = datetime.fromisoformat(text)
    except ValueError:
        return None
    return date.replace(tzinfo=None) if 1970 <= date.year < 2200 else None


def parse_rss_date(text):
    """Return an aware datetime for "Wed, 04 Mar 2026 16:00:00 +0000", or None."""
    try:
        date = parsedate_to_datetime((text or "").strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return date.replace(tzinfo=date.tzinfo or UTC) if 1970 <= date.year < 2200 else None


class ZoneFinder:
    """Find the time zone in which local dates and GMT dates differ as in the export."""

    def __init__(self, preferred):
        self.preferred, self.offsets, self.fits = ZoneInfo(preferred), Counter(), 0

    def add(self, local, gmt):
        if self.offsets.total() >= ENOUGH:
            return
        local, gmt = parse_date(local), parse_date(gmt)
        if local and gmt and abs(local - gmt) <= FURTHEST:
            self.offsets[round((local - gmt) / QUARTER) * QUARTER] += 1
            there = gmt.replace(tzinfo=UTC).astimezone(self.preferred)
            self.fits += there.replace(tzinfo=None) == local

    @property
    def zone(self):
        """The preferred zone if most dates fit it, else the most frequent offset."""
        total = self.offsets.total()
        if not total or self.fits * 2 > total:
            return self.preferred
        return timezone(self.offsets.most_common(1)[0][0])


def to_utc(gmt, local, zone):
    """Return an aware datetime from the two columns of WordPress, or None."""
    if date := parse_date(gmt):
        return date.replace(tzinfo=UTC)
    if date := parse_date(local):
        return date.replace(tzinfo=zone).astimezone(UTC)
    return None
