//! Reads single members of a JSON object. A whole parser would make the wasm larger.

/// The string that a member at the top of the object has.
pub fn text(json: &str, name: &str) -> Option<String> {
    let value = member(json, name)?.strip_prefix('"')?;
    let raw = value.get(..string_end(value.as_bytes(), 0)?)?;
    Some(raw.replace("\\/", "/"))
}

/// The number that a member at the top of the object has, without its fraction.
pub fn number(json: &str, name: &str) -> Option<u64> {
    let value = member(json, name)?;
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    value.get(..digits)?.parse().ok()
}

/// The text after the colon of a member.
fn member<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    let bytes = json.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                let end = string_end(bytes, at + 1)?;
                let rest = json.get(end + 1..)?.trim_ascii_start();
                if depth == 1
                    && json.get(at + 1..end) == Some(name)
                    && let Some(value) = rest.strip_prefix(':')
                {
                    return Some(value.trim_ascii_start());
                }
                at = end;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// The place of the quotation mark that ends the string which starts at `from`.
fn string_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_top_counts() {
        let json = r#"{"a":{"exp":1},"b":["exp",2],"c":"exp","d":"\"exp\":3","exp" : 4.5}"#;
        assert_eq!(number(json, "exp"), Some(4));
        assert_eq!(number(json, "a"), None);
        assert_eq!(text(json, "c").as_deref(), Some("exp"));
        assert_eq!(text(json, "exp"), None);
        assert_eq!(
            text(r#"{"iss":"https:\/\/a"}"#, "iss").as_deref(),
            Some("https://a")
        );
    }

    #[test]
    fn what_ends_early_has_nothing() {
        for json in [
            "",
            "{",
            r#"{"exp"#,
            r#"{"exp":"#,
            r#"{"exp":""#,
            r#"{"exp\"#,
        ] {
            assert_eq!(number(json, "exp"), None, "{json}");
            assert_eq!(text(json, "exp"), None, "{json}");
        }
    }
}
