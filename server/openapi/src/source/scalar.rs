//! What a scalar of YAML means: the core schema of YAML 1.2 (§10.3), where `no` and `2026-01-01`
//! are texts.

use saphyr_parser::Tag;
use serde_json::{Number, Value};

use super::super::ProblemKind;

/// The value of a scalar that is not in quotes.
pub(super) fn plain(text: &str) -> Result<Value, ProblemKind> {
    Ok(match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => match number(text)? {
            Some(number) => Value::Number(number),
            None => Value::from(text),
        },
    })
}

/// The value of a scalar with a tag: one of the core schema, or `!`, which makes a text.
pub(super) fn tagged(text: &str, tag: &Tag) -> Result<Value, ProblemKind> {
    let unknown = || ProblemKind::Tag(tag.to_string());
    if tag.handle.is_empty() && tag.suffix == "!" {
        return Ok(Value::from(text));
    }
    if !tag.is_yaml_core_schema() {
        return Err(unknown());
    }
    let value = plain(text)?;
    let fits = match tag.suffix.as_str() {
        "str" => return Ok(Value::from(text)),
        "int" => value.is_i64() || value.is_u64(),
        "float" => value.is_number(),
        "bool" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    };
    if fits { Ok(value) } else { Err(unknown()) }
}

fn number(text: &str) -> Result<Option<Number>, ProblemKind> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return Err(ProblemKind::NotJson(text.to_owned()));
    }
    let in_base = |digits: &str, base| u64::from_str_radix(digits, base).ok().map(Number::from);
    if let Some(digits) = text.strip_prefix("0x") {
        return Ok(in_base(digits, 16).filter(|_| !digits.starts_with('+')));
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return Ok(in_base(digits, 8).filter(|_| !digits.starts_with('+')));
    }
    if !is_decimal(unsigned) {
        return Ok(None);
    }
    let digits = text.strip_prefix('+').unwrap_or(text);
    let whole = digits.parse::<u64>().map(Number::from);
    let whole = whole.or_else(|_| digits.parse::<i64>().map(Number::from));
    if let Ok(whole) = whole {
        return Ok(Some(whole));
    }
    let fraction = digits.parse().ok().and_then(Number::from_f64);
    let fraction = fraction.ok_or_else(|| ProblemKind::NotJson(text.to_owned()))?;
    Ok(Some(fraction))
}

/// Whether it is `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let has_digits = !whole.is_empty() || fraction.is_some_and(|digits| !digits.is_empty());
    let is_exponent = |text: &str| {
        let digits_of = text.strip_prefix(['-', '+']).unwrap_or(text);
        !digits_of.is_empty() && digits(digits_of)
    };
    has_digits && digits(whole) && fraction.is_none_or(digits) && exponent.is_none_or(is_exponent)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_scalar_means_what_yaml_1_2_says() {
        for (text, value) in [
            ("no", json!("no")),
            ("on", json!("on")),
            ("2026-01-01", json!("2026-01-01")),
            ("1_000", json!("1_000")),
            ("1.2.3", json!("1.2.3")),
            ("~", json!(null)),
            ("True", json!(true)),
            ("tRue", json!("tRue")),
            ("-12", json!(-12)),
            ("+12", json!(12)),
            ("012", json!(12)),
            ("0x1F", json!(31)),
            ("0o17", json!(15)),
            ("0x", json!("0x")),
            (".5", json!(0.5)),
            ("1.", json!(1.0)),
            ("1e3", json!(1000.0)),
            ("e3", json!("e3")),
            (".", json!(".")),
            ("-", json!("-")),
            ("18446744073709551616", json!(18_446_744_073_709_551_616.0)),
        ] {
            assert_eq!(plain(text).unwrap(), value, "{text}");
        }
        for text in [".inf", "-.Inf", ".nan", "1e999"] {
            assert!(plain(text).is_err(), "{text}");
        }
    }
}
