//! Typed `UUIDv7` identifiers (RFC 9562 §5.7), one type per entity.

use std::{fmt, str::FromStr};

use sea_orm::{DbErr, DeriveValueType, TryFromU64};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{clock::Timestamp, random::Random};

/// What every identifier can do.
pub trait Id: From<Uuid> {
    /// A fresh identifier: milliseconds of `now`, the rest from `random`.
    fn generate(now: Timestamp, random: &dyn Random) -> Self {
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        let mut bytes = [0; 10];
        random.fill(&mut bytes);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes)
            .into_uuid()
            .into()
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, DeriveValueType,
        )]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl Id for $name {}

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, DbErr> {
                Err(DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    AccountId,
    ApiId,
    ApiRevisionId,
    ApplicationId,
    ApplicationEventId,
    AuditEventId,
    AuthorizationCodeId,
    BrowserId,
    /// A challenge to a passkey.
    ChallengeId,
    /// The `client_id` of an OAuth 2.0 client.
    ClientId,
    ClientSecretId,
    CredentialId,
    GroupId,
    HandoverId,
    /// A call of a program that is done once.
    IdempotentCallId,
    IncidentId,
    IncidentNoteId,
    InquiryId,
    InstanceId,
    InvitationId,
    JobId,
    LinkId,
    MailId,
    /// A part of the requests that a contract manager decides on.
    ManagerScopeId,
    MessageId,
    MessageEventId,
    NominationId,
    PasskeyId,
    /// The identifier of a quota: an application's, or a sandbox credential's.
    QuotaId,
    RecoveryCodeId,
    RefreshTokenId,
    RegistrationTokenId,
    RequestId,
    /// What a contract manager filters the queue by.
    SavedViewId,
    RequestNoteId,
    ResourceServerId,
    SavedReasonId,
    SecretId,
    SessionId,
    SigningKeyId,
    TokenFamilyId,
    /// The `jti` of an access token.
    TokenId,
    /// The authenticator app of an account.
    TotpFactorId,
    /// One call of an API.
    TransactionId,
    WebhookId,
    WebhookAttemptId,
    /// What a webhook is told once, however often it is sent.
    WebhookDeliveryId,
}

impl RequestId {
    /// The application that the request makes when it is approved. They share their identifier, so
    /// test keys and their calls belong to the application from the beginning.
    #[must_use]
    pub const fn application(self) -> ApplicationId {
        ApplicationId(self.0)
    }
}

impl ApplicationId {
    /// The request that made the application.
    #[must_use]
    pub const fn request(self) -> RequestId {
        RequestId(self.0)
    }
}
