"""Many requests at once, and what a server makes of them."""

import os
import re
import statistics
import subprocess
import urllib.request
from urllib.parse import urlencode

from .servers import ROOT

# With fewer rounds, chance decides: at times one process gets all connections.
ROUNDS, SECONDS, CONNECTIONS = 7, 2, 16
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
LATE = re.compile(r"99%\s+([\d.]+)(us|ms|s)\b")
MOST_COMMENTS = 5000  # in a round
MILLISECONDS = {"us": 0.001, "ms": 1, "s": 1000}
# What the form of an article sends besides what its reader types.
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


def wrk(address, encoding="br", connections=CONNECTIONS, script=None, cookie=""):
    """Return requests a second and the 99th percentile in milliseconds."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency"]
    command += ["-H", f"Accept-Encoding: {encoding}", "-H", f"Cookie: {cookie}"]
    command += ["-s", script] if script else []
    text = run([*command, address])
    if ("Non-2xx" in text and not script) or REFUSED.search(text):
        raise SystemExit(f"{address} answered with errors:\n{text}")
    late, unit = LATE.search(text).groups()
    return float(RATE.search(text)[1]), float(late) * MILLISECONDS[unit]


def run(command, env=None):
    """Return what a command prints."""
    return subprocess.run(  # noqa: S603 - nothing comes from outside
        command,
        check=True,
        stdout=subprocess.PIPE,
        env=os.environ | (env or {}),
        cwd=ROOT,
        text=True,
    ).stdout


def rounds(cases):
    """Measure each case in turn, several times; return medians of (rate, late, CPU)."""
    found = {name: [] for name in cases}
    for _ in range(ROUNDS):
        for name, (server, address, encoding, cookie) in cases.items():
            before = server.cpu()
            rate, late = wrk(address, encoding, cookie=cookie)
            cpu = (server.cpu() - before) * 1000 / (rate * SECONDS)
            found[name].append((rate, late, cpu))
    return {
        name: [statistics.median(values) for values in zip(*each, strict=True)]
        for name, each in found.items()
    }


def post_comments(folder, site, page):
    """Return the median rate and 99th percentile of comments posted from a `page`.

    As for the other cases, but after a round that does not count.
    """
    html = fetch(site + page, "identity").decode()
    hidden = {name: value for name, value in HIDDEN.findall(html) if value}
    fields = urlencode(hidden).replace("%", "%%")  # as the script formats them
    script, found = folder / "post.lua", []
    for number in range(1 + ROUNDS):
        # Each from other senders, or they would be told to wait.
        text = POST.replace("FIRST", str(number * MOST_COMMENTS))
        script.write_text(text.replace("HIDDEN", fields))
        action = ACTION.search(html)[1]
        found.append(wrk(site + action, connections=8, script=str(script)))
    return [statistics.median(values) for values in zip(*found[1:], strict=True)]


def fetch(address, encoding="br"):
    """Return the body of an answer."""
    headers = {"Accept-Encoding": encoding}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
        return answer.read()
