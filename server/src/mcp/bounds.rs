//! The bounds that the schema of an argument names, held against what was given.

use serde_json::{Number, Value};

/// What is wrong with a value, as the end of a sentence about it, without the value itself.
pub fn broken(schema: &Value, value: &Value) -> Option<String> {
    match value {
        Value::String(text) => of_text(schema, text),
        Value::Number(number) => of_number(schema, number),
        _ => None,
    }
}

fn of_text(schema: &Value, text: &str) -> Option<String> {
    let bound = |name: &str| schema.get(name).and_then(Value::as_u64);
    let length = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
    if let Some(least) = bound("minLength").filter(|least| length < *least) {
        return Some(match least {
            1 => "is empty".to_owned(),
            _ => format!("has fewer than {least} characters"),
        });
    }
    if let Some(most) = bound("maxLength").filter(|most| length > *most) {
        return Some(format!("has more than {most} characters"));
    }
    let known = schema.get("enum").and_then(Value::as_array)?;
    let mut known = known.iter().filter_map(Value::as_str);
    if known.clone().any(|it| it == text) {
        return None;
    }
    let first = known.next().unwrap_or_default().to_owned();
    let all = known.fold(first, |all, it| format!("{all}, {it}"));
    Some(format!("is none of these: {all}"))
}

fn of_number(schema: &Value, number: &Number) -> Option<String> {
    let number = number.as_f64()?;
    let bound = |name: &str| {
        let bound = schema.get(name)?;
        Some((bound, bound.as_f64()?))
    };
    if let Some((least, _)) = bound("minimum").filter(|(_, least)| number < *least) {
        return Some(format!("is less than {least}"));
    }
    let (most, _) = bound("maximum").filter(|(_, most)| number > *most)?;
    Some(format!("is more than {most}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_bound_that_is_broken_is_named() {
        let text = json!({"type": "string", "minLength": 2, "maxLength": 4});
        let filled = json!({"type": "string", "minLength": 1});
        let word = json!({"type": "string", "enum": ["all", "failed"]});
        let number = json!({"type": ["integer", "null"], "minimum": 1, "maximum": 5});
        for (schema, value, said) in [
            (&text, json!("a"), Some("has fewer than 2 characters")),
            (&text, json!("ação"), None),
            (&text, json!("ações"), Some("has more than 4 characters")),
            (&filled, json!(""), Some("is empty")),
            (&word, json!("all"), None),
            (&word, json!("none"), Some("is none of these: all, failed")),
            (&number, json!(1), None),
            (&number, json!(5), None),
            (&number, json!(0), Some("is less than 1")),
            (&number, json!(-1.5), Some("is less than 1")),
            (&number, json!(6), Some("is more than 5")),
            // What is of another type is refused when it is read.
            (&number, json!("6"), None),
            (&text, json!(7), None),
        ] {
            assert_eq!(broken(schema, &value).as_deref(), said, "{value}");
        }
    }
}
