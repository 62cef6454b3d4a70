"""A PostgreSQL server that accepts connections and then is silent."""

import socket

import psycopg2
import pytest
from psycopg2.extensions import set_wait_callback

from boulder_therapeutics.operations.limits.database import Limit


@pytest.fixture
def silent_server():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def limit():
    Limit(0.2).install()
    yield
    set_wait_callback(None)


def test_wait_for_a_silent_server_ends(silent_server, limit):
    with pytest.raises(psycopg2.OperationalError, match="does not respond"):
        psycopg2.connect(host="127.0.0.1", port=silent_server, user="site")
