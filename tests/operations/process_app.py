"""An application that says which process of the server answers."""

import os


def application(environ, start_response):
    """Answer with the number of the process."""
    body = str(os.getpid()).encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]
