//! Calls of all kinds.

use serde_json::{Value, json};

use crate::{Body, Call, Content, Part, PartContent};

pub fn call(method: &str, path_and_query: &str) -> Call {
    Call {
        method: method.to_owned(),
        path_and_query: path_and_query.to_owned(),
        headers: vec![],
        body: None,
        title: String::new(),
    }
}

pub fn sending(method: &str, path: &str, media_type: &str, content: Content) -> Call {
    let body = Body {
        media_type: media_type.to_owned(),
        content,
    };
    Call {
        body: Some(body),
        ..call(method, path)
    }
}

pub fn json(value: Value) -> Call {
    sending("POST", "/things", "application/json", Content::Json(value))
}

/// One of each kind, with its title.
pub fn of_all_kinds() -> [Call; 8] {
    let pairs = [("to", "+55 11 99999-0200"), ("text", "Olá & até logo")];
    let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let verification = json!({
        "data": { "msisdn": "5511999990200", "port": 51544, "live": true, "tags": ["a", "b"], "note": null },
    });
    let merge = json!({ "name": "Ana d'Ávila", "limits": {}, "rate": 0.5 });
    [
        Call {
            headers: vec![("Accept-Language".into(), "pt-BR".into())],
            title: "Lists the first ten contacts.".into(),
            ..call("GET", "/crm/v1/contacts?limit=10&name=Ana%20Souza")
        },
        Call {
            title: "Verifies a phone's connection.".into(),
            ..sending(
                "post",
                "/identity/v1/smvs",
                "application/json",
                Content::Json(verification),
            )
        },
        Call {
            title: "Deletes a contact.".into(),
            ..call("DELETE", "/crm/v1/contacts/1001")
        },
        Call {
            title: "Changes a contact.".into(),
            ..sending(
                "PATCH",
                "/crm/v1/contacts/1001",
                "application/merge-patch+json",
                Content::Json(merge),
            )
        },
        Call {
            title: "Sends a message.".into(),
            ..sending(
                "POST",
                "/messages/v1/sms",
                "application/x-www-form-urlencoded",
                Content::Form(pairs.into()),
            )
        },
        Call {
            title: "Replaces a note.".into(),
            ..sending(
                "PUT",
                "/notes/v1/7",
                "text/xml",
                Content::Text("<note lang=\"pt\">\n  Olá\n</note>\n".into()),
            )
        },
        Call {
            title: "Uploads a contract.".into(),
            ..sending(
                "PUT",
                "/contracts/v1/7",
                "application/pdf",
                Content::File("contract.pdf".into()),
            )
        },
        Call {
            title: "Files a complaint.".into(),
            ..sending("POST", "/complaints/v1", "multipart/form-data", upload())
        },
    ]
}

fn upload() -> Content {
    let part = |name: &str, content| Part {
        name: name.to_owned(),
        content,
    };
    Content::Multipart(vec![
        part(
            "subject",
            PartContent::Text("Cobrança \"indevida\"".to_owned()),
        ),
        part("invoice", PartContent::File("invoice.pdf".to_owned())),
    ])
}
