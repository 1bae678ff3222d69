//! Texts of a document, which may be there in several languages.

use serde_json::Value;

/// A text as the document has it, and its translations.
///
/// The translations of `summary` stand in `x-summary`, an object with a text by language tag; the
/// same goes for other texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    plain: String,
    /// The translations by language tag.
    translations: Vec<(String, String)>,
}

impl Text {
    /// The text with this name, as in `description`, of a part of the document.
    pub(super) fn of(part: &Value, name: &str) -> Self {
        let translations = part.get(format!("x-{name}")).and_then(Value::as_object);
        let translations = translations.into_iter().flatten();
        let translations = translations.filter_map(|(language, text)| {
            let text = text.as_str()?.trim();
            (!text.is_empty()).then(|| (language.clone(), text.to_owned()))
        });
        Self {
            plain: string(part, name).trim().to_owned(),
            translations: translations.collect(),
        }
    }

    /// Whether there is no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty() && self.translations.is_empty()
    }

    /// The text for readers of a language, given by its tag such as `pt-BR`. Where there is no
    /// translation it is the document's own text.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> &str {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
        let mut known = self.translations.iter();
        let exact = known.clone().find(|(known, _)| known == tag);
        let found = exact.or_else(|| known.find(|(known, _)| primary(known) == primary(tag)));
        let found = found.map(|(_, text)| text.as_str());
        let own = (!self.plain.is_empty()).then_some(self.plain.as_str());
        let any = || self.translations.first().map(|(_, text)| text.as_str());
        found.or(own).or_else(any).unwrap_or_default()
    }
}

impl From<&str> for Text {
    fn from(plain: &str) -> Self {
        Self {
            plain: plain.to_owned(),
            translations: vec![],
        }
    }
}

/// A member that is a text; empty where there is none.
pub(super) fn string(part: &Value, name: &str) -> String {
    optional(part, name).unwrap_or_default()
}

/// A member that is a text. Numbers count, as people write versions without quotation marks.
pub(super) fn optional(part: &Value, name: &str) -> Option<String> {
    match part.get(name)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Whether a member is `true`.
pub(super) fn flag(part: &Value, name: &str) -> bool {
    part.get(name) == Some(&Value::Bool(true))
}

/// The members of an object, in their order; none where there is no object.
pub(super) fn members<'d>(
    part: &'d Value,
    name: &str,
) -> impl Iterator<Item = (&'d String, &'d Value)> + use<'d> {
    part.get(name)
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
}

/// The items of a list; none where there is no list.
pub(super) fn items<'d>(part: &'d Value, name: &str) -> &'d [Value] {
    part.get(name)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The texts of a list.
pub(super) fn strings(part: &Value, name: &str) -> Vec<String> {
    let strings = items(part, name).iter().filter_map(Value::as_str);
    strings.map(str::to_owned).collect()
}
