"""Create pages, people, images and comments from the data in `content`.

Every function creates only what is missing, so that loading the content again changes
nothing and overwrites no edits.
"""
