"""A search of everything that the site stores: the database and the cache folder."""

import pickle
import zlib
from io import BytesIO

from django.contrib.sessions.models import Session
from django.db import connection


def places_of(markers, folder):
    """Return {marker: where it is stored}, for the markers that are stored at all."""
    found = {}
    for place, text in [*_database(), *_files(folder)]:
        for marker in markers:
            if marker.casefold() in text.casefold():
                found.setdefault(marker, set()).add(place)
    return found


def _database():
    """Yield each value of each table, and what sessions decode to."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    yield f"{table}.{column}", _text(value)
    for session in Session.objects.all():
        yield "session", str(session.get_decoded())


def _files(folder):
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            yield f"cache {path.parent.name}/{path.name}", _text(data)
            if path.suffix == ".djcache":
                file = BytesIO(data)
                pickle.load(file)
                yield f"cache {path.name}", _text(zlib.decompress(file.read()))


def _text(value):
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).decode(errors="replace")
    return str(value)
