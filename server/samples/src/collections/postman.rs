//! A collection for Postman, in its format 2.1.0.
//!
//! A script gets the token before a call, and again when it has ended: the OAuth 2.0 of Postman
//! waits for somebody to press a button.

use locales::{Locale, samples as t};
use serde_json::{Value, json};

use super::{Collection, Item, plain};
use crate::{
    call::{Content, Part, PartContent},
    json,
    tidy::Request,
};

const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/// A file that Postman imports. Who opens it fills in the secret key.
#[must_use]
pub fn postman(collection: &Collection, locale: Locale) -> String {
    let items = collection.folders().flat_map(|(folder, items)| {
        let items: Vec<_> = items.iter().map(item).collect();
        match folder {
            Some(name) => vec![json!({ "name": name, "item": items })],
            None => items,
        }
    });
    let variable = |key: &str, value: &str| json!({ "key": key, "value": value, "type": "string" });
    let file = json!({
        "info": {
            "name": collection.name,
            "description": t::collection(locale),
            "schema": SCHEMA,
        },
        "item": items.collect::<Vec<_>>(),
        "event": [{
            "listen": "prerequest",
            "script": { "type": "text/javascript", "exec": script(locale) },
        }],
        "variable": [
            variable("url", &collection.url),
            variable("publicKey", collection.public_key.as_deref().unwrap_or_default()),
            variable("secretKey", ""),
        ],
    });
    format!("{file:#}\n")
}

fn item(item: &Item) -> Value {
    let request = Request::of(&item.call);
    let mut headers = vec![header("x-client-auth", "Bearer {{token}}")];
    headers.extend(
        request
            .all_headers()
            .iter()
            .map(|(name, value)| header(name, &plain(value))),
    );
    let mut described = json!({
        "method": request.method,
        "header": headers,
        "url": format!("{{{{url}}}}{}", request.target),
    });
    if let Some(payload) = &request.body {
        described["body"] = body(&payload.content);
    }
    json!({ "name": request.title, "request": described })
}

fn header(name: &str, value: &str) -> Value {
    json!({ "key": name, "value": value })
}

fn body(content: &Content) -> Value {
    match content {
        Content::Json(value) => json!({
            "mode": "raw",
            "raw": json::without_braces(value),
            "options": { "raw": { "language": "json" } },
        }),
        Content::Form(pairs) => {
            let pair = |(name, value): &(String, String)| header(&plain(name), &plain(value));
            json!({ "mode": "urlencoded", "urlencoded": pairs.iter().map(pair).collect::<Vec<_>>() })
        }
        Content::Multipart(parts) => {
            json!({ "mode": "formdata", "formdata": parts.iter().map(part).collect::<Vec<_>>() })
        }
        Content::Text(text) => json!({ "mode": "raw", "raw": plain(text) }),
        Content::File(name) => json!({ "mode": "file", "file": { "src": name } }),
    }
}

fn part(part: &Part) -> Value {
    match &part.content {
        PartContent::Text(text) => {
            json!({ "key": part.name, "value": plain(text), "type": "text" })
        }
        PartContent::File(file) => json!({ "key": part.name, "src": file, "type": "file" }),
    }
}

/// Its lines.
fn script(locale: Locale) -> Vec<String> {
    let script = format!(
        "// {}\n{}",
        t::token_of_collection(locale),
        include_str!("postman.js")
    );
    script.lines().map(str::to_owned).collect()
}
