//! What the document says of values that have text forms in the domain.

use domain::{
    applications::ApplicationState,
    audit::Action,
    catalogue::{ApiState, Plan, QuestionKind},
    requests::{RequestKind, RequestState},
    usage::{CallKind, Window},
    webhooks::{DeliveryState, EventKind},
};
use utoipa::openapi::schema::{Array, ArrayBuilder, Object, ObjectBuilder, Type};

macro_rules! text_enums {
    ($($name:ident = $kind:ty),+ $(,)?) => {$(
        pub fn $name() -> Object {
            let texts = <$kind>::ALL.iter().map(|it| it.as_str());
            ObjectBuilder::new()
                .schema_type(Type::String)
                .enum_values(Some(texts))
                .build()
        }
    )+};
}

text_enums! {
    api_state = ApiState,
    application_state = ApplicationState,
    audit_action = Action,
    call_kind = CallKind,
    delivery_state = DeliveryState,
    event_kind = EventKind,
    plan = Plan,
    question_kind = QuestionKind,
    request_kind = RequestKind,
    request_state = RequestState,
    window = Window,
}

/// The kinds that a webhook can listen to.
pub fn event_kinds() -> Array {
    let kinds = EventKind::selectable().map(EventKind::as_str);
    let kind = ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(kinds));
    ArrayBuilder::new().items(kind).min_items(Some(1)).build()
}
