from wagtail.permission_policies import ModelPermissionPolicy

from ..models.comment import MODERATE


class ModerationPolicy(ModelPermissionPolicy):
    """One right for all that moderators do; nobody adds comments in the admin."""

    def user_has_permission(self, user, action):
        return action != "add" and user.has_perm(MODERATE)

    def users_with_any_permission(self, actions):
        codename = MODERATE.partition(".")[2]
        return self._get_users_with_any_permission_codenames({codename})
