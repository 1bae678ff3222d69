//! Types and rules of schemas in the reader's words.

use locales::{Locale, reference as t};
use openapi::reference::{Content, Limit, Rule, Schema};
use serde_json::Value;

/// How deep the name of a type goes, as in a list of lists.
const DEPTH: usize = 3;

/// What a value is: "lista de string (uuid)".
pub fn kind(schema: &Schema, locale: Locale) -> String {
    let mut told = kind_without_null(schema, DEPTH, locale);
    if schema.nullable {
        told = format!("{told} {}", t::or_null(locale));
    }
    told
}

fn kind_without_null(schema: &Schema, depth: usize, locale: Locale) -> String {
    if schema.content == Content::Never {
        return t::nothing(locale).to_owned();
    }
    let inner = |schema: &Schema| kind_without_null(schema, depth - 1, locale);
    let members = schema.members().filter(|_| depth > 0);
    if let Some(members) = members {
        if let Some(items) = members
            .items
            .as_deref()
            .filter(|_| members.first_items.is_empty())
        {
            return t::list_of(locale, inner(items));
        }
        let map = members.additional.as_deref();
        if let Some(values) = map.filter(|_| members.properties.is_empty()) {
            return t::map_of(locale, inner(values));
        }
    }
    let names = schema.kinds.iter().map(|kind| match kind.name() {
        "object" => t::object(locale),
        "array" => t::list(locale),
        name => name,
    });
    let names: Vec<_> = names.collect();
    let is_choice = schema
        .members()
        .is_some_and(|it| !it.alternatives.is_empty());
    let mut told = match (&schema.name, names.as_slice()) {
        (Some(name), [] | ["objeto" | "object"]) => name.clone(),
        (_, []) if is_choice => t::several_forms(locale).to_owned(),
        (_, []) => match &schema.format {
            Some(format) => return format.clone(),
            None => t::anything(locale).to_owned(),
        },
        (_, names) => names.join(" | "),
    };
    if let Some(format) = &schema.format {
        told = format!("{told} ({format})");
    }
    told
}

/// A rule in words.
pub(super) fn rule(rule: &Rule, locale: Locale) -> String {
    match rule {
        Rule::Range { min, max } => range(min.as_ref(), max.as_ref(), locale),
        Rule::MultipleOf(number) => t::multiple_of(locale, number),
        Rule::Length { min, max } => counted(*min, *max, t::one_character, t::characters, locale),
        Rule::Items { min, max } => counted(*min, *max, t::one_item, t::items, locale),
        Rule::Members { min, max } => counted(*min, *max, t::one_member, t::members, locale),
        Rule::UniqueItems => t::unique(locale).to_owned(),
        Rule::Encoding(name) => t::encoded_as(locale, name),
        Rule::MediaType(name) => t::holds(locale, name),
        Rule::Pattern(pattern) => format!("{} {pattern}", t::pattern(locale)),
    }
}

fn range(min: Option<&Limit>, max: Option<&Limit>, locale: Locale) -> String {
    match (min, max) {
        (Some(min), Some(max)) if !min.is_exclusive && !max.is_exclusive => {
            t::from_to(locale, &min.number, &max.number)
        }
        _ => {
            let min = min.map(|min| {
                if min.is_exclusive {
                    t::more_than(locale, &min.number)
                } else {
                    t::at_least(locale, &min.number)
                }
            });
            let max = max.map(|max| {
                if max.is_exclusive {
                    t::less_than(locale, &max.number)
                } else {
                    t::at_most(locale, &max.number)
                }
            });
            let told: Vec<_> = [min, max].into_iter().flatten().collect();
            told.join(", ")
        }
    }
}

/// A text that names how many there are.
type Counted = fn(Locale, String) -> String;

fn counted(min: u64, max: Option<u64>, one: Counted, many: Counted, locale: Locale) -> String {
    let range = match max {
        Some(max) if max == min => t::exactly(locale, max),
        Some(max) if min == 0 => t::at_most(locale, max),
        Some(max) => t::from_to(locale, min, max),
        None => t::at_least(locale, min),
    };
    let last = max.unwrap_or(min);
    if last == 1 {
        one(locale, range)
    } else {
        many(locale, range)
    }
}

/// A value as a program writes it; texts without quotation marks.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::String(text) if !text.is_empty() => text.clone(),
        other => other.to_string(),
    }
}
