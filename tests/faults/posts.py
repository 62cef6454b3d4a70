"""Readers who post comments while responses of the database are lost."""

import time
from concurrent.futures import ThreadPoolExecutor

import psycopg2

from .visitors import ACTION, HIDDEN, request

READERS, DROPS = 8, 6
DROP, BETWEEN = 0.6, 1  # seconds
TRIES = 20
COUNTS = "SELECT text, count(*) FROM comments_comment WHERE text LIKE %s GROUP BY text"


def post_until_accepted(url, text, number):
    """Post a comment as a reader who tries again with the same form."""
    page = ""
    while not ACTION.search(page):  # while the page cannot be rendered
        _, _, page = request(url)
    form = dict(HIDDEN.findall(page))
    form |= {"name": "Reader", "email": f"r{number}@example.org", "text": text}
    action = "/".join(url.split("/")[:3]) + ACTION.search(page)[1]
    for _ in range(TRIES):
        status, _, _ = request(action, form, ip=f"10.2.{number // 250}.{number % 250}")
        if status == 303:
            return text
        time.sleep(0.5)
    return None


def measure_posts(url, proxy, database):
    """Yield the rows of the table for lost and doubled comments."""
    numbers, accepted = iter(range(100_000)), []
    with ThreadPoolExecutor(READERS) as readers:
        posts = []
        for _ in range(DROPS):
            proxy.mode = "drop"
            posts += [submit(readers, url, next(numbers)) for _ in range(READERS)]
            time.sleep(DROP)
            proxy.mode = "ok"
            posts += [submit(readers, url, next(numbers)) for _ in range(READERS)]
            time.sleep(BETWEEN)
        accepted = [post.result() for post in posts]
    with psycopg2.connect(database) as connection, connection.cursor() as cursor:
        cursor.execute(COUNTS, ["Fault %"])
        counts = dict(cursor.fetchall())
    name = f"PostgreSQL drops responses {DROPS} times for {DROP} s, {len(posts)} posts"
    lost = sum(text not in counts for text in accepted if text)
    yield name, "not accepted after retries", str(accepted.count(None)), "0"
    yield name, "lost", str(lost), "0"
    yield name, "doubled", str(sum(count > 1 for count in counts.values())), "0"


def submit(readers, url, number):
    text = f"Fault {number}: my knee hurts on stairs."
    return readers.submit(post_until_accepted, url, text, number)
