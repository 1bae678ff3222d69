//! What the document says of values that have text forms in the domain.

use domain::{
    applications::ApplicationState,
    catalogue::{ApiState, Plan, QuestionKind},
    requests::{RequestKind, RequestState},
    usage::{CallKind, Window},
};
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

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
    call_kind = CallKind,
    plan = Plan,
    question_kind = QuestionKind,
    request_kind = RequestKind,
    request_state = RequestState,
    window = Window,
}
