"""Load from many connections, and the figures of the server under it."""

import re
import statistics
import subprocess
import urllib.request
from dataclasses import dataclass
from urllib.parse import urlencode

from .servers import Server

# With fewer rounds, chance decides: sometimes one process gets all connections.
ROUNDS, SECONDS, CONNECTIONS = 7, 2, 16
WRITERS = 8  # connections that post comments
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
P99 = re.compile(r"99%\s+([\d.]+)(us|ms|s)\b")
MILLISECONDS = {"us": 0.001, "ms": 1, "s": 1000}
MAX_COMMENTS = 5000  # in a round
HIDDEN = re.compile(r'type="hidden" name="(\w+)"(?: value="([^"]*)")?')
ACTION = re.compile(r'action="(/comments/\d+/)"')
POST = """
local number, only = FIRST, nil
wrong = 0
function setup(thread) only = thread end
function request()
    number = number + 1
    local ip = string.format("10.1.%d.%d", math.floor(number / 250), number % 250)
    local body = string.format(
        "HIDDEN&name=Reader&email=r%d@example.org&text=My+knee+hurts+on+stairs,+day+%d",
        number, number)
    return wrk.format("POST", nil, {["X-Forwarded-For"] = ip, ["Content-Type"] =
        "application/x-www-form-urlencoded"}, body)
end
function response(status) if status ~= 303 then wrong = wrong + 1 end end
function done() io.write("Refused: " .. only:get("wrong") .. "\\n") end
"""
REFUSED = re.compile(r"Refused: [1-9]")


@dataclass
class Case:
    """A URL of a server under load, requested as a browser does."""

    server: Server
    path: str
    encoding: str = "br"
    cookie: str = ""

    def measure(self, number):
        """Return requests a second, the 99th percentile and CPU a request, in ms."""
        before = self.server.cpu()
        url = self.server.url + self.path
        rate, p99 = wrk(url, encoding=self.encoding, cookie=self.cookie)
        return rate, p99, (self.server.cpu() - before) * 1000 / (rate * SECONDS)


class CommentCase:
    """Comments posted with the form of the article at `path`."""

    def __init__(self, folder, server, path):
        self.script = folder / f"post-{server.port}.lua"
        html = fetch(server.url + path, "identity").decode()
        self.url = server.url + ACTION.search(html)[1]
        hidden = {name: value for name, value in HIDDEN.findall(html) if value}
        # The script passes the text through string.format.
        fields = urlencode(hidden).replace("%", "%%")
        self.text = POST.replace("HIDDEN", fields)

    def measure(self, number):
        """Return comments a second and the 99th percentile in milliseconds.

        Each round has senders of its own: the flood limits refuse the same ones.
        """
        self.script.write_text(self.text.replace("FIRST", str(number * MAX_COMMENTS)))
        return wrk(self.url, connections=WRITERS, script=self.script)


def measure_rounds(cases):
    """Return the medians of each case's figures over interleaved rounds.

    The first round warms up and does not count.
    """
    figures = {name: [] for name in cases}
    for number in range(1 + ROUNDS):
        for name, case in cases.items():
            figures[name].append(case.measure(number))
    return {
        name: [statistics.median(values) for values in zip(*rounds[1:], strict=True)]
        for name, rounds in figures.items()
    }


def wrk(url, encoding="br", connections=CONNECTIONS, script=None, cookie=""):
    """Return requests a second and the 99th percentile in milliseconds."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency"]
    command += ["-H", f"Accept-Encoding: {encoding}", "-H", f"Cookie: {cookie}"]
    command += ["-s", str(script)] if script else []
    run = subprocess.run([*command, url], check=True, capture_output=True, text=True)  # noqa: S603
    text = run.stdout
    if ("Non-2xx" in text and not script) or REFUSED.search(text):
        raise SystemExit(f"{url} responded with errors:\n{text}")
    p99, unit = P99.search(text).groups()
    return float(RATE.search(text)[1]), float(p99) * MILLISECONDS[unit]


def fetch(url, encoding="br"):
    """Return the body of a response."""
    headers = {"Accept-Encoding": encoding}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310
    with urllib.request.urlopen(request, timeout=20) as response:  # noqa: S310
        return response.read()
