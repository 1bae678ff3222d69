//! What is wrong with an API that somebody wrote, and what it lacks to be published.

use articles::TooMuch;
use locales::Locale;

use super::{Part, Plan};
use crate::upstreams::UpstreamRefusal;

/// A mistake, which keeps an API from being saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("its name in addresses should be 1 to 64 of a-z, 0-9 and -, as in score-de-credito")]
    Slug,
    #[error("there is an API {0} already")]
    TakenSlug(String),
    #[error("the version should be 1 to 32 of A-Z, a-z, 0-9, ., + and -, as in 1.2.0")]
    Version,
    #[error("the base path should be segments of A-Z, a-z, 0-9, ., _, ~ and -, as in /identity/v1")]
    BasePath,
    #[error("the base path begins like an address of the portal itself: /{0}")]
    ReservedPath(String),
    #[error("calls of {0} start below the same base path, or above it")]
    TakenPath(String),
    #[error("there is no category {0}")]
    UnknownCategory(String),
    #[error("a tag should be 1 to 32 characters, and there should be at most 20")]
    Tags,
    #[error("{part} is longer than {most} characters")]
    TooLong { part: Part, most: usize },
    #[error("{0} holds a character that no text has")]
    ControlCharacter(Part),
    #[error("{part} in {}: {mistake}", locale.tag())]
    Article {
        part: Part,
        locale: Locale,
        mistake: TooMuch,
    },
    #[error("no company is named that may see it")]
    NoCompany,
    #[error("{0} is not the root of a CNPJ: eight of 0-9 and A-Z")]
    CompanyRoot(String),
    #[error("{domain} is no domain of mail addresses, as in empresa.com.br")]
    Domain { part: Part, domain: String },
    #[error("the question {0} should have a name of 1 to 32 of a-z, 0-9 and -, once")]
    QuestionId(String),
    #[error("the question {0} has no words in pt-BR")]
    QuestionLabel(String),
    #[error("the question {0} should have at least two choices, each with words in pt-BR")]
    QuestionChoices(String),
    #[error("{0} should give at least one call and one day")]
    EmptyPlan(Plan),
    #[error("{0} renews, so it should say how many calls it gives, and for how many days")]
    RenewsNothing(Plan),
    #[error("{0} is no HTTP status")]
    Status(u16),
    #[error("the answer {status} {code} is there twice")]
    TwiceAnswered { status: u16, code: String },
    /// Where the document is wrong, and how.
    #[error("the OpenAPI document: {0}")]
    Document(String),
    #[error("no sandbox can be made from the OpenAPI document: {0}")]
    Sandbox(String),
    #[error("the upstream: {0}")]
    Upstream(UpstreamRefusal),
    #[error(
        "tokens of the portal open its own API alone, at /api/v1, which has neither plans nor a \
         sandbox nor an upstream"
    )]
    PortalTokens,
    #[error("the portal itself writes this part of its own API")]
    OfPortal,
    #[error("there is no API {0} that could take its place")]
    UnknownSuccessor(String),
    #[error("a deprecated API needs the day on which it ends")]
    NoSunset,
    #[error("the day on which it ends is over already")]
    PastSunset,
    #[error("{part} has more than {most} rows")]
    TooManyRows { part: Part, most: usize },
    #[error("an API that is {from} cannot become {to}")]
    Transition {
        from: super::ApiState,
        to: super::ApiState,
    },
    #[error("somebody is changing it in the console: publish or discard that draft first")]
    DraftPending,
    #[error("it cannot be published without {0}")]
    Missing(Missing),
}

/// What an API lacks to be published.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Missing {
    /// The version, the category or the base path.
    #[error("a {0}")]
    Fact(Part),
    #[error("{part} in {}", locale.tag())]
    Text { part: Part, locale: Locale },
    #[error("the explanation of any answer")]
    Answers,
    #[error("a plan")]
    Plan,
    #[error("an OpenAPI document")]
    Document,
    #[error("an operation in its OpenAPI document")]
    Operations,
    /// Of an operation, as in `POST /mobileidentities/smvs`.
    #[error("an example of {0}")]
    Example(String),
}

impl Problem {
    /// The part of the content that has to be changed.
    #[must_use]
    pub const fn part(&self) -> Option<Part> {
        match self {
            Self::Version => Some(Part::Version),
            Self::BasePath | Self::ReservedPath(_) | Self::TakenPath(_) => Some(Part::BasePath),
            Self::UnknownCategory(_) => Some(Part::Category),
            Self::Tags => Some(Part::Tags),
            Self::Domain { part, .. }
            | Self::TooLong { part, .. }
            | Self::TooManyRows { part, .. }
            | Self::ControlCharacter(part)
            | Self::Article { part, .. } => Some(*part),
            Self::PortalTokens => Some(Part::OpenedBy),
            Self::NoCompany | Self::CompanyRoot(_) => Some(Part::Audience),
            Self::QuestionId(_) | Self::QuestionLabel(_) | Self::QuestionChoices(_) => {
                Some(Part::RequestForm)
            }
            Self::EmptyPlan(_) | Self::RenewsNothing(_) => Some(Part::Plans),
            Self::Status(_) | Self::TwiceAnswered { .. } => Some(Part::Answers),
            Self::Document(_) => Some(Part::Document),
            Self::Sandbox(_) => Some(Part::Sandbox),
            Self::Upstream(_) => Some(Part::Upstream),
            Self::Slug
            | Self::TakenSlug(_)
            | Self::UnknownSuccessor(_)
            | Self::NoSunset
            | Self::PastSunset
            | Self::Transition { .. }
            | Self::DraftPending
            | Self::OfPortal
            | Self::Missing(_) => None,
        }
    }
}
