"""Limits for requests that store no comment."""

import pytest
import time_machine

from blog.comments.models import CommentSettings
from blog.comments.submission.limits import check_rate, network_hash
from blog.comments.submission.refusal import Refusal

NOON = "2026-03-01 12:00"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.7", "203.0.113.7", True),
        ("203.0.113.7", "203.0.113.8", False),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
    ],
)
def test_network_is_an_ipv4_address_or_half_an_ipv6_address(one, other, same):
    assert (network_hash(one) == network_hash(other)) == same
    assert one not in network_hash(one)


def test_kinds_and_minutes_are_counted_apart():
    settings = CommentSettings(per_minute=1, per_hour=2)
    with time_machine.travel(NOON, tick=False) as clock:
        for kind in ["preview", "edit"]:
            check_rate(kind, "203.0.113.7", settings)
        with pytest.raises(Refusal) as refusal:
            check_rate("edit", "203.0.113.7", settings)
        assert refusal.value.wait == 60
        clock.shift(60)
        check_rate("preview", "203.0.113.7", settings)
        clock.shift(60)
        with pytest.raises(Refusal) as refusal:
            check_rate("preview", "203.0.113.7", settings)
        assert refusal.value.wait == 3600 - 120


@pytest.mark.parametrize(("ip", "limit"), [(None, 1), ("203.0.113.7", 0)])
def test_zero_means_no_limit_and_an_unknown_address_has_none(ip, limit):
    for _ in range(3):
        check_rate("edit", ip, CommentSettings(per_minute=limit, per_hour=limit))
