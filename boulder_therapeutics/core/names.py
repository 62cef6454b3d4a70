def initials(name):
    """Return the initials of the first two words, shown if there is no picture."""
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words[:2]).upper()
