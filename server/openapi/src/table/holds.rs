//! What constructs hold.

use serde_json::Value;

use super::{
    super::{Expected, ValueType},
    Object,
};

/// What a construct holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Any value.
    Anything,
    /// A text.
    Text,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// True or false.
    Boolean,
    /// A number.
    Number,
    /// A number of things.
    Count,
    /// A list of any values.
    Values,
    /// A list of texts.
    Texts,
    /// A list of texts, or one of them.
    TextOrTexts,
    /// Lists of texts by names.
    TextsByName,
    /// One object.
    One(Object),
    /// A list of objects.
    List(Object),
    /// Objects by names.
    Named(Object),
}

impl Holds {
    /// What a value should be, if it is not that. It does not look into objects.
    pub(crate) fn unmet(self, value: &Value) -> Option<Expected> {
        let texts = |value: &Value| {
            let items = value.as_array();
            items.is_some_and(|items| items.iter().all(Value::is_string))
        };
        let (is_met, expected) = match self {
            Self::Anything => return None,
            Self::Text | Self::OneOf(_) => (value.is_string(), Expected::A(ValueType::Text)),
            Self::Boolean => (value.is_boolean(), Expected::A(ValueType::Boolean)),
            Self::Number => (value.is_number(), Expected::A(ValueType::Number)),
            Self::Count => {
                let whole = value
                    .as_f64()
                    .is_some_and(|count| count >= 0.0 && count.fract() == 0.0);
                (whole, Expected::Count)
            }
            Self::Values | Self::List(_) => (value.is_array(), Expected::A(ValueType::List)),
            Self::Texts => (texts(value), Expected::Texts),
            Self::TextOrTexts => (value.is_string() || texts(value), Expected::TextOrTexts),
            Self::TextsByName => {
                let lists = value.as_object();
                let is_met = lists.is_some_and(|lists| lists.values().all(texts));
                (is_met, Expected::A(ValueType::Object))
            }
            Self::One(_) | Self::Named(_) => (value.is_object(), Expected::A(ValueType::Object)),
        };
        (!is_met).then_some(expected)
    }
}
