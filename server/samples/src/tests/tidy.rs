//! What HTTP does not have is not sent.

use super::calls::{call, sending};
use crate::{Call, Content, Part, PartContent, tidy::Request};

#[test]
fn a_path_stays_on_the_portals_host() {
    for (path, sent) in [
        ("/a/b?c=d", "/a/b?c=d"),
        ("@evil.example/a", "/@evil.example/a"),
        (".evil.example/a", "/.evil.example/a"),
        ("//evil.example/a", "/evil.example/a"),
        ("/\\evil.example", "/%5Cevil.example"),
        ("", "/"),
        ("/a b\r\nX: y", "/a%20b%0D%0AX:%20y"),
        ("/%zz/%4", "/%25zz/%254"),
        ("/%C3%A7/ç", "/%C3%A7/%C3%A7"),
        (
            "/{id}[0]#x`|^<>\"",
            "/%7Bid%7D%5B0%5D%23x%60%7C%5E%3C%3E%22",
        ),
        ("/%é", "/%25%C3%A9"),
        (
            "/x?$filter=a%20eq%20'b'&c=(d)!",
            "/x?$filter=a%20eq%20%27b%27&c=(d)!",
        ),
    ] {
        assert_eq!(Request::of(&call("GET", path)).target, sent, "{path}");
    }
}

#[test]
fn a_method_is_a_word() {
    for (method, sent) in [
        ("get", "GET"),
        ("M-SEARCH", "M-SEARCH"),
        ("POST\r\nHost: evil", "POSTHOSTEVIL"),
        ("'; rm -rf /", "RM-RF"),
        ("", "GET"),
    ] {
        assert_eq!(Request::of(&call(method, "/")).method, sent);
    }
}

#[test]
fn headers_hold_neither_line_breaks_nor_what_programs_send_by_themselves() {
    let given = [
        ("Accept", "application/json"),
        ("X-Trace: a\r\nX-Other", "b"),
        ("X-Name", "Ana\r\nX-Evil: 1\0"),
        ("x-name", "Bia"),
        ("X-City", "São Paulo"),
        ("Cookie", "a=1"),
        ("cookie", "b=2"),
        ("Authorization", "Basic eA=="),
        ("x-client-auth", "Bearer x"),
        ("Host", "evil.example"),
        ("Content-Length", "0"),
        ("Content-Language", "pt"),
        ("X-Empty", " "),
        ("", "nameless"),
    ];
    let headers = given.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let request = Request::of(&Call {
        headers: headers.to_vec(),
        ..call("GET", "/")
    });
    let sent: Vec<_> = request.headers.iter().map(|(n, v)| (&**n, &**v)).collect();
    assert_eq!(
        sent,
        [
            ("Accept", "application/json"),
            ("X-TraceaX-Other", "b"),
            ("X-Name", "AnaX-Evil: 1, Bia"),
            ("X-City", "S%C3%A3o Paulo"),
            ("Cookie", "a=1; b=2"),
        ]
    );
}

#[test]
fn a_media_type_that_is_none_gives_way_to_that_of_the_content() {
    let json = Content::Json(serde_json::json!({}));
    let text = Content::Text("a".into());
    for (given, content, sent) in [
        ("application/hal+json", &json, "application/hal+json"),
        (
            "application/json; charset=utf-8",
            &json,
            "application/json; charset=utf-8",
        ),
        ("application/json;v=1", &json, "application/json; v=1"),
        ("*/*", &json, "application/json"),
        ("application/*", &json, "application/json"),
        ("application/json\r\nX-Evil: 1", &json, "application/json"),
        ("text/html; a=\"b\"", &text, "text/plain; charset=utf-8"),
        ("", &Content::File("a".into()), "application/octet-stream"),
    ] {
        let request = Request::of(&sending("POST", "/", given, content.clone()));
        assert_eq!(
            request.all_headers(),
            [("Content-Type".to_owned(), sent.to_owned())]
        );
    }
}

#[test]
fn a_file_is_one_in_the_folder_of_the_program() {
    for (given, named) in [
        ("contract.pdf", "contract.pdf"),
        ("../../etc/passwd", "etcpasswd"),
        ("-o x", "ox"),
        ("a'b\"c`$(id)\n", "abcid"),
        ("São Paulo.csv", "SãoPaulo.csv"),
        ("..", "file.bin"),
    ] {
        let call = sending("PUT", "/", "", Content::File(given.into()));
        assert_eq!(Request::of(&call).file(), Some(named));
    }
}

#[test]
fn parts_of_a_form_have_names_that_all_clients_write_alike() {
    let part = |name: &str, content| Part {
        name: name.to_owned(),
        content,
    };
    let file = |name: &str| PartContent::File(name.to_owned());
    let given = vec![
        part("a\"\r\nX-Evil: 1", file("São\"\r\n/../b.pdf")),
        part("tags[]", PartContent::Text("one\0".to_owned())),
        part("tags[]", PartContent::Text("other".to_owned())),
        part("=;", file("c")),
    ];
    let call = sending(
        "POST",
        "/",
        "multipart/form-data",
        Content::Multipart(given),
    );
    let request = Request::of(&call);
    let sent = [
        part("aX-Evil1", file("S_o..b.pdf")),
        part("tags[]", PartContent::Text("one".to_owned())),
    ];
    assert_eq!(request.parts(), Some(&sent[..]));
    assert!(request.all_headers().is_empty());
}

#[test]
fn requests_that_have_no_content_send_none() {
    let empty = Content::Form(vec![]);
    let nameless = Content::Multipart(vec![]);
    let text = Content::Text("a".into());
    for call in [
        sending("GET", "/", "text/plain", text.clone()),
        sending("head", "/", "text/plain", text),
        sending("POST", "/", "application/x-www-form-urlencoded", empty),
        sending("POST", "/", "multipart/form-data", nameless),
    ] {
        assert!(Request::of(&call).body.is_none());
    }
}
