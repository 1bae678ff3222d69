//! Forms and files, sent from the page and from within the reference.

mod taken;

use std::{collections::BTreeMap, time::Duration};

use axum::http::StatusCode;
use domain::{
    catalogue::{self, ApiFiles},
    gateway::MAX_CALL_BYTES,
    testing,
};
use locales::{Locale::PtBr, fields, flash, try_it as t};
use serde_json::Value;

use self::taken::{Taken, document};
use super::{Approved, call, form_of, live::paying, status};
use crate::harness::{ANA, Answer, PASSWORD, TestApp, Upload, Visitor};

const FORM: &str = "/catalogo/smv/referencia/send-documents/testar";
const RAW: &str = "/catalogo/smv/referencia/send-file/testar";
const FIELDS: &str = "/catalogo/smv/referencia/find-documents/testar";
const IN_PLACE: &str = "/ilhas/teste-com-arquivos";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\xff";
/// As it arrives (HTML §4.10.22.8).
const NAME: &str = "rosto %221%22.png";
const IMAGE: Upload<'_> = Upload {
    field: "corpo.photo",
    name: "rosto \"1\".png",
    media_type: "image/png",
    content: PNG,
};

async fn takes_files(app: &TestApp) {
    let files = ApiFiles {
        openapi: Some(document()),
        ..ApiFiles::default()
    };
    testing::import(app, "smv", files).await;
}

/// A form as the page has it, but for these fields.
fn filled<'a>(
    form: &'a [(String, String)],
    fields: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let form = form.iter().map(|(name, value)| (&**name, &**value));
    let others = form.filter(|(name, _)| !fields.iter().any(|(field, _)| field == name));
    others.chain(fields.iter().copied()).collect()
}

async fn sends(who: &Visitor, page: &str, fields: &[(&str, &str)], files: &[Upload<'_>]) -> Answer {
    let form = form_of(&who.get(page).await);
    who.sends_files(page, &filled(&form, fields), files).await
}

/// Ana on Pay Per Use, and the real API that takes her files.
async fn paying_for_files() -> (Approved, Taken) {
    let (it, _) = paying().await;
    takes_files(&it.app).await;
    let taken = Taken::default();
    let url = taken.start().await;
    catalogue::set_upstream(&it.app.system(), &it.app.catalogue, "smv", Some(url))
        .await
        .unwrap();
    (it, taken)
}

#[tokio::test]
async fn the_form_has_a_field_for_each_property() {
    let it = Approved::of("smv/trial").await;
    takes_files(&it.app).await;
    let page = it.ana.get(FORM).await;
    let enctype = page.attributes("form.form", "enctype");
    assert_eq!(enctype, ["multipart/form-data"]);
    assert_eq!(page.value_of("corpo.name"), "Ana");
    assert_eq!(page.raw_texts("[name='corpo.owner']"), ["{\"id\":1}"]);
    let chosen = page.attributes("[name='corpo.kind'] [selected]", "value");
    assert_eq!(chosen, ["identity"]);
    assert_eq!(
        page.attributes("[name='corpo.pages']", "inputmode"),
        ["decimal"]
    );
    let files = page.attributes("input[type=file]", "name");
    assert_eq!(
        files,
        ["corpo.photo", "corpo.attachments", "corpo.signature"]
    );
    let several = page.attributes("input[type=file][multiple]", "name");
    assert_eq!(several, ["corpo.attachments"]);
    assert_eq!(page.texts("[name='corpo.id']").len(), 0);
    let page = it.ana.get(RAW).await;
    assert_eq!(page.attributes("input[type=file]", "name"), ["corpo"]);
    let page = it.ana.get(FIELDS).await;
    assert_eq!(page.attributes("form.form[enctype]", "enctype"), [""; 0]);
    assert_eq!(page.texts("[name='corpo.q']").len(), 1);
}

#[tokio::test]
async fn the_sandbox_takes_a_form_with_files_and_the_page_shows_what_was_sent() {
    let it = Approved::of("smv/trial").await;
    takes_files(&it.app).await;
    let page = sends(&it.ana, FORM, &[("corpo.name", "José")], &[IMAGE]).await;
    assert_eq!(status(&page), "200");
    let [sent, answer] = call(&page);
    assert!(answer.contains("\"taken\""), "{answer}");
    assert!(sent.contains("name=\"name\"\n\nJosé"), "{sent}");
    let file = t::file_sent(PtBr, NAME, "image/png", PNG.len());
    assert!(sent.contains(&file), "{sent}");
    assert!(!sent.contains('\u{fffd}'), "{sent}");
    // What is chosen is not kept.
    let again = page.text("form [data-lost]");
    assert_eq!(again, t::choose_again(PtBr, NAME));
    assert_eq!(page.value_of("corpo.name"), "José");
    // Where the body must be there, no file is none.
    let page = sends(&it.ana, RAW, &[], &[]).await;
    assert_eq!(status(&page), "400");
}

#[tokio::test]
async fn the_real_api_gets_exactly_the_parts() {
    let (it, taken) = paying_for_files().await;
    let typed = [
        ("destino", "real"),
        ("corpo.name", "José \"Zé\""),
        ("corpo.pages", "two"),
        ("corpo.kind", ""),
        ("corpo.tags", "[\"a\", \"b\"]"),
        ("corpo.owner", "{\"id\": 7}"),
    ];
    let attachment = |name, content| Upload {
        field: "corpo.attachments",
        name,
        media_type: "text/plain",
        content,
    };
    let signature = Upload {
        field: "corpo.signature",
        name: "s.bin",
        media_type: "application/octet-stream",
        content: b"\0\x01\x02",
    };
    let files = [
        IMAGE,
        attachment("1.txt", b"one"),
        attachment("2.txt", b""),
        signature,
    ];
    let page = sends(&it.ana, FORM, &typed, &files).await;
    assert_eq!(status(&page), "200");
    let sent = taken.last();
    let parts: Vec<_> = sent
        .parts
        .iter()
        .map(|(name, file, kind, content)| {
            (&**name, file.as_deref(), kind.as_deref(), &content[..])
        })
        .collect();
    assert_eq!(
        parts,
        [
            ("photo", Some(NAME), Some("image/png"), PNG),
            ("name", None, None, "José \"Zé\"".as_bytes()),
            ("pages", None, None, b"two"),
            ("tags", None, None, b"a"),
            ("tags", None, None, b"b"),
            ("owner", None, Some("application/json"), b"{\"id\":7}"),
            ("attachments", Some("1.txt"), Some("text/plain"), b"one"),
            ("attachments", Some("2.txt"), Some("text/plain"), b""),
            (
                "signature",
                Some("s.bin"),
                Some("application/octet-stream"),
                b"AAEC"
            ),
        ]
    );
    // An answer that is no text is told by its type and its size.
    let [_, answer] = call(&page);
    assert!(
        answer.ends_with(&t::bytes(PtBr, "image/png", PNG.len())),
        "{answer}"
    );
}

#[tokio::test]
async fn a_file_is_the_body_and_a_form_without_files_is_one_text() {
    let (it, taken) = paying_for_files().await;
    let file = Upload {
        field: "corpo",
        ..IMAGE
    };
    let page = sends(&it.ana, RAW, &[("destino", "real")], &[file]).await;
    assert_eq!(status(&page), "200");
    let sent = taken.last();
    assert_eq!(
        (&sent.body[..], &sent.headers["content-type"]),
        (PNG, &"image/png".parse().unwrap())
    );
    let [shown, _] = call(&page);
    let told = t::file_sent(PtBr, NAME, "image/png", PNG.len());
    assert!(shown.ends_with(&told), "{shown}");

    let typed = [
        ("destino", "real"),
        ("corpo.q", "a b&c"),
        ("corpo.tags", "[\"x\",\"y\"]"),
    ];
    let page = it.tries(FIELDS, &typed).await;
    assert_eq!(status(&page), "200");
    let sent = taken.last();
    assert_eq!(&sent.body[..], b"q=a+b%26c&tags=x&tags=y");
}

#[tokio::test]
async fn a_file_that_is_too_large_is_said_so_beside_its_field_and_nothing_else_is_lost() {
    let (it, taken) = paying_for_files().await;
    let large = vec![0; MAX_CALL_BYTES + 1];
    let file = Upload {
        content: &large,
        ..IMAGE
    };
    let typed = [("destino", "real"), ("corpo.name", "José")];
    let page = sends(&it.ana, FORM, &typed, &[file]).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    let said = fields::file_too_large(PtBr, MAX_CALL_BYTES >> 20);
    assert_eq!(page.error_of("corpo.photo"), said);
    assert_eq!(page.value_of("corpo.name"), "José");
    let link = page.attributes(".error-summary a", "href");
    assert_eq!(link, ["#corpo.photo"]);
    // With what the form adds it is more than the API takes.
    let just_too_large = Upload {
        content: &large[1..],
        ..IMAGE
    };
    let page = sends(&it.ana, FORM, &typed, &[just_too_large]).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.error_of("corpo.photo"), said);
    assert!(!taken.was_asked());
    assert_eq!(it.calls().await.len(), 0);
}

/// A browser does not choose a file again by itself.
#[tokio::test]
async fn no_call_is_made_without_a_file_that_was_chosen_before() {
    let (it, taken) = paying_for_files().await;
    let typed = [("destino", "real"), ("corpo.name", "José")];
    let first = sends(&it.ana, FORM, &typed, &[IMAGE]).await;
    assert_eq!((status(&first), taken.count()), ("200".to_owned(), 1));
    let form = form_of(&first);
    let again = it.ana.sends_files(FORM, &filled(&form, &typed), &[]).await;
    again.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        again.text("[id='corpo.photo-error']"),
        fields::file_not_chosen(PtBr)
    );
    assert_eq!(taken.count(), 1);
    let form = form_of(&again);
    let without = it.ana.sends_files(FORM, &filled(&form, &typed), &[]).await;
    assert_eq!((status(&without), taken.count()), ("200".to_owned(), 2));
}

#[tokio::test]
async fn whoever_was_signed_out_finds_what_they_typed_and_chooses_the_file_again() {
    let it = Approved::of("smv/trial").await;
    takes_files(&it.app).await;
    let form = form_of(&it.ana.get(FORM).await);
    // Longer than a session waits for its person.
    it.app.clock.advance(Duration::from_hours(13));
    let typed = filled(&form, &[("corpo.name", "José"), ("current", "secret")]);
    let answer = it.ana.sends_files(FORM, &typed, &[IMAGE]).await;
    let page = it.ana.get(answer.location()).await;
    assert_eq!(page.flash(), flash::form_kept(PtBr));
    it.ana.enters(ANA, PASSWORD).await;
    let page = it.ana.get(FORM).await;
    assert_eq!(page.value_of("corpo.name"), "José");
    let again = page.text("form [data-lost]");
    assert_eq!(again, t::choose_again(PtBr, NAME));
    assert_eq!(it.calls().await.len(), 0);
}

#[tokio::test]
async fn the_same_goes_within_the_reference() {
    let (it, taken) = paying_for_files().await;
    let form = form_of(&it.ana.get(FORM).await);
    let in_place = [
        ("ilha.api", "smv"),
        ("ilha.operacao", "send-documents"),
        ("ilha.idioma", "pt-BR"),
        ("destino", "real"),
    ];
    let answer = it
        .ana
        .sends_files(IN_PLACE, &filled(&form, &in_place), &[IMAGE])
        .await;
    let came: BTreeMap<String, Value> = answer.is(StatusCode::OK).json();
    assert!(came["said"].as_str().unwrap().contains("200"), "{came:?}");
    assert_eq!(taken.last().parts[0].3, PNG);

    let large = vec![0; MAX_CALL_BYTES + 1];
    let file = Upload {
        content: &large,
        ..IMAGE
    };
    let answer = it
        .ana
        .sends_files(IN_PLACE, &filled(&form, &in_place), &[file])
        .await;
    let came: BTreeMap<String, Value> = answer.is(StatusCode::OK).json();
    let form = answer.of_html(came["form"].as_str().unwrap());
    assert!(!form.error_of("corpo.photo").is_empty());

    let nowhere = [("ilha.api", "smv"), ("ilha.operacao", "nowhere")];
    let answer = it.ana.sends_files(IN_PLACE, &nowhere, &[]).await;
    answer.is(StatusCode::FORBIDDEN);
    let answer = it.ana.sends_files(IN_PLACE, &[], &[]).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    let answer = it.ana.post(IN_PLACE, &in_place).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    let stranger = it.app.visitor();
    let answer = stranger.sends_files(IN_PLACE, &in_place, &[IMAGE]).await;
    answer.is(StatusCode::UNAUTHORIZED);
}
