"""Faults of the servers that the site needs, and what visitors notice of them.

`python -m tests.faults` prints a table. It needs PostgreSQL, and a quiet machine.
"""
