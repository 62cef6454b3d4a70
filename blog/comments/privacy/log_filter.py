import logging
import re

TOKEN = re.compile(r"(/comments/own/)[^/\s?]+")


class HideTokens(logging.Filter):
    """Removes the tokens of links to own comments, which contain an email address."""

    def filter(self, record):
        if "/comments/own/" in (message := record.getMessage()):
            record.msg, record.args = TOKEN.sub(r"\1…", message), ()
        return True
