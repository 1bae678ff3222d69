//! A collection for Bruno, as the one JSON file that it exports and imports itself.
//!
//! Every version of Bruno imports it. `OpenCollection`, the YAML of Bruno 3, is understood by that
//! version alone, and `.bru` is a folder of files. Bruno gets the token by itself, and shows the
//! secret key to nobody.

use locales::{Locale, samples as t};
use serde_json::{Value, json};

use super::{Collection, Item, plain};
use crate::{
    call::{Content, Part, PartContent},
    json,
    tidy::Request,
};

/// A file that Bruno imports. Who opens it fills in the secret key in its environment.
#[must_use]
pub fn bruno(collection: &Collection, locale: Locale) -> String {
    let mut seq = 0;
    let items = collection.folders().flat_map(|(folder, items)| {
        let items = items.iter().map(|item| {
            seq += 1;
            request(item, seq)
        });
        let items: Vec<_> = items.collect();
        match folder {
            Some(name) => vec![json!({ "type": "folder", "name": name, "items": items })],
            None => items,
        }
    });
    let items: Vec<_> = items.collect();
    let variable = |name: &str, value: &str, secret: bool| json!({ "name": name, "value": value, "type": "text", "enabled": true, "secret": secret });
    let file = json!({
        "name": collection.name,
        "version": "1",
        "items": items,
        "environments": [{
            "name": "Balcao",
            "variables": [
                variable("url", &collection.url, false),
                variable("publicKey", collection.public_key.as_deref().unwrap_or_default(), false),
                variable("secretKey", "", true),
            ],
        }],
        "root": {
            "docs": t::collection(locale),
            "request": { "auth": authorization() },
        },
    });
    format!("{file:#}\n")
}

fn authorization() -> Value {
    json!({
        "mode": "oauth2",
        "oauth2": {
            "grantType": "client_credentials",
            "accessTokenUrl": "{{url}}/oauth2/v1/token",
            "refreshTokenUrl": "",
            "clientId": "{{publicKey}}",
            "clientSecret": "{{secretKey}}",
            "scope": "",
            "credentialsPlacement": "basic_auth_header",
            "credentialsId": "credentials",
            "tokenPlacement": "header",
            "tokenHeaderPrefix": "Bearer",
            "autoFetchToken": true,
            "autoRefreshToken": false,
        },
    })
}

fn request(item: &Item, seq: usize) -> Value {
    let request = Request::of(&item.call);
    let header = |(name, value): (String, String)| pair(&name, &plain(&value));
    let query = request
        .target
        .split_once('?')
        .map_or("", |(_, query)| query);
    let parameter = |part: &str| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        json!({ "name": name, "value": value, "type": "query", "enabled": true })
    };
    let parameters = query.split('&').filter(|part| !part.is_empty());
    json!({
        "type": "http",
        "name": request.title,
        "seq": seq,
        "request": {
            "url": format!("{{{{url}}}}{}", request.target),
            "method": request.method,
            "headers": request.all_headers().into_iter().map(header).collect::<Vec<_>>(),
            "params": parameters.map(parameter).collect::<Vec<_>>(),
            "auth": { "mode": "inherit" },
            "body": body(&request),
            "script": {},
            "vars": {},
            "assertions": [],
            "tests": "",
            "docs": "",
        },
    })
}

fn pair(name: &str, value: &str) -> Value {
    json!({ "name": name, "value": value, "enabled": true })
}

fn body(request: &Request) -> Value {
    let Some(payload) = &request.body else {
        return json!({ "mode": "none" });
    };
    match &payload.content {
        Content::Json(value) => json!({ "mode": "json", "json": json::without_braces(value) }),
        Content::Form(pairs) => {
            let pairs = pairs
                .iter()
                .map(|(name, value)| pair(&plain(name), &plain(value)));
            json!({ "mode": "formUrlEncoded", "formUrlEncoded": pairs.collect::<Vec<_>>() })
        }
        Content::Multipart(parts) => {
            let parts: Vec<_> = parts.iter().map(part).collect();
            json!({ "mode": "multipartForm", "multipartForm": parts })
        }
        Content::Text(text) => json!({ "mode": "text", "text": plain(text) }),
        Content::File(name) => json!({
            "mode": "file",
            "file": [{ "filePath": name, "contentType": payload.media_type, "selected": true }],
        }),
    }
}

fn part(part: &Part) -> Value {
    let (kind, value) = match &part.content {
        PartContent::Text(text) => ("text", json!(plain(text))),
        PartContent::File(file) => ("file", json!([file])),
    };
    json!({ "type": kind, "name": part.name, "value": value, "enabled": true })
}
