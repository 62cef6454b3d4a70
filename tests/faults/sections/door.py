"""The door for staff: guessed passwords, a mail server that hangs, too many pixels."""

import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from statistics import median

from ..posts import connect
from ..rows import Row
from ..sites import start
from ..staff import Browser, plain
from ..visitors import count_wrong

SIDE, UPLOADS, REFUSED = 11_000, 4, "too many pixels"
GUESSES, FREE = 56, 5
RESETS = 3  # as many as one address may have
RESET, KNOWN, UNKNOWN = "/admin/password_reset/", "dana@example.com", "no@example.com"
GIVE_ADDRESS = f"UPDATE auth_user SET email = '{KNOWN}' WHERE username = 'admin'"
COUNT_MAILS = "SELECT count(*) FROM mail_outboxmail"


def measure(sites):
    mail_server = sites.enter(socket.create_server(("127.0.0.1", 0)))  # never responds
    port = mail_server.getsockname()[1]
    checkout = sites.on_sqlite("door", EMAIL_URL=f"smtp://127.0.0.1:{port}")
    with closing(connect(checkout)) as database, database:
        database.execute(GIVE_ADDRESS)
    with start(checkout) as site:
        password = checkout.env["DEMO_PASSWORD"]
        yield from measure_uploads(site.url, password)
        yield from measure_resets(Browser(site.url), checkout)
        yield from measure_guesses(Browser(site.url), password)


def measure_uploads(url, password):
    fault = f"{UPLOADS} images of {SIDE:,} × {SIDE:,} pixels at once"
    admin, content = Browser(url), plain(SIDE)
    admin.log_in(password)
    with ThreadPoolExecutor(UPLOADS) as browsers:
        for _ in range(2):  # the first time, templates are loaded
            responses = list(browsers.map(admin.upload, [content] * UPLOADS))
    accepted = sum(REFUSED not in response.text for response in responses)
    slowest = max(response.seconds for response in responses)
    yield Row(fault, "not refused for their pixels", accepted, 0)
    yield Row(fault, "refused in", slowest, 0.2, "s")


def measure_resets(browser, checkout):
    fault = "mail server hangs, reset of a password"
    known, unknown = (
        [browser.send(RESET, {"email": email}) for _ in range(RESETS)]
        for email in (KNOWN, UNKNOWN)
    )
    yield count_wrong(fault, [r.status for r in known + unknown], "responses", 200)
    yield Row(fault, "longest wait", max(r.seconds for r in known + unknown), 1, "s")
    times = [median(r.seconds for r in responses) for responses in (known, unknown)]
    measured, seen = "between known and unknown addresses", "{:.2f} and {:.2f}"
    difference = abs(times[0] - times[1])
    yield Row(fault, measured, difference, 0.1, "s", seen=seen.format(*times))
    with closing(connect(checkout)) as database:
        (mails,) = database.execute(COUNT_MAILS).fetchone()
    yield Row(fault, "mails to known addresses", mails, RESETS, rule="exactly")


def measure_guesses(browser, password):
    fault = f"{GUESSES} wrong logins"
    guesses = [browser.log_in(f"wrong-{n}").status for n in range(GUESSES)]
    right = browser.log_in(password)
    yield count_wrong(fault, guesses[FREE:], f"responses after {FREE}", 429)
    yield Row(fault, "then the right one", right.status, 429, rule="exactly")
    wait = int(right.headers["Retry-After"] or 0)
    yield Row(fault, "its `Retry-After`", wait, 60, "s", rule="at least")
