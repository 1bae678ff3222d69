//! The schemas of values that have text forms in the domain.

use domain::{
    Cursor,
    applications::ApplicationState,
    catalogue::{ApiState, Plan},
    requests::{RequestState, Status},
    usage::Window,
};
use schemars::{Schema, SchemaGenerator, json_schema};

macro_rules! text_enums {
    ($($name:ident = $kind:ty),+ $(,)?) => {$(
        pub fn $name(_: &mut SchemaGenerator) -> Schema {
            let texts: Vec<_> = <$kind>::ALL.iter().map(|it| it.as_str()).collect();
            json_schema!({"type": "string", "enum": texts})
        }
    )+};
}

text_enums! {
    api_state = ApiState,
    application_state = ApplicationState,
    plan = Plan,
    request_state = RequestState,
    status = Status,
    window = Window,
}

pub fn plans(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "array", "items": plan(generator)})
}

/// An identifier.
pub fn id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "string", "format": "uuid"})
}

/// The end of a page, as an earlier answer named it.
pub fn cursor(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "string", "pattern": Cursor::PATTERN})
}

/// Values by names that are not known beforehand.
pub fn values(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "object", "additionalProperties": true})
}

/// Any value. Programs that know no schema without a type find all types there.
pub fn anything(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": ["object", "array", "string", "number", "boolean"]})
}
