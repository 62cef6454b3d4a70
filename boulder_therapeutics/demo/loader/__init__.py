"""Turn the words of `content` into pages, people, pictures and comments.

Every function creates what is missing and leaves alone what is there, so that loading
again changes nothing and touches nothing that somebody has edited.
"""
