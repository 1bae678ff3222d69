//! What the mails about who belongs to a group hold.

use locales::mail as t;

use super::{Frame, Letter};

/// Invites an address to a group. Nobody who reads it has asked for it, so it holds no word that
/// somebody typed but the verified address of who invites.
pub struct GroupInvitation {
    pub by: String,
    pub cnpj: String,
    pub role: &'static str,
    pub link: String,
    pub good_for: String,
}

impl Letter for GroupInvitation {
    templates!(
        GroupInvitation,
        "group-invitation/text.txt",
        "group-invitation/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::invitation_subject(frame.locale, frame.brand)
    }
}

/// Tells whoever invited somebody that they belong to the group.
pub struct InvitationAccepted {
    pub name: String,
    pub who: String,
    pub group: String,
    pub role: &'static str,
    pub link: String,
}

impl Letter for InvitationAccepted {
    templates!(
        InvitationAccepted,
        "invitation-accepted/text.txt",
        "invitation-accepted/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::accepted_invitation_subject(frame.locale, &self.who)
    }
}

/// Tells somebody that their role in a group is another now.
pub struct MemberRoleChanged {
    pub name: String,
    pub group: String,
    pub role: &'static str,
    pub link: String,
}

impl Letter for MemberRoleChanged {
    templates!(
        MemberRoleChanged,
        "member-role-changed/text.txt",
        "member-role-changed/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::membership_role_subject(frame.locale, &self.group)
    }
}

/// Tells an owner that staff are to make, or made, somebody else an owner.
pub struct GroupHandover {
    pub name: String,
    pub who: String,
    pub group: String,
    pub is_done: bool,
    pub link: String,
}

impl Letter for GroupHandover {
    templates!(
        GroupHandover,
        "group-handover/text.txt",
        "group-handover/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        if self.is_done {
            t::handover_done_subject(frame.locale, &self.group)
        } else {
            t::handover_subject(frame.locale, &self.group)
        }
    }
}

/// Tells somebody that they were removed from a group.
pub struct MemberRemoved {
    pub name: String,
    pub group: String,
    pub link: String,
}

impl Letter for MemberRemoved {
    templates!(
        MemberRemoved,
        "member-removed/text.txt",
        "member-removed/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::membership_removed_subject(frame.locale, &self.group)
    }
}
