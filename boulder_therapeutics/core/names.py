def initials(name):
    """Return one or two capital letters to show in place of a picture."""
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words[:2]).upper()
