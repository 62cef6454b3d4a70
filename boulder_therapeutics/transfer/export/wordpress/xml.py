"""A writer of WXR, the XML with which WordPress exports and imports sites."""

import re
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.xmlutils import SimplerXMLGenerator

NAMESPACES = {
    "xmlns:excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:wp": "http://wordpress.org/export/1.2/",
}
# Characters that XML cannot hold at all.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
NO_DATE = "0000-00-00 00:00:00"


class WxrWriter:
    """Writes elements to a file."""

    def __init__(self, file):
        self.xml = SimplerXMLGenerator(file, "utf-8")

    def start(self, name, **attributes):
        self.xml.startElement(name, attributes)

    def end(self, name):
        self.xml.endElement(name)
        self.xml.characters("\n")

    def add(self, name, value="", **attributes):
        """Add an element that contains text."""
        text = FORBIDDEN.sub("", str(value))
        clean = {name: FORBIDDEN.sub("", text) for name, text in attributes.items()}
        self.xml.addQuickElement(name, text, clean)

    def add_all(self, fields):
        for name, value in fields.items():
            self.add(name, value)

    def add_group(self, name, fields):
        """Add an element that contains `fields`."""
        self.start(name)
        self.add_all(fields)
        self.end(name)

    def add_meta(self, key, value):
        """Add a custom field of a post."""
        self.add_group("wp:postmeta", {"wp:meta_key": key, "wp:meta_value": value})


def local(moment):
    """Return a time as WordPress writes it, in the time zone of the site."""
    return _format(moment, ZoneInfo(settings.TIME_ZONE))


def gmt(moment):
    return _format(moment, ZoneInfo("UTC"))


def _format(moment, zone):
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M:%S}" if moment else NO_DATE
