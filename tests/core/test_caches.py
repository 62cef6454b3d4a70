from boulder_therapeutics.core.caches import ForgivingRedisCache


def test_cache_that_is_away_keeps_nothing_and_breaks_nothing():
    cache = ForgivingRedisCache("redis://127.0.0.1:1", {})
    cache.set("key", "value")
    assert cache.get("key", "default") == "default"
    assert cache.set_many({"key": 1}) == ["key"]
    assert cache.get_many(["key"]) == {}
    assert cache.add("key", "value")
    assert not cache.delete("key")
    assert cache.get_or_set("key", lambda: "made") == "made"
