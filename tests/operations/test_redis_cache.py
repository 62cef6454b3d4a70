import socket
import time

from boulder_therapeutics.operations.redis_cache import RedisCache


def test_cache_that_is_away_keeps_nothing_and_breaks_nothing():
    cache = RedisCache("redis://127.0.0.1:1", {})
    cache.set("key", "value")
    assert cache.get("key", "default") == "default"
    assert cache.set_many({"key": 1}) == ["key"]
    assert cache.get_many(["key"]) == {}
    assert cache.add("key", "value")
    assert not cache.delete("key")
    assert cache.get_or_set("key", lambda: "made") == "made"


def test_cache_is_used_while_it_is_there_and_missed_by_nobody(redis):
    here, there = (RedisCache(redis.url, {}) for _ in range(2))
    assert here.add("turn", True)
    # One process does what all would do, as the clock wants it.
    assert not there.add("turn", True)
    here.set_many({"one": 1, "two": 2})
    assert there.get_many(["one", "two", "three"]) == {"one": 1, "two": 2}
    assert there.get_or_set("one", lambda: "made") == 1
    redis.stop()
    assert here.get("one", "default") == "default"
    assert there.add("turn", True)
    redis.start()
    assert here.delete("one")
    assert there.get("one") is None


def test_cache_that_never_answers_keeps_nobody_waiting_for_long():
    options = {"OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5}}
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        started = time.monotonic()
        for _ in range(20):
            # Each thread has a cache of its own.
            cache = RedisCache(address, options)
            assert cache.get("key", "default") == "default"
        assert time.monotonic() - started < 2
