import os
import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

PASSWORD_FILE = settings.VAR_DIR / "demo-password"
GROUPS = {"editor": "Editors", "moderator": "Comment moderators"}


def load_accounts():
    """Create the missing demo users; return their names."""
    User = get_user_model()
    missing = [
        name
        for name in ["admin", *GROUPS]
        if not User.objects.filter(username=name).exists()
    ]
    for name in missing:
        is_admin = name == "admin"
        user = User.objects.create_user(
            username=name,
            email=f"{name}@boulder-therapeutics.example",
            password=demo_password(),
            is_staff=is_admin,
            is_superuser=is_admin,
        )
        if not is_admin:
            user.groups.add(Group.objects.get(name=GROUPS[name]))
    return missing


def demo_password():
    """Return the password of the demo users, a random one by default."""
    if password := os.environ.get("DEMO_PASSWORD"):
        return password
    if not PASSWORD_FILE.exists():
        PASSWORD_FILE.parent.mkdir(parents=True, exist_ok=True)
        PASSWORD_FILE.touch(mode=0o600)
        PASSWORD_FILE.write_text(secrets.token_urlsafe(12) + "\n")
    return PASSWORD_FILE.read_text().strip()
