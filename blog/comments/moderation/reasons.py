from ..rules import rules


def reason_choices():
    """Return the rules that hold comments, each with its reason in words."""
    return [(rule.__name__, rule.__doc__.rstrip(".")) for rule in rules]
