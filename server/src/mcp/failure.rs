//! Why a tool did not do what it was asked for, as its agent is told: what went wrong, and what to do.

use locales::Locale;
use rmcp::model::{CallToolResult, ContentBlock};

use crate::api::{ApiError, error_texts as t};

/// Of what is not there, and of what the person may not see.
const NOT_FOUND: &str = "There is no such thing, or it is not for this person. Check the id or the \
    name: the tools that list things have them.";
/// Where the pointers of the management API begin.
const ATTRIBUTES: &str = "/data/attributes";

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

    /// The answer of the tool that failed.
    pub fn told(&self, locale: Locale) -> CallToolResult {
        let text = match self {
            Self::Said(text) => text.clone(),
            Self::Api(ApiError::NotFound | ApiError::Related(_)) => NOT_FOUND.to_owned(),
            Self::Api(ApiError::Invalid(places)) => {
                let places = places.iter().map(|(at, wrong)| {
                    format!("`{}`: {}", argument(at), t::mistake(*wrong, locale))
                });
                places.collect::<Vec<_>>().join("\n")
            }
            Self::Api(error) => {
                let (title, remedy) = (t::title(error, locale), t::remedy(error, locale));
                format!("{title} {remedy} ({})", error.code())
            }
        };
        CallToolResult::error(vec![ContentBlock::text(text)])
    }
}

/// The argument that a pointer into a body of the management API stands for.
fn argument(pointer: &str) -> &str {
    let inner = pointer.strip_prefix(ATTRIBUTES).unwrap_or(pointer);
    let inner = inner.trim_start_matches('/');
    if inner.is_empty() { "answers" } else { inner }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_body_is_an_argument() {
        assert_eq!(argument("/data/attributes/answers/color"), "answers/color");
        assert_eq!(argument("/data/attributes"), "answers");
        assert_eq!(argument("name"), "name");
    }
}
