//! Plain values that are made from schemas: numbers and texts.

use serde_json::{Number, Value};

use super::{
    Limit, Rule,
    pattern::matching,
    rules::{range, rules},
    view::View,
};

pub(super) fn as_length(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// Another value of the same kind for each place of a list.
pub(super) fn varied(value: Value, place: usize) -> Value {
    match value {
        Value::String(text) if place > 0 && !text.is_empty() => format!("{text}{place}").into(),
        Value::Number(number) if place > 0 => match number.as_i64() {
            Some(number) => Value::from(number.saturating_add_unsigned(place as u64)),
            None => Value::Number(number),
        },
        other => other,
    }
}

pub(super) fn integer(view: &View<'_>) -> Value {
    let whole = |limit: &Limit| limit.number.as_f64().unwrap_or_default();
    let (min, max) = range(view);
    let min = min.map(|limit| {
        let least = whole(&limit).ceil();
        if limit.is_exclusive && least <= whole(&limit) {
            least + 1.0
        } else {
            least
        }
    });
    let max = max.map(|limit| {
        let most = whole(&limit).floor();
        if limit.is_exclusive && most >= whole(&limit) {
            most - 1.0
        } else {
            most
        }
    });
    let step = view.first("multipleOf").and_then(Value::as_f64);
    let value = within(1.0, min, max);
    from_f64(multiple(value, step.map(|step| step.max(1.0)), max))
}

pub(super) fn number(view: &View<'_>) -> Value {
    let (min, max) = range(view);
    let end = |limit: Option<Limit>| {
        limit.map(|limit| {
            (
                limit.number.as_f64().unwrap_or_default(),
                limit.is_exclusive,
            )
        })
    };
    let (min, max) = (end(min), end(max));
    let middle = match (min, max) {
        (Some((min, _)), Some((max, _))) => f64::midpoint(min, max),
        (Some((min, is_exclusive)), None) if is_exclusive || min > 10.5 => min + 1.0,
        (None, Some((max, is_exclusive))) if is_exclusive || max < 10.5 => max - 1.0,
        _ => 10.5,
    };
    let value = within(10.5, min.map(|it| it.0), max.map(|it| it.0));
    let is_end = [min, max]
        .into_iter()
        .flatten()
        .any(|(end, is_exclusive)| is_exclusive && value.to_bits() == end.to_bits());
    let value = if is_end { middle } else { value };
    let step = view.first("multipleOf").and_then(Value::as_f64);
    from_f64(multiple(value, step, max.map(|it| it.0)))
}

fn within(value: f64, min: Option<f64>, max: Option<f64>) -> f64 {
    let value = max.map_or(value, |max| value.min(max));
    min.map_or(value, |min| value.max(min))
}

/// The next multiple, or the one before where that is too much.
fn multiple(value: f64, step: Option<f64>, max: Option<f64>) -> f64 {
    let Some(step) = step.filter(|step| *step > 0.0) else {
        return value;
    };
    let above = (value / step).ceil() * step;
    match max {
        Some(max) if above > max => (value / step).floor() * step,
        _ => above,
    }
}

/// Whole numbers without a fraction, as people write them.
fn from_f64(value: f64) -> Value {
    let whole = format!("{value:.0}").parse::<i64>();
    match whole {
        Ok(whole) if value.fract() == 0.0 => Value::from(whole),
        _ => Number::from_f64(value).map_or(Value::Null, Value::Number),
    }
}

pub(super) fn string(view: &View<'_>) -> String {
    let format = view
        .first("format")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if let Some(known) = formatted(format) {
        return known.to_owned();
    }
    let length = rules(view).into_iter().find_map(|rule| match rule {
        Rule::Length { min, max } => Some((min, max)),
        _ => None,
    });
    let (min, max) = length.unwrap_or((0, None));
    let (min, max) = (as_length(min), max.map(as_length));
    let pattern = view.first("pattern").and_then(Value::as_str);
    if let Some(text) = pattern.and_then(|pattern| matching(pattern, min, max)) {
        return text;
    }
    let least = min.clamp("string".len(), 1_000.max("string".len()));
    let text = "string".chars().cycle().take(least);
    text.take(max.unwrap_or(usize::MAX)).collect()
}

/// A text of a known format.
fn formatted(format: &str) -> Option<&'static str> {
    Some(match format {
        "date" => "2026-01-15",
        "date-time" => "2026-01-15T12:00:00Z",
        "time" => "12:00:00Z",
        "duration" => "P1D",
        "uuid" => "0199a1f2-7c3e-7d4a-9b61-5e2f8c0d4a17",
        "email" | "idn-email" => "ana@example.com",
        "uri" | "url" | "iri" => "https://example.com/",
        "uri-reference" | "iri-reference" => "/example",
        "uri-template" => "/example/{id}",
        "hostname" | "idn-hostname" => "www.example.com",
        "ipv4" => "203.0.113.10",
        "ipv6" => "2001:db8::1",
        "json-pointer" => "/name",
        "relative-json-pointer" => "0/name",
        "regex" => "^[a-z]+$",
        "byte" | "base64" => "ZXhhbXBsZQ==",
        "cnpj" | "cpf-or-cnpj" => "11222333000181",
        "cpf" => "52998224725",
        _ => return None,
    })
}
