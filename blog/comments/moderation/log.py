ACTIONS = {
    "pending": ("Hold comment", "Comment returned to pending"),
    "approved": ("Approve comment", "Comment approved"),
    "spam": ("Mark comment as spam", "Comment marked as spam"),
    "trash": ("Move comment to trash", "Comment moved to trash"),
    "delete": ("Delete comment", "Comment deleted"),
    "edit": ("Edit comment", "Comment edited"),
    "reply": ("Reply to comment", "Replied to comment"),
    "override": (
        "Ignore client warning",
        "Reply posted in spite of the warning",
    ),
    "edit_own": ("Edit own comment", "Comment edited by its author"),
    "report": ("Report comment", "Comment reported by a reader"),
    "dismiss": ("Dismiss reports", "Reports of the comment dismissed"),
    "block": ("Block sender", "Sender of the comment blocked"),
    "unblock": ("Unblock sender", "Sender of the comment unblocked"),
}


def register(actions):
    """Register the labels of comment actions for Wagtail's history."""
    for action, (label, message) in ACTIONS.items():
        actions.register_action(f"comments.{action}", label, message)
