"""A server like that of `manage.py serve`, whose requests take a moment."""

import sys
import time

import django

django.setup()

from boulder_therapeutics.operations.management.commands.serve import (  # noqa: E402
    Server,
)
from boulder_therapeutics.operations.startup import claim_port  # noqa: E402
from tests.operations import process_app  # noqa: E402

MOMENT = 0.2  # seconds


class ProcessServer(Server):
    def load(self):
        def application(environ, start_response):
            time.sleep(MOMENT)
            return process_app.application(environ, start_response)

        return application


claim_port("127.0.0.1", int(sys.argv[1]))
ProcessServer(f"127.0.0.1:{sys.argv[1]}").run()
