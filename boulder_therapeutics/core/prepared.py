"""Queries that are written as SQL once.

Django takes several times as long to write a statement as the database to answer it.
"""

from functools import cached_property

from django.db import DEFAULT_DB_ALIAS, connection

# What stands for an argument while the statement is written, by its type.
STAND_INS = {int: (1_987_654_000).__add__, str: "\0{}".format}


class Prepared:
    """The queryset that `build` returns, for any arguments; `kinds` are their types.

    `build` is called once and may do nothing with its arguments, int or str, but
    compare columns with them. The queryset may not use `select_related`.
    """

    def __init__(self, build, **kinds):
        self.build = build
        self.places = {
            name: STAND_INS[kind](place)
            for place, (name, kind) in enumerate(kinds.items())
        }

    @cached_property
    def written(self):
        """The compiler, the statement, and its parameters with those that stand in."""
        query = self.build(**self.places).query
        compiler = query.get_compiler(DEFAULT_DB_ALIAS)
        statement, parameters = compiler.as_sql()
        if set(self.places.values()) - set(parameters):
            raise TypeError("An argument is changed before it reaches the database.")
        return compiler, statement, parameters

    def objects(self, **values):
        """Return the rows as a list of objects of the model."""
        compiler, statement, _ = self.written
        manager = compiler.query.model._base_manager
        return list(manager.raw(statement, self._fill(values)))

    def rows(self, **values):
        """Return the rows of a queryset of values as a list of tuples."""
        compiler, statement, _ = self.written
        with connection.cursor() as cursor:
            cursor.execute(statement, self._fill(values))
            found = cursor.fetchall()
        return list(compiler.results_iter([found], tuple_expected=True))

    def _fill(self, values):
        given = {self.places[name]: value for name, value in values.items()}
        return [given.get(parameter, parameter) for parameter in self.written[2]]
