import socket
from threading import Thread

import pytest

from .visitors import count_wrong, request

HALF = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"
BUSY = b"HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy"
MOVED = b"HTTP/1.1 303 See Other\r\nLocation: /gone/\r\nContent-Length: 0\r\n\r\n"


@pytest.mark.parametrize(
    ("response", "status", "text"),
    [(b"", 0, ""), (HALF, 0, ""), (BUSY, 503, "busy"), (MOVED, 303, "")],
)
def test_status_is_that_of_the_response_or_0_for_none_or_half_of_it(
    response, status, text
):
    with socket.create_server(("127.0.0.1", 0)) as server:

        def respond():
            connection, _ = server.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(response)

        Thread(target=respond).start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        seen, _, body = request(url)
    assert (seen, body) == (status, text)


def test_wrong_statuses_are_counted_and_named():
    row = count_wrong("power cut", [200, 503, 0, 500, 500], "responses", 200, 503)
    assert row.has_failed
    assert "responses but 200 and 503 | 3 (1 × 0, 2 × 500)" in row.line
