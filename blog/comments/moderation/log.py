ACTIONS = {
    "pending": ("Hold comment", "Comment put back to pending"),
    "approved": ("Approve comment", "Comment approved"),
    "spam": ("Mark comment as spam", "Comment marked as spam"),
    "trash": ("Move comment to trash", "Comment moved to trash"),
    "delete": ("Delete comment", "Comment deleted"),
    "edit": ("Redact comment", "Comment redacted"),
    "reply": ("Answer comment", "Comment answered"),
    "block": ("Block sender", "Sender of the comment blocked"),
    "unblock": ("Unblock sender", "Sender of the comment unblocked"),
}


def register(actions):
    """Name the entries about comments in Wagtail's history."""
    for action, (label, message) in ACTIONS.items():
        actions.register_action(f"comments.{action}", label, message)
