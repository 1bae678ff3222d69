//! An API that takes files: its document, and a server that takes down what it is sent.

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    body::{Bytes, to_bytes},
    extract::{FromRequest, Multipart, Request, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::PNG;

/// An API that takes a form with files, a file, and a form without any.
pub fn document() -> String {
    let file = json!({"type": "string", "format": "binary"});
    let form = json!({
        "type": "object",
        "required": ["name", "photo"],
        "properties": {
            "id": {"type": "string", "readOnly": true},
            "photo": file,
            "name": {"type": "string"},
            "pages": {"type": "integer"},
            "kind": {"type": "string", "enum": ["contract", "identity"]},
            "tags": {"type": "array", "items": {"type": "string"}},
            "owner": {"type": "object"},
            "attachments": {"type": "array", "items": file},
            "signature": {"type": "string", "contentEncoding": "base64"},
        },
    });
    let example =
        json!({"name": "Ana", "kind": "identity", "tags": ["a", "b"], "owner": {"id": 1}});
    let answer = json!({"200": {
        "description": "Taken.",
        "content": {"application/json": {"schema": {}, "example": {"taken": true}}},
    }});
    let operation = |id: &str, content: Value| {
        json!({
            "operationId": id,
            "summary": id,
            "requestBody": {"required": true, "content": content},
            "responses": answer,
        })
    };
    let forms = json!({"multipart/form-data": {"schema": form, "example": example}});
    let raw = json!({"image/*": {"schema": file, "example": "…"}});
    let search = json!({
        "type": "object",
        "properties": {"q": {"type": "string"}, "tags": {"type": "array"}},
    });
    let search = json!({"application/x-www-form-urlencoded": {"schema": search, "example": {}}});
    let paths = json!({
        "/documents": {"post": operation("sendDocuments", forms)},
        "/file": {"put": operation("sendFile", raw)},
        "/search": {"post": operation("findDocuments", search)},
    });
    json!({"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": paths}).to_string()
}

/// An API of somebody's, which takes down the parts that it got, and answers with an image.
#[derive(Clone, Default)]
pub struct Taken(Arc<Mutex<Vec<Sent>>>);

pub struct Sent {
    pub headers: HeaderMap,
    pub body: Bytes,
    /// The name of each, that of its file, its type and its content.
    pub parts: Vec<(String, Option<String>, Option<String>, Bytes)>,
}

impl Taken {
    pub async fn start(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let router = Router::new().fallback(take).with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        format!("http://127.0.0.1:{port}/base/")
    }

    pub fn was_asked(&self) -> bool {
        self.count() > 0
    }

    pub fn count(&self) -> usize {
        self.0.lock().unwrap().len()
    }

    pub fn last(&self) -> Sent {
        self.0.lock().unwrap().pop().unwrap()
    }
}

async fn take(State(taken): State<Taken>, request: Request) -> Response {
    let headers = request.headers().clone();
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let request = Request::from_parts(head, body.clone().into());
    let mut parts = vec![];
    if let Ok(mut form) = Multipart::from_request(request, &()).await {
        while let Some(field) = form.next_field().await.unwrap() {
            let name = field.name().unwrap().to_owned();
            let file = field.file_name().map(str::to_owned);
            let media_type = field.content_type().map(str::to_owned);
            parts.push((name, file, media_type, field.bytes().await.unwrap()));
        }
    }
    let sent = Sent {
        headers,
        body,
        parts,
    };
    taken.0.lock().unwrap().push(sent);
    ([(header::CONTENT_TYPE, "image/png")], PNG).into_response()
}
