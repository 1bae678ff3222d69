//! References to other resources in the bodies of calls.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::error::ApiError;

#[derive(Debug, Deserialize, ToSchema)]
pub struct Reference {
    data: ReferenceData,
}

/// A reference to one resource or to none.
#[derive(Debug, Deserialize, ToSchema)]
pub struct MaybeReference {
    data: Option<ReferenceData>,
}

#[derive(Debug, Deserialize, ToSchema)]
struct ReferenceData {
    /// The type that the relationship leads to, as in `groups`.
    #[serde(rename = "type")]
    kind: String,
    id: Uuid,
}

impl ReferenceData {
    fn of(self, kind: &str, at: &'static str) -> Result<Uuid, ApiError> {
        if self.kind == kind {
            Ok(self.id)
        } else {
            Err(ApiError::Type(at))
        }
    }
}

impl Reference {
    /// The identifier of what is referred to.
    ///
    /// # Errors
    /// [`ApiError::Type`] with the place of the type, unless it is this one.
    pub fn of(self, kind: &str, at: &'static str) -> Result<Uuid, ApiError> {
        self.data.of(kind, at)
    }
}

impl MaybeReference {
    /// As [`Reference::of`].
    ///
    /// # Errors
    /// As [`Reference::of`].
    pub fn of(self, kind: &str, at: &'static str) -> Result<Option<Uuid>, ApiError> {
        self.data.map(|data| data.of(kind, at)).transpose()
    }
}
