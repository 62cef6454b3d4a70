import threading

from boulder_therapeutics.pagecache.circuit_breaker import CircuitBreaker


def test_breaker_is_closed_at_first():
    assert not CircuitBreaker().is_open


def test_breaker_is_open_during_the_pause():
    breaker = CircuitBreaker(pause=60)
    breaker.trip()
    assert breaker.is_open


def test_breaker_is_closed_after_the_pause():
    breaker = CircuitBreaker(pause=0)
    breaker.trip()
    assert not breaker.is_open


def test_first_failure_of_a_pause_is_told_from_the_others():
    breaker = CircuitBreaker(pause=60)
    assert [breaker.trip() for _ in range(3)] == [True, False, False]


def test_failure_after_the_pause_is_a_first_one_again():
    breaker = CircuitBreaker(pause=0, log_period=0)
    assert [breaker.trip() for _ in range(2)] == [True, True]


def test_failures_are_logged_once_a_minute():
    breaker = CircuitBreaker(pause=0)
    assert [breaker.trip() for _ in range(3)] == [True, False, False]


def test_one_caller_tries_again_after_the_pause(monkeypatch):
    breaker = CircuitBreaker(pause=0)
    breaker.trip()
    breaker.pause = 60
    assert [breaker.is_open for _ in range(3)] == [False, True, True]
    assert breaker.close()
    assert not breaker.is_open
    assert not breaker.close()


def test_breakers_do_not_share_their_state():
    CircuitBreaker(pause=60).trip()
    assert not CircuitBreaker(pause=60).is_open


def test_one_of_many_threads_that_fail_together_is_the_first():
    breaker, firsts = CircuitBreaker(pause=60), []
    together = threading.Barrier(8)

    def fail():
        together.wait()
        firsts.append(breaker.trip())

    threads = [threading.Thread(target=fail) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(firsts) == [False] * 7 + [True]
