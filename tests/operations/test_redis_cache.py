import socket
import time

import pytest

from boulder_therapeutics.operations.redis_cache import RedisCache
from boulder_therapeutics.pagecache.circuit_breaker import CircuitBreaker

TIMEOUTS = {"OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5}}


def test_unavailable_cache_is_empty_and_raises_nothing():
    cache = RedisCache("redis://127.0.0.1:1", {})
    cache.set("key", "value")
    assert cache.get("key", "default") == "default"
    assert cache.set_many({"key": 1}) == ["key"]
    assert cache.get_many(["key"]) == {}
    assert cache.add("key", "value")
    assert not cache.delete("key")
    assert cache.incr("count") == 1
    assert cache.get_or_set("key", lambda: "default") == "default"


def test_available_cache_is_shared(redis):
    one, other = (RedisCache(redis.url, {}) for _ in range(2))
    assert one.add("lock", True)
    assert not other.add("lock", True)
    one.set_many({"one": 1, "two": 2})
    assert other.get_many(["one", "two", "three"]) == {"one": 1, "two": 2}
    assert other.get_or_set("one", lambda: "default") == 1
    assert [one.incr("one"), other.incr("one")] == [2, 3]


def test_cache_is_used_again_after_redis_restarts(redis, monkeypatch):
    cache = RedisCache(redis.url, {})
    cache.set("key", "value")
    monkeypatch.setattr(cache, "breaker", CircuitBreaker(pause=60))
    redis.stop()
    assert cache.get("key", "default") == "default"
    redis.start()
    assert cache.get("key", "default") == "default"
    monkeypatch.setattr(cache, "breaker", CircuitBreaker())  # after the pause
    assert cache.get("key") == "value"
    assert cache.delete("key")


@pytest.fixture
def silent_url():
    """The URL of a server that accepts connections and never responds."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"redis://127.0.0.1:{server.getsockname()[1]}/0"


def test_only_the_first_call_waits_for_a_silent_server(silent_url):
    started = time.monotonic()
    for _ in range(20):
        # Every thread has a cache object of its own.
        assert RedisCache(silent_url, TIMEOUTS).get("key", "default") == "default"
    assert time.monotonic() - started < 2


def test_outage_is_logged_once(caplog):
    cache = RedisCache("redis://127.0.0.1:2", {})
    for number in range(5):
        cache.set(number, number)
    assert len(caplog.records) == 1
