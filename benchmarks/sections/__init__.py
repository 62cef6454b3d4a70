"""The sections of the table: functions that return rows of (figure, measured, goal)."""

from .cached import measure_cached
from .cold import measure_cold
from .comments import measure_comments
from .first_minute import measure_first_minute
from .growth import measure_growth
from .stale import measure_stale

SECTIONS = {
    "cached": measure_cached,
    "stale": measure_stale,
    "cold": measure_cold,
    "comments": measure_comments,
    "growth": measure_growth,
    "first-minute": measure_first_minute,
}
