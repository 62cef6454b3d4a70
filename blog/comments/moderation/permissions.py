from wagtail.permission_policies import ModelPermissionPolicy

from ..models.comment import MODERATE


class ModerationPolicy(ModelPermissionPolicy):
    """One permission for every action; comments cannot be added in the admin."""

    def user_has_permission(self, user, action):
        return action != "add" and user.has_perm(MODERATE)


class BlockPolicy(ModelPermissionPolicy):
    """Every moderator may block and unblock senders."""

    def user_has_permission(self, user, action):
        return user.has_perm(MODERATE)
