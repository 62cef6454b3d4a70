"""Move blocked senders from the disallowed words to blocks of their own."""

from django.core.exceptions import ValidationError
from django.db import migrations

from ..spam.senders import parse_sender


def read_sender(entry):
    """Return the sender that the admin wrote as `entry`, or None for a word."""
    if entry.count(".") == 3 and entry.endswith("."):
        entry = f"{entry}0/24"
    elif entry.count(":") == 3 and entry.endswith(":"):
        entry = f"{entry}:/48"
    try:
        return parse_sender(entry)
    except ValidationError:
        return None


def move_blocks(apps, schema_editor):
    Block = apps.get_model("comments", "Block")
    for settings in apps.get_model("comments", "CommentSettings").objects.all():
        lines = settings.disallowed_words.splitlines()
        senders = {line: read_sender(line.strip()) for line in lines}
        for sender in filter(None, senders.values()):
            kind = {"kind": sender.kind}
            Block.objects.get_or_create(value=sender.value, defaults=kind)
        words = [line for line in lines if not senders[line]]
        settings.disallowed_words = "\n".join(words)
        settings.save(update_fields=["disallowed_words"])


class Migration(migrations.Migration):
    dependencies = [("comments", "0003_wip_moderation_blocks")]

    operations = [migrations.RunPython(move_blocks, migrations.RunPython.noop)]
