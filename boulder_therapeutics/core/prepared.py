"""Queries that are written as SQL once.

Django takes several times as long to write a statement as the database to answer it.
"""

from functools import cached_property

from django.db import connection

# What stands for an argument while the statement is written, by its type.
STAND_INS = {int: (1_987_654_000).__add__, str: "\0{}".format}


class Prepared:
    """The queryset that `build` returns, for any arguments of the types `kinds`.

    `build` is called once and may do nothing with its arguments, int or str, but
    compare columns with them. The queryset may not use `select_related`.
    """

    def __init__(self, build, *kinds):
        self.build = build
        self.places = [STAND_INS[kind](place) for place, kind in enumerate(kinds)]

    @cached_property
    def written(self):
        """The model, the statement, and its parameters with those that stand in."""
        queryset = self.build(*self.places)
        statement, parameters = queryset.query.sql_with_params()
        missing = set(self.places) - set(parameters)
        if missing:
            raise TypeError("An argument is changed before it reaches the database.")
        return queryset.model, statement, parameters

    def objects(self, *values):
        """Return the rows as a list of objects of the model."""
        model, statement, parameters = self.written
        return list(model._base_manager.raw(statement, self._fill(parameters, values)))

    def rows(self, *values):
        """Return the rows as a list of tuples, as the database gives them."""
        _, statement, parameters = self.written
        with connection.cursor() as cursor:
            cursor.execute(statement, self._fill(parameters, values))
            return cursor.fetchall()

    def _fill(self, parameters, values):
        given = dict(zip(self.places, values, strict=True))
        return [given.get(parameter, parameter) for parameter in parameters]
