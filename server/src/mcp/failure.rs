//! Why a tool did not do what it was asked for, as its agent is told: what went wrong, and what to do.
//! Agents are told in English; what the operator wrote is in the language that they ask for.

use std::time::Duration;

use locales::Locale;
use rmcp::model::{CallToolResult, ContentBlock};

use crate::api::{ApiError, Mistake, error_texts as t};

/// Of what is not there, and of what the person may not see.
const NOT_FOUND: &str = "There is no such thing, or it is not for this person. Check the id or the \
    name: the tools that list things have them.";
/// Where the pointers of the management API begin.
const ATTRIBUTES: &str = "/data/attributes";
const RELATIONSHIPS: &str = "/data/relationships/";

pub enum Failure {
    /// What programs of the management API are told, too.
    Api(ApiError),
    /// What agents alone are told.
    Said(String),
}

impl<E> From<E> for Failure
where
    ApiError: From<E>,
{
    fn from(error: E) -> Self {
        Self::Api(error.into())
    }
}

impl Failure {
    pub fn said(text: impl Into<String>) -> Self {
        Self::Said(text.into())
    }

    /// The answer of the tool that failed, in a request with this identifier.
    pub fn told(&self, request: Option<&str>) -> CallToolResult {
        CallToolResult::error(vec![ContentBlock::text(self.text(request))])
    }

    pub fn text(&self, request: Option<&str>) -> String {
        match self {
            Self::Said(text) => text.clone(),
            Self::Api(error) => text(error, request),
        }
    }
}

fn text(error: &ApiError, request: Option<&str>) -> String {
    let said = match error {
        ApiError::NotFound => return NOT_FOUND.to_owned(),
        ApiError::Related(at) => return format!("`{}`: {NOT_FOUND}", argument(at)),
        ApiError::Invalid(places) => return mistakes(places),
        ApiError::TooOften(wait) => format!(
            "Too many calls or acts in a short time, so nothing was done. Wait {} seconds, and call \
             again.",
            seconds(*wait)
        ),
        ApiError::Fault(Some(wait)) => format!(
            "The portal cannot answer just now. Wait {} seconds, and call again.{}",
            seconds(*wait),
            for_support(request)
        ),
        ApiError::Fault(None) => format!(
            "Something failed in the portal, by no mistake of yours.{}",
            for_support(request)
        ),
        ApiError::NotAllowed => {
            "The person may not do this; somebody else may, as an owner of the \
             group. The person sees on the portal's pages what their account may do."
                .to_owned()
        }
        _ => format!(
            "{} {}",
            t::title(error, Locale::En),
            t::remedy(error, Locale::En)
        ),
    };
    format!("{said} ({})", error.code())
}

fn mistakes(places: &[(String, Mistake)]) -> String {
    let places = places
        .iter()
        .map(|(at, wrong)| format!("`{}`: {}", argument(at), mistake(*wrong)));
    places.collect::<Vec<_>>().join("\n")
}

const fn mistake(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::TooShort => "It is too short.",
        Mistake::TooLong => "It is too long.",
        Mistake::Value => "It has a value that is not possible here.",
        Mistake::Unanswered => {
            "A question of the API is not answered. read_api names the questions."
        }
        Mistake::NoQuestion => "The API asks no such question. read_api names those that it asks.",
        other => t::mistake(other, Locale::En),
    }
}

/// Whole seconds, after which the time is over.
fn seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

fn for_support(request: Option<&str>) -> String {
    request.map_or_else(String::new, |id| {
        format!(" If it stays so, the person gives support this id: {id}.")
    })
}

/// The argument that a pointer into a body of the management API stands for.
fn argument(pointer: &str) -> &str {
    if let Some(related) = pointer.strip_prefix(RELATIONSHIPS) {
        return related.split('/').next().unwrap_or(related);
    }
    let inner = pointer.strip_prefix(ATTRIBUTES).unwrap_or(pointer);
    let inner = inner.trim_start_matches('/');
    if inner.is_empty() { "answers" } else { inner }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(error: ApiError) -> String {
        Failure::Api(error).text(Some("request-1"))
    }

    #[test]
    fn a_place_in_a_body_is_an_argument() {
        assert_eq!(argument("/data/attributes/answers/color"), "answers/color");
        assert_eq!(argument("/data/attributes"), "answers");
        assert_eq!(argument("/data/relationships/group/data/id"), "group");
        assert_eq!(argument("name"), "name");
    }

    #[test]
    fn an_agent_is_told_how_long_to_wait() {
        let often = told(ApiError::TooOften(Duration::from_millis(41_500)));
        assert!(often.contains("Wait 42 seconds"), "{often}");
        let busy = told(ApiError::Fault(Some(Duration::from_secs(5))));
        assert!(busy.contains("Wait 5 seconds"), "{busy}");
        assert!(busy.contains("request-1"), "{busy}");
    }

    #[test]
    fn a_fault_is_told_with_what_support_finds_it_by() {
        let fault = told(ApiError::Fault(None));
        assert!(fault.contains("request-1"), "{fault}");
        assert!(fault.ends_with("(server_error)"), "{fault}");
        let without = Failure::Api(ApiError::Fault(None)).text(None);
        assert!(!without.contains("support"), "{without}");
    }

    #[test]
    fn what_is_referred_to_is_named_by_its_argument() {
        let group = told(ApiError::Related("/data/relationships/group/data/id"));
        assert_eq!(group, format!("`group`: {NOT_FOUND}"));
        let unanswered = told(ApiError::invalid("/data/attributes", Mistake::Unanswered));
        assert!(unanswered.starts_with("`answers`: "), "{unanswered}");
        assert!(unanswered.contains("read_api"), "{unanswered}");
    }
}
