//! `OpenAPI` documents in the form that readers get.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::{
    json,
    value::{RawValue, to_raw_value},
};

/// The top-level members of a document, in their order and with their original text.
struct Members<'a>(Vec<(Cow<'a, str>, Cow<'a, RawValue>)>);

/// The document with this portal as its only server.
pub(super) fn served(
    stored: &str,
    public_url: &str,
    base_path: &str,
) -> Result<String, serde_json::Error> {
    let Members(mut members) = serde_json::from_str(stored)?;
    let server = to_raw_value(&json!([{ "url": format!("{public_url}{base_path}") }]))?;
    match members.iter_mut().find(|(name, _)| name == "servers") {
        Some((_, servers)) => *servers = Cow::Owned(server),
        None => members.push((Cow::Borrowed("servers"), Cow::Owned(server))),
    }
    let lines = members
        .iter()
        .map(|(name, value)| format!("  {}: {value}", json!(name)));
    let lines: Vec<_> = lines.collect();
    Ok(format!("{{\n{}\n}}\n", lines.join(",\n")))
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut members = vec![];
                while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
                    members.push((Cow::Owned(name), Cow::Borrowed(value)));
                }
                Ok(Members(members))
            }
        }

        from.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_portal_is_the_server_and_all_else_stays() {
        let stored =
            r#"{"openapi": "3.1.0", "servers": [{"url": "/a/v1"}], "b": {"z": 1, "a": "ç"}}"#;
        let served = served(stored, "https://balcao.example", "/a/v1").unwrap();
        let expected = concat!(
            "{\n",
            "  \"openapi\": \"3.1.0\",\n",
            "  \"servers\": [{\"url\":\"https://balcao.example/a/v1\"}],\n",
            "  \"b\": {\"z\": 1, \"a\": \"ç\"}\n",
            "}\n",
        );
        assert_eq!(served, expected);
    }

    #[test]
    fn a_document_without_a_server_gets_one() {
        let served = served("{}", "https://balcao.example", "").unwrap();
        assert!(served.contains("https://balcao.example"), "{served}");
        assert!(super::served("[]", "", "").is_err());
    }
}
