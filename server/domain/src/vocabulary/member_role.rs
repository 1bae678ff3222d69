//! Roles in groups, and what each of them may do.

crate::text_enum! {
    /// The role of a person in a group.
    pub enum MemberRole { Owner = "owner", Developer = "developer", Viewer = "viewer" }
}

/// What somebody does in a group. [`MemberRole::may`] says who may; nothing else does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupRight {
    /// Read the group, its people, its applications and their use.
    See,
    /// Ask for APIs and other plans, correct what was rejected, cancel one's own requests.
    Request,
    /// See keys and call APIs with them, also from the portal.
    UseKeys,
    /// See webhooks and what was sent to them.
    SeeWebhooks,
    /// Add and revoke keys, and set webhooks up.
    ChangeKeys,
    /// Invite and remove people, change their roles, edit the group, read its history.
    Manage,
}

impl MemberRole {
    /// Whether somebody with this role may do it.
    #[must_use]
    pub const fn may(self, right: GroupRight) -> bool {
        match right {
            GroupRight::See => true,
            GroupRight::Request | GroupRight::UseKeys | GroupRight::SeeWebhooks => {
                matches!(self, Self::Owner | Self::Developer)
            }
            GroupRight::ChangeKeys | GroupRight::Manage => matches!(self, Self::Owner),
        }
    }

    /// The roles that may do it.
    pub(crate) fn with(right: GroupRight) -> impl Iterator<Item = Self> {
        let roles = Self::ALL.iter().copied();
        roles.filter(move |role| role.may(right))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn viewers_never_get_at_keys_and_owners_may_everything() {
        use GroupRight::{ChangeKeys, Manage, Request, See, SeeWebhooks, UseKeys};
        let all = [See, Request, UseKeys, SeeWebhooks, ChangeKeys, Manage];
        let rights = |role: MemberRole| -> Vec<_> {
            let may = all.iter().copied();
            may.filter(|right| role.may(*right)).collect()
        };
        assert_eq!(rights(MemberRole::Viewer), [See]);
        assert_eq!(
            rights(MemberRole::Developer),
            [See, Request, UseKeys, SeeWebhooks]
        );
        assert_eq!(rights(MemberRole::Owner), all);
    }
}
