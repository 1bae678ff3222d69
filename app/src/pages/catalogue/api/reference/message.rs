//! An example call as it goes over the wire.

use openapi::reference::{
    ExampleBody, ExampleContent, ExamplePart, Operation, Reference, SchemeKind,
};

/// What stands for a value that only the reader has.
const YOURS: &str = "…";
/// The portal's own header for tokens.
const CLIENT_AUTH: &str = "x-client-auth";

/// The request line, the headers and the body of a call (RFC 9112 §2.1).
pub(super) fn message(operation: &Operation, reference: &Reference, base_path: &str) -> String {
    let call = operation.example_call();
    let mut lines = vec![format!(
        "{} {base_path}{}",
        call.method, call.path_and_query
    )];
    lines.extend(credential(operation, reference));
    let headers = call.headers.iter();
    lines.extend(headers.map(|(name, value)| format!("{name}: {value}")));
    if let Some(body) = &call.body {
        lines.push(format!("Content-Type: {}", body.media_type));
        lines.push(String::new());
        lines.push(text(body));
    }
    lines.join("\n")
}

/// The header of the first way to prove who calls, if it is a header.
fn credential(operation: &Operation, reference: &Reference) -> Option<String> {
    let need = operation.security.first()?.first()?;
    match &reference.scheme(&need.scheme)?.kind {
        SchemeKind::ApiKey { place, name } if place == "header" => {
            let is_token = name.eq_ignore_ascii_case(CLIENT_AUTH);
            let scheme = if is_token { "Bearer " } else { "" };
            Some(format!("{name}: {scheme}{YOURS}"))
        }
        SchemeKind::ApiKey { .. } | SchemeKind::MutualTls | SchemeKind::Other(_) => None,
        SchemeKind::Http { scheme, .. } if scheme != "bearer" => {
            Some(format!("Authorization: {scheme} {YOURS}"))
        }
        SchemeKind::Http { .. } | SchemeKind::OAuth2(_) | SchemeKind::OpenIdConnect(_) => {
            Some(format!("Authorization: Bearer {YOURS}"))
        }
    }
}

fn text(body: &ExampleBody) -> String {
    match &body.content {
        ExampleContent::Json(value) => serde_json::to_string_pretty(value).unwrap_or_default(),
        ExampleContent::Multipart(parts) => parts
            .iter()
            .map(|(name, part)| match part {
                ExamplePart::Text(text) => format!("{name}: {text}"),
                ExamplePart::File(file) => format!("{name}: <{file}>"),
            })
            .collect::<Vec<_>>()
            .join("\n"),
        ExampleContent::Form(fields) => serde_urlencoded::to_string(fields).unwrap_or_default(),
        ExampleContent::Text(text) => text.clone(),
        ExampleContent::File(name) => format!("<{name}>"),
    }
}
