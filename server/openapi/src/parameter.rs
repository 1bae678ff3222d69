//! How the values of parameters are written (3.1.1 §4.8.12).

use serde::Deserialize;
use serde_json::Value;

use super::{Parameter, ParameterLocation, ProblemKind};

/// A way to write a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Serialization {
    /// By a style.
    Style {
        /// The style.
        style: Style,
        /// Whether each item or member is written by itself.
        explode: bool,
    },
    /// As JSON.
    Json,
    /// As it is.
    Text,
}

/// A style.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "they are named as in OpenAPI")]
pub enum Style {
    Matrix,
    Label,
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
}

impl Parameter {
    /// How its value is written in a call.
    ///
    /// # Errors
    /// [`ProblemKind::Style`] where its place has no such style, and
    /// [`ProblemKind::SeveralSchemas`] where it has content of several types.
    pub fn serialization(&self) -> Result<Serialization, ProblemKind> {
        if let Some(content) = &self.content {
            return match content.keys().next() {
                Some(name) if content.len() == 1 && super::media::is_json(name) => {
                    Ok(Serialization::Json)
                }
                Some(_) if content.len() == 1 => Ok(Serialization::Text),
                _ => Err(ProblemKind::SeveralSchemas),
            };
        }
        let style = match &self.style {
            Some(name) => named(name).filter(|style| style.is_at(self.location)),
            None => Some(Style::usual(self.location)),
        };
        let style = style.ok_or_else(|| ProblemKind::Style {
            style: self.style.clone().unwrap_or_default(),
            location: self.location,
        })?;
        Ok(Serialization::Style {
            style,
            explode: self.explode.unwrap_or(style == Style::Form),
        })
    }

    /// The schema of its value: its own, or that of its content.
    #[must_use]
    pub fn value_schema(&self) -> &Value {
        let content = self.content.iter().flat_map(|content| content.values());
        content
            .map(|media| &media.schema)
            .next()
            .unwrap_or(&self.schema)
    }

    /// A correct value: its own, or that of its content.
    #[must_use]
    pub fn value_example(&self) -> Option<&Value> {
        let mut content = self.content.iter().flat_map(|content| content.values());
        let of_content = content.find_map(|media| media.example.as_ref());
        self.example.as_ref().or(of_content)
    }

    /// Whether `OpenAPI` says that such a parameter is to be passed over, since something else
    /// describes it.
    #[must_use]
    pub fn is_reserved_header(&self) -> bool {
        let reserved = ["accept", "content-type", "authorization"];
        self.location == ParameterLocation::Header
            && reserved
                .iter()
                .any(|name| self.name.eq_ignore_ascii_case(name))
    }
}

fn named(name: &str) -> Option<Style> {
    Style::deserialize(&Value::from(name)).ok()
}

impl Style {
    /// The style of a parameter that names none.
    const fn usual(location: ParameterLocation) -> Self {
        match location {
            ParameterLocation::Query | ParameterLocation::Cookie => Self::Form,
            ParameterLocation::Path | ParameterLocation::Header => Self::Simple,
        }
    }

    const fn is_at(self, location: ParameterLocation) -> bool {
        match location {
            ParameterLocation::Path => matches!(self, Self::Matrix | Self::Label | Self::Simple),
            ParameterLocation::Query => matches!(
                self,
                Self::Form | Self::SpaceDelimited | Self::PipeDelimited | Self::DeepObject
            ),
            ParameterLocation::Header => matches!(self, Self::Simple),
            ParameterLocation::Cookie => matches!(self, Self::Form),
        }
    }
}
