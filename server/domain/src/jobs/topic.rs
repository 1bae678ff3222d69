//! The topic of a job, for administrators.

use super::{Job, Mail};

/// The part of a job that may be shown: it holds no address and no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Registration,
    Reset,
    LinkMail,
    AccountMail,
    GroupMail,
    RequestMail,
    AccessMail,
    KeyMail,
    QuotaMail,
    WebhookMail,
    MessageMail,
    /// Whom to tell of what happened to an API.
    Announcement,
    NewsMail,
    /// Which webhooks to tell of something.
    Event,
    /// Something that a webhook is told.
    Webhook,
    /// The job belongs to another version of the portal.
    Unknown,
}

impl Topic {
    /// The topic of a stored job.
    pub(super) fn of(payload: &str) -> Self {
        serde_json::from_str(payload).map_or(Self::Unknown, |job| match job {
            Job::Register(_) => Self::Registration,
            Job::RequestReset(_) => Self::Reset,
            Job::Announce(_) => Self::Announcement,
            Job::Publish(_) => Self::Event,
            Job::Deliver(_) => Self::Webhook,
            Job::Mail(mail) => Self::of_mail(&mail),
        })
    }

    const fn of_mail(mail: &Mail) -> Self {
        match mail {
            Mail::RegistrationLink { .. } | Mail::ResetLink { .. } => Self::LinkMail,
            Mail::AlreadyRegistered { .. }
            | Mail::PasswordChanged { .. }
            | Mail::NewSignIn { .. }
            | Mail::SecondFactorChanged { .. }
            | Mail::RolesChanged { .. }
            | Mail::ManagerCoverage { .. }
            | Mail::ClientChanged { .. }
            | Mail::ProgramAllowed { .. } => Self::AccountMail,
            Mail::GroupAddress { .. }
            | Mail::GroupHandover { .. }
            | Mail::GroupInvitation { .. }
            | Mail::InvitationAccepted { .. }
            | Mail::MembershipChanged { .. } => Self::GroupMail,
            Mail::WebhookPaused { .. } => Self::WebhookMail,
            Mail::RequestReceived { .. }
            | Mail::DecisionAwaited { .. }
            | Mail::DecisionsAwaited { .. }
            | Mail::RequestAssigned { .. }
            | Mail::RequestDigest { .. }
            | Mail::Decided { .. }
            | Mail::Cancelled { .. }
            | Mail::InquiryAsked { .. }
            | Mail::InquiryWithdrawn { .. }
            | Mail::InquiryAnswered { .. } => Self::RequestMail,
            Mail::Suspended { .. }
            | Mail::Resumed { .. }
            | Mail::Revoked { .. }
            | Mail::ConditionsChanged { .. }
            | Mail::ContractEnds { .. }
            | Mail::ContractEnded { .. } => Self::AccessMail,
            Mail::SecretAdded { .. }
            | Mail::SecretRevoked { .. }
            | Mail::SecretsChanged { .. }
            | Mail::SecretExpires { .. } => Self::KeyMail,
            Mail::QuotaMark { .. } => Self::QuotaMail,
            Mail::MessageArrived { .. }
            | Mail::MessagesArrived { .. }
            | Mail::MessageReceived { .. }
            | Mail::MessageAnswered { .. } => Self::MessageMail,
            Mail::ApiNews { .. } => Self::NewsMail,
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_job_of_another_version_is_shown_as_one() {
        let mail = Mail::RolesChanged {
            account: Uuid::nil().into(),
            before: vec![],
            after: vec![],
        };
        let payload = serde_json::to_string(&Job::Mail(mail)).unwrap();
        assert_eq!(Topic::of(&payload), Topic::AccountMail);
        assert_eq!(Topic::of(r#"{"kind":"of_later"}"#), Topic::Unknown);
        assert_eq!(Topic::of("no JSON"), Topic::Unknown);
    }
}
