//! What a schema asks of a value beyond its type, as data that pages put into words.

use serde_json::{Number, Value};

use super::view::View;

/// A rule for a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// Between two numbers; one of them may be missing.
    Range {
        min: Option<Limit>,
        max: Option<Limit>,
    },
    MultipleOf(Number),
    /// The number of characters.
    Length {
        min: u64,
        max: Option<u64>,
    },
    /// A regular expression.
    Pattern(String),
    /// The number of items of a list.
    Items {
        min: u64,
        max: Option<u64>,
    },
    /// Every item of a list is different.
    UniqueItems,
    /// The number of members of an object.
    Members {
        min: u64,
        max: Option<u64>,
    },
    /// How the text encodes bytes, such as `base64`.
    Encoding(String),
    /// The media type of what the text holds.
    MediaType(String),
}

/// An end of a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    pub number: Number,
    /// Whether the number itself lies outside.
    pub is_exclusive: bool,
}

/// The rules of a schema, in a fixed order.
pub(super) fn rules(view: &View<'_>) -> Vec<Rule> {
    let text = |keyword| {
        view.first(keyword)
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    let (min, max) = range(view);
    let range = (min.is_some() || max.is_some()).then_some(Rule::Range { min, max });
    let multiple = view.first("multipleOf").and_then(Value::as_number).cloned();
    let unique = view.first("uniqueItems") == Some(&Value::Bool(true));
    let rules = [
        range,
        multiple.map(Rule::MultipleOf),
        counts(view, "minLength", "maxLength").map(|(min, max)| Rule::Length { min, max }),
        text("pattern").map(Rule::Pattern),
        counts(view, "minItems", "maxItems").map(|(min, max)| Rule::Items { min, max }),
        unique.then_some(Rule::UniqueItems),
        counts(view, "minProperties", "maxProperties").map(|(min, max)| Rule::Members { min, max }),
        text("contentEncoding").map(Rule::Encoding),
        text("contentMediaType").map(Rule::MediaType),
    ];
    rules.into_iter().flatten().collect()
}

/// The two ends of the numbers that are allowed. In 3.0, `exclusiveMinimum` says of `minimum` that
/// it lies outside; in 3.1 it is a number of its own.
pub(super) fn range(view: &View<'_>) -> (Option<Limit>, Option<Limit>) {
    let end = |inclusive, exclusive| {
        let limit = |number: &Number, is_exclusive| Limit {
            number: number.clone(),
            is_exclusive,
        };
        let own = view.first(exclusive).and_then(Value::as_number);
        let own = own.map(|number| limit(number, true));
        let is_exclusive = view.first(exclusive) == Some(&Value::Bool(true));
        let number = view.first(inclusive).and_then(Value::as_number);
        own.or_else(|| number.map(|number| limit(number, is_exclusive)))
    };
    (
        end("minimum", "exclusiveMinimum"),
        end("maximum", "exclusiveMaximum"),
    )
}

/// A minimum and a maximum, if one of them asks for something.
fn counts(view: &View<'_>, min: &str, max: &str) -> Option<(u64, Option<u64>)> {
    let min = view.count(min).unwrap_or_default();
    let max = view.count(max);
    (min > 0 || max.is_some()).then_some((min, max))
}
