//! The bodies of calls that change something.

use std::fmt::Write;

use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Segment;
use validator::{Validate, ValidationError, ValidationErrors, ValidationErrorsKind};

use super::{
    error::{ApiError, Mistake},
    media_range::MediaRange,
};

/// A body about a resource that is to be made.
pub trait NewResource: DeserializeOwned + Validate + Send + 'static {
    /// The type that its resource has.
    const TYPE: &str;

    /// The type that was sent.
    fn kind(&self) -> &str;

    /// Whether the caller chose an identifier, which is the portal's to choose.
    fn has_id(&self) -> bool;
}

/// Declares the body of a call that makes a resource. What JSON:API allows around the attributes is
/// taken and not looked at.
macro_rules! new_resource {
    ($name:ident, $data:ident {
        type: $type:literal,
        $(#[$of_attributes:meta])* attributes: $attributes:ty
        $(, relationships: $relationships:ty)? $(,)?
    }) => {
        #[derive(Debug, serde::Deserialize, utoipa::ToSchema, validator::Validate)]
        struct $name {
            #[validate(nested)]
            data: $data,
        }

        #[derive(Debug, serde::Deserialize, utoipa::ToSchema, validator::Validate)]
        struct $data {
            #[serde(rename = "type")]
            #[schema(example = $type)]
            kind: String,
            #[schema(ignore)]
            id: Option<serde_json::Value>,
            #[validate(nested)]
            $(#[$of_attributes])*
            attributes: $attributes,
            $(relationships: $relationships,)?
        }

        impl $crate::api::body::NewResource for $name {
            const TYPE: &str = $type;

            fn kind(&self) -> &str {
                &self.data.kind
            }

            fn has_id(&self) -> bool {
                self.data.id.is_some()
            }
        }
    };
}

pub(super) use new_resource;

/// A body about a resource that is there.
pub trait ChangedResource: DeserializeOwned + Validate {
    /// The type that its resource has.
    const TYPE: &str;

    /// The type and the identifier that were sent.
    fn names(&self) -> (&str, &str);
}

/// Declares the body of a call that changes a resource.
macro_rules! changed_resource {
    ($name:ident, $data:ident { type: $type:literal, attributes: $attributes:ty $(,)? }) => {
        #[derive(Debug, serde::Deserialize, utoipa::ToSchema, validator::Validate)]
        struct $name {
            #[validate(nested)]
            data: $data,
        }

        #[derive(Debug, serde::Deserialize, utoipa::ToSchema, validator::Validate)]
        struct $data {
            #[serde(rename = "type")]
            #[schema(example = $type)]
            kind: String,
            /// The identifier in the address.
            id: String,
            #[validate(nested)]
            attributes: $attributes,
        }

        impl $crate::api::body::ChangedResource for $name {
            const TYPE: &str = $type;

            fn names(&self) -> (&str, &str) {
                (&self.data.kind, &self.data.id)
            }
        }
    };
}

pub(super) use changed_resource;

/// Reads a body about the resource with this identifier.
///
/// # Errors
/// As [`read`]; [`ApiError::Type`] also for another identifier.
pub fn read_change<T: ChangedResource>(
    headers: &HeaderMap,
    body: &[u8],
    id: &str,
) -> Result<T, ApiError> {
    let read: T = parse(headers, body)?;
    let (kind, named) = read.names();
    if kind != T::TYPE {
        return Err(ApiError::Type("/data/type"));
    }
    if named != id {
        return Err(ApiError::Type("/data/id"));
    }
    Ok(read)
}

/// Reads a body as JSON:API, or says where it is wrong.
///
/// # Errors
/// [`ApiError::UnsupportedMediaType`] for another one, [`ApiError::Body`] with the place of what has
/// another shape, [`ApiError::Invalid`] with the places of values that are not good.
pub fn read<T: NewResource>(headers: &HeaderMap, body: &[u8]) -> Result<T, ApiError> {
    let read: T = parse(headers, body)?;
    if read.kind() != T::TYPE {
        return Err(ApiError::Type("/data/type"));
    }
    if read.has_id() {
        return Err(ApiError::ClientId);
    }
    Ok(read)
}

fn parse<T: DeserializeOwned + Validate>(headers: &HeaderMap, body: &[u8]) -> Result<T, ApiError> {
    if !is_json_api(headers) {
        return Err(ApiError::UnsupportedMediaType);
    }
    let mut json = serde_json::Deserializer::from_slice(body);
    let read: T = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| ApiError::Body(pointer(error.path())))?;
    json.end().map_err(|_| ApiError::Body(String::new()))?;
    match read.validate() {
        Ok(()) => Ok(read),
        Err(errors) => {
            let mut mistakes = Vec::new();
            collect(&errors, "", &mut mistakes);
            mistakes.sort_by(|(one, _), (other, _)| one.cmp(other));
            Err(ApiError::Invalid(mistakes))
        }
    }
}

/// Plain JSON is taken as well, for programs that know no other.
fn is_json_api(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind
        .and_then(|value| value.to_str().ok())
        .and_then(|value| MediaRange::all(value).next());
    kind.is_some_and(|kind| kind.kind == "application/json" || kind.is_json_api())
}

/// The place as a JSON pointer (RFC 6901).
fn pointer(path: &serde_path_to_error::Path) -> String {
    // Writing to a string cannot fail.
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => {
                let _ = write!(pointer, "/{index}");
            }
            Segment::Map { key } => {
                let key = key.replace('~', "~0").replace('/', "~1");
                let _ = write!(pointer, "/{key}");
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

/// Notes the places of all attributes that are not good. All rules are about lengths.
fn collect(errors: &ValidationErrors, at: &str, found: &mut Vec<(String, Mistake)>) {
    for (field, kind) in errors.errors() {
        let here = format!("{at}/{}", camel(field));
        match kind {
            ValidationErrorsKind::Struct(inner) => collect(inner, &here, found),
            ValidationErrorsKind::Field(errors) => {
                let mistake = errors.first().map_or(Mistake::Value, length_mistake);
                found.push((here, mistake));
            }
            ValidationErrorsKind::List(_) => {}
        }
    }
}

fn length_mistake(error: &ValidationError) -> Mistake {
    let length = match error.params.get("value") {
        Some(Value::String(text)) => text.chars().count(),
        Some(Value::Array(items)) => items.len(),
        _ => 0,
    } as u64;
    let max = error.params.get("max").and_then(Value::as_u64);
    if max.is_some_and(|max| length > max) {
        Mistake::TooLong
    } else {
        Mistake::TooShort
    }
}

/// `last_confirmed` is `lastConfirmed` in JSON.
fn camel(field: &str) -> String {
    let mut words = field.split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize, Validate)]
    #[serde(deny_unknown_fields)]
    struct Document {
        #[validate(nested)]
        data: Data,
    }

    #[derive(Debug, Deserialize, Validate)]
    #[serde(deny_unknown_fields, rename_all = "camelCase")]
    struct Data {
        #[validate(length(min = 2, max = 3))]
        short_name: String,
        #[validate(length(max = 3))]
        other: Option<String>,
    }

    fn error(body: &str) -> ApiError {
        let kind = HeaderValue::from_static("application/vnd.api+json");
        let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, kind)]);
        parse::<Document>(&headers, body.as_bytes()).unwrap_err()
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let shape = |at: &str| ApiError::Body(at.to_owned());
        assert_eq!(error("{"), shape(""));
        assert_eq!(
            error(r#"{"data": {"shortName": 7}}"#),
            shape("/data/shortName")
        );
        assert_eq!(
            error(r#"{"data": {"shortName": "a", "b": 1}}"#),
            shape("/data/b")
        );
        let places = [
            ("/data/other".to_owned(), Mistake::TooLong),
            ("/data/shortName".to_owned(), Mistake::TooShort),
        ];
        assert_eq!(
            error(r#"{"data": {"shortName": "é", "other": "long"}}"#),
            ApiError::Invalid(places.to_vec())
        );
    }
}
