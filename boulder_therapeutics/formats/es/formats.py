"""Where dates and times in Spanish differ from Django's formats."""

TIME_FORMAT = "g:i a"
