//! The CRM.

use serde_json::json;

use super::*;

const PATH: &str = "/contacts";

/// The names of the contacts on a page, and the path of the next page.
fn page(crm: &Api, path_and_query: &str) -> (Vec<String>, Option<String>) {
    let answer = crm.get(path_and_query);
    assert_eq!(answer.status, 200, "{path_and_query}");
    let page = json(&answer);
    let contacts = page["contacts"].as_array().unwrap().iter();
    let next = page["next"].as_str().map(|next| {
        let next = next.strip_prefix("https://balcao.example/crm/v1");
        next.unwrap().to_owned()
    });
    (
        contacts
            .map(|contact| contact["name"].as_str().unwrap().to_owned())
            .collect(),
        next,
    )
}

#[test]
fn pages_lead_from_one_to_the_next() {
    let crm = Api::of(CRM);
    let (first, next) = page(&crm, "/contacts?limit=10");
    assert_eq!(next.as_deref(), Some("/contacts?limit=10&cursor=10"));
    let (last, end) = page(&crm, &next.unwrap());
    assert_eq!((first.len(), last.len(), end), (10, 2, None));
    assert_eq!(page(&crm, PATH).0, first);

    let mut names = vec![];
    let mut next = Some("/contacts?limit=5".to_owned());
    while let Some(path) = next {
        let (more, after) = page(&crm, &path);
        names.extend(more);
        next = after;
    }
    assert_eq!(names, [first, last].concat());
    assert_eq!(
        page(&crm, "/contacts?cursor=999999999999999999"),
        (vec![], None)
    );
}

#[test]
fn a_wrong_parameter_is_named() {
    let crm = Api::of(CRM);
    for (query, field) in [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=ten", "limit"),
        ("limit=1.5", "limit"),
        ("limit=", "limit"),
        ("cursor=abc", "cursor"),
    ] {
        let answer = crm.get(&format!("/contacts?{query}"));
        assert_eq!(
            (answer.status, answer.field.as_deref()),
            (400, Some(field)),
            "{query}"
        );
    }
    let answer = crm.get("/contacts/abc");
    assert_eq!((answer.status, answer.field.as_deref()), (400, Some("id")));
    assert_eq!(crm.get("/contacts?other=1&limit=%31").status, 200);
}

#[test]
fn every_contact_of_the_list_can_be_read() {
    let crm = Api::of(CRM);
    let list = json(&crm.get("/contacts?limit=100"));
    for contact in list["contacts"].as_array().unwrap() {
        let id = contact["id"].as_str().unwrap();
        assert_eq!(
            &json(&crm.get(&format!("/contacts/{id}")))["contact"],
            contact
        );
    }
    assert_eq!(crm.get("/contacts/%31001").status, 200);
    for (id, status) in [("1403", 403), ("1404", 404), ("1500", 500), ("7", 404)] {
        assert_eq!(crm.get(&format!("/contacts/{id}")).status, status);
    }
}

#[test]
fn a_new_contact_is_answered_as_it_was_sent() {
    let crm = Api::of(CRM);
    let new = json!({"name": "Zé \"da\" Silva", "email": "ze@example.com", "tags": ["cliente"]});
    let answer = crm.post(PATH, &new);
    assert_eq!(
        (answer.status, answer.code.as_deref()),
        (201, Some("API-CRM-201"))
    );
    let contact = &json(&answer)["contact"];
    for field in ["name", "email", "tags"] {
        assert_eq!(contact[field], new[field]);
    }
    assert_eq!(contact["phone"], Value::Null);
    assert_eq!(contact["createdAt"], "2026-10-01T12:30:00Z");
}

#[test]
fn a_mail_address_that_exists_leads_to_its_contact() {
    let crm = Api::of(CRM);
    let answer = crm.post(
        PATH,
        &json!({"name": "Bruno", "email": "bruno.lima@example.com"}),
    );
    assert_eq!(answer.status, 409);
    let body = json(&answer);
    assert_eq!(body["contact"]["id"], "1002");
    assert_eq!(body["transactionId"], TRANSACTION.to_string());
    assert_eq!(body["errors"][0]["code"], "API-CRM-409");
    assert_eq!(
        body["errors"][0]["help"],
        "https://balcao.example/catalogo/crm-na-nuvem"
    );
    for (email, status) in [
        ("contato.403@example.com", 403),
        ("contato.500@example.com", 500),
    ] {
        let new = json!({"name": "Ana", "email": email});
        assert_eq!(crm.post(PATH, &new).status, status);
    }
}

#[test]
fn a_wrong_field_is_named() {
    let crm = Api::of(CRM);
    for (body, field) in [
        (json!({"email": "a@example.com"}), "name"),
        (json!({"name": "", "email": "a@example.com"}), "name"),
        (json!({"name": "A", "email": "a"}), "email"),
        (
            json!({"name": "A", "email": "a@example.com", "phone": "11 98765-4321"}),
            "phone",
        ),
        (
            json!({"name": "A", "email": "a@example.com", "tags": ["x", 7]}),
            "tags.1",
        ),
        (
            json!({"name": "A", "email": "a@example.com", "consents": [{"purpose": "news", "channel": "fax"}]}),
            "consents.0.channel",
        ),
    ] {
        let answer = crm.post(PATH, &body);
        assert_eq!(
            (answer.status, answer.field.as_deref()),
            (400, Some(field)),
            "{body}"
        );
        assert_eq!(json(&answer)["errors"][0]["field"], field);
    }
}

#[test]
fn what_a_field_is_for_follows_within_the_sentence() {
    let crm = Api::of(CRM);
    let answer = crm.post(PATH, &json!({"name": "Ana"}));
    let said = &json(&answer)["errors"][0]["detail"];
    assert_eq!(
        said,
        "email is missing: identifies the contact and occurs only once."
    );
    let named = CRM.replace("Identifies the contact and", "CRM's key. It");
    let answer = Api::of(&named).post(PATH, &json!({"name": "Ana"}));
    let said = &json(&answer)["errors"][0]["detail"];
    assert_eq!(said, "email is missing: CRM's key. It occurs only once.");
}

#[test]
fn contacts_are_changed_and_erased() {
    let crm = Api::of(CRM);
    let change = json!({"phone": "+5511900000000"}).to_string();
    let contact = json(&crm.call("PATCH", "/contacts/1003", change.as_bytes()));
    assert_eq!(contact["contact"]["phone"], "+5511900000000");
    assert_eq!(contact["contact"]["name"], "Carla Mendes");
    let erased = crm.call("DELETE", "/contacts/1003", b"");
    assert_eq!(
        (erased.status, erased.body.as_str(), erased.headers),
        (204, "", vec![])
    );
    assert_eq!(crm.call("DELETE", "/contacts/1404", b"").status, 404);
    let answer = crm.call("PUT", "/contacts/1003", b"");
    assert!(
        answer
            .headers
            .contains(&("allow", "GET, PATCH, DELETE".to_owned()))
    );
}
