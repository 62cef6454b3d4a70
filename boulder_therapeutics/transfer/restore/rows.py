"""Rows from the JSON of an export, inserted as they were."""

import json
from itertools import islice

from django.core.exceptions import (
    FieldDoesNotExist,
    ObjectDoesNotExist,
    ValidationError,
)
from django.core.serializers import deserialize
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, connection

from ..contents import EXPORTED, get_model
from ..folder import TransferError, data_path
from ..workarounds import delete_all, insert, reset_sequences

BATCH = 200
# What Django and Wagtail raise for values that do not fit a field.
WRONG = (
    AttributeError,
    DeserializationError,
    FieldDoesNotExist,
    LookupError,
    ObjectDoesNotExist,
    RecursionError,
    TypeError,
    ValidationError,
    ValueError,
)


def replace_rows(folder, numbers, progress):
    """Replace the rows that migrations created with those of an export."""
    models = [get_model(label) for label in EXPORTED]
    for model in reversed(models):
        delete_all(model)
    for label in EXPORTED:
        if label in numbers:
            progress(f"Reading {label}")
            check_number(label, numbers[label], load(label, data_path(folder, label)))
    reset_sequences(models)
    try:
        connection.check_constraints()
    except DatabaseError as error:
        reason = f"Some rows refer to others that are missing: {first_line(error)}"
        raise TransferError(reason) from error


def first_line(error):
    """Return the message of the database, without the values of the row."""
    return str(error).strip().partition("\n")[0]


def check_number(label, expected, number):
    if number != expected:
        raise TransferError(f"{label} has {number} rows instead of {expected}.")


def load(label, path):
    """Insert the rows of a table; return their number."""
    model, number = get_model(label), 0
    with path.open(encoding="utf-8") as file:
        found = read_rows(file, label)
        while rows := list(islice(found, BATCH)):
            try:
                insert(model, rows)
            except DatabaseError as error:
                raise TransferError(f"{path.name}: {first_line(error)}") from error
            number += len(rows)
    return number


def read_rows(file, label):
    """Yield the objects of a file, not saved yet."""
    for number, line in enumerate(file, start=1):
        try:
            row = json.loads(line)
            if row["model"] != label.lower():
                raise ValueError(f"a row of {row['model']}")
            (found,) = deserialize("python", [row])
        except WRONG as error:
            reason = str(error) or type(error).__name__
            place = f"{label.lower()}.jsonl, line {number}"
            raise TransferError(f"{place}: {reason}") from error
        yield found.object
