import socket
import time

import pytest

from boulder_therapeutics.operations.redis_cache import RedisCache
from boulder_therapeutics.pagecache.cache import get_cache
from boulder_therapeutics.pagecache.circuit_breaker import CircuitBreaker
from boulder_therapeutics.pagecache.storage.versions import ALL

TIMEOUTS = {"OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5}}


def test_without_redis_the_memory_of_the_process_is_the_cache():
    cache, other = (RedisCache("redis://127.0.0.1:1", {}) for _ in range(2))
    assert cache.get("key", "default") == "default"
    cache.set("key", "value")
    assert other.get("key") == "value"
    assert cache.set_many({"key": 1}) == []
    assert cache.get_many(["key", "two"]) == {"key": 1}
    assert cache.add("two", "value")
    assert not cache.add("two", "value")
    assert cache.delete("key")
    assert cache.get_or_set("key", lambda: "default") == "default"


def test_memory_of_the_process_is_forgotten_after_a_minute(time_machine):
    cache = RedisCache("redis://127.0.0.1:3", {})
    time_machine.move_to(0, tick=False)
    cache.set("key", "value", None)
    time_machine.shift(61)
    assert cache.get("key") is None


def test_available_cache_is_shared(redis):
    one, other = (RedisCache(redis.url, {}) for _ in range(2))
    assert one.add("lock", True)
    assert not other.add("lock", True)
    one.set_many({"one": 1, "two": 2})
    assert other.get_many(["one", "two", "three"]) == {"one": 1, "two": 2}
    assert other.get_or_set("one", lambda: "default") == 1


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
    assert time.monotonic() - started < 5


def test_outage_is_logged_once_for_all_caches(caplog, settings):
    settings.PAGE_CACHE = url = "redis://127.0.0.1:2"
    cache = RedisCache(url, {})
    for number in range(5):
        cache.set(number, number)
        assert get_cache().current() is None
        get_cache().invalidate([ALL])
    assert len(caplog.records) == 1
