CLINIC_TEAM = "Clinic team"


def initials(name):
    """Return the initials of the first two words, shown if there is no picture."""
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words[:2]).upper()


def public_name(user):
    """Return the full name of a staff member, never the login name."""
    return user.get_full_name().strip() or CLINIC_TEAM
