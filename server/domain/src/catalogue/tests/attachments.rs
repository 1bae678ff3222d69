//! Logos, and tutorials that somebody wrote.

use super::*;
use crate::{Error, entities::api_attachment};

const LOGO: &str = r##"<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:note="https://editor.example/notes" viewBox="0 0 10 10">
  <note:view zoom="2"/>
  <defs><linearGradient id="a"><stop offset="0" style="stop-color:#fff"/></linearGradient></defs>
  <style>.b { fill: url(#a) }</style>
  <circle class="b" cx="5" cy="5" r="4"/>
  <use xlink:href="#a"/>
</svg>"##;
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n";

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = vec![];
    let encoder = png::Encoder::new(&mut bytes, width, height);
    let mut writer = encoder.write_header().unwrap();
    let pixels = vec![7; (width * height) as usize];
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    bytes
}

fn svg(inner: &str) -> Vec<u8> {
    let head = r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">"#;
    format!("{head}\n{inner}</svg>").into()
}

fn refused(bytes: impl Into<Vec<u8>>) -> String {
    NewAttachment::logo(bytes.into()).unwrap_err().to_string()
}

async fn takes(test: &TestPortal, files: &[(&str, &[u8])]) -> ImportReport {
    let files = files.iter();
    let files = files.map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
    let files = read(&files.collect()).unwrap();
    import(&test.system(), &test.catalogue, files, ImportMode::Apply)
        .await
        .unwrap()
}

async fn kept(test: &TestPortal) -> usize {
    let db = test.portal.db.writer();
    api_attachment::Entity::find().all(db).await.unwrap().len()
}

async fn changes(test: &TestPortal, changes: AttachmentChanges) -> Result<(), DraftError> {
    let system = test.system();
    let content = details(&system, "smv").await.unwrap().content;
    let seen = Section::Attachments.fingerprint(&content).unwrap();
    save_attachments(&system, "smv", &seen, &changes).await
}

fn with_logo(bytes: Vec<u8>) -> AttachmentChanges {
    let logo = NewAttachment::logo(bytes).unwrap();
    AttachmentChanges {
        logo: Some(AttachmentChange::Replace(logo)),
        ..AttachmentChanges::default()
    }
}

#[test]
fn drawings_and_pictures_are_taken() {
    assert!(NewAttachment::logo(LOGO.into()).is_ok());
    assert!(NewAttachment::logo(format!("\u{feff}{LOGO}").into()).is_ok());
    assert!(NewAttachment::logo(png(1024, 1)).is_ok());
    assert!(NewAttachment::tutorial(PDF.to_vec()).is_ok());
}

#[test]
fn what_runs_or_asks_for_something_is_no_drawing() {
    for (inner, named) in [
        ("<script>alert(1)</script>", "script"),
        ("<g onload='alert(1)'/>", "onload"),
        ("<a href='https://elsewhere.example'><path/></a>", "a"),
        ("<image href='data:image/png;base64,AA=='/>", "image"),
        ("<foreignObject/>", "foreignObject"),
        ("<use x:href='https://elsewhere.example/a.svg#b'/>", "href"),
        ("<use href=' //elsewhere.example/a.svg#b'/>", "href"),
        (
            "<path style='fill:url(https://elsewhere.example)'/>",
            "style",
        ),
        ("<path fill='URL( \"//elsewhere.example\")'/>", "fill"),
        (
            "<style>@import 'https://elsewhere.example/a.css';</style>",
            "style",
        ),
        (
            "<style>a { fill: u\\72l(//elsewhere.example) }</style>",
            "style",
        ),
        (
            "<style>a{}<!-- -->b { fill: url(//elsewhere.example) }</style>",
            "style",
        ),
        (
            "<animate attributeName='href' to='javascript:alert(1)'/>",
            "animate",
        ),
        ("<set attributeName='onload' to='alert(1)'/>", "set"),
        ("<feImage href='#a'/>", "feImage"),
        (
            "<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
            "script",
        ),
    ] {
        let expected = format!("line 2: {named} is more than a drawing has");
        assert_eq!(refused(svg(inner)), expected, "{inner}");
    }
}

#[test]
fn what_is_no_picture_is_refused() {
    let neither = "it is neither a PNG nor an SVG";
    assert_eq!(refused(""), "it is empty");
    assert_eq!(refused("GIF89a"), neither);
    assert_eq!(refused(b"\xff\xd8\xff\xe0".as_slice()), neither);
    assert_eq!(
        refused("<html xmlns='http://www.w3.org/1999/xhtml'/>"),
        neither
    );
    assert_eq!(refused("<svg/>"), neither, "of no vocabulary");
    assert!(refused("<svg xmlns='http://www.w3.org/2000/svg'>").starts_with("it is no SVG: "));
    let bomb = LOGO.replace("1.1//EN\"", "1.1//EN\" [<!ENTITY a 'aaaa'>]");
    assert_eq!(refused(bomb), "it is no SVG: it declares entities");
    let deep = format!("{}{}", "<g>".repeat(30_000), "</g>".repeat(30_000));
    assert!(refused(svg(&deep)).starts_with("it is no SVG: "));

    let ten = |of: &str| format!("<use href='#{of}'/>").repeat(10);
    let laughs = format!(
        "<g id='a'><path/></g><g id='b'>{}</g>{}",
        ten("a"),
        ten("b")
    );
    let often = "it is no SVG: its parts draw each other too often";
    assert_eq!(refused(svg(&laughs)), often);
    assert_eq!(
        refused(svg(&format!("<g id='a'/>{}", ten("a").repeat(11)))),
        often
    );
    assert_eq!(refused(svg("<g id='a'><use href='#a'/></g>")), often);

    let whole = png(40, 40);
    assert!(refused(&whole[..whole.len() / 2]).starts_with("it is no whole PNG: "));
    let sides = "it is 1025 by 1 pixels, and a side may have 1024";
    assert_eq!(refused(png(1025, 1)), sides);
    let large = [png(1, 1), vec![0; MAX_LOGO]].concat();
    assert_eq!(refused(large), "it is larger than 256 KiB");

    for wrong in [&PDF[..20], &PDF[1..], b"", b"<html>%%EOF"] {
        assert!(NewAttachment::tutorial(wrong.to_vec()).is_err());
    }
    let large = [PDF, &vec![b' '; MAX_TUTORIAL]].concat();
    assert!(NewAttachment::tutorial(large).is_err());
}

#[tokio::test]
async fn files_beside_an_api_are_taken_over_given_away_and_taken_away() {
    let test = portal().await;
    let files: [(&str, &[u8]); 2] = [
        ("smv/logo.svg", LOGO.as_bytes()),
        ("smv/tutorial.es.pdf", PDF),
    ];
    let report = takes(&test, &files).await;
    assert_eq!(report.apis[0].parts, [Part::Logo, Part::Tutorials]);
    let smv = || test.catalogue.current().by_slug("smv").unwrap();
    let logo = smv().logo.clone().unwrap();
    assert_eq!(logo.kind, AttachmentKind::Svg);
    let bytes = attachment(&test.system(), &smv(), &logo).await.unwrap();
    assert_eq!(bytes, LOGO.as_bytes());
    assert_eq!(smv().tutorials.keys().collect::<Vec<_>>(), [&Locale::Es]);

    let (categories, apis) = export(&test.system()).await.unwrap();
    let written = write(&categories, &apis).unwrap();
    for (name, bytes) in files {
        assert_eq!(written[name], bytes, "{name}");
    }
    let again = read(&written).unwrap();
    let report = import(&test.system(), &test.catalogue, again, ImportMode::Apply).await;
    assert!(report.unwrap().apis.iter().all(ApiReport::is_unchanged));

    let report = takes(&test, &[("smv/logo.png", b"")]).await;
    assert_eq!(report.apis[0].parts, [Part::Logo]);
    assert_eq!(smv().logo, None);
    assert_eq!(kept(&test).await, 2, "an earlier revision shows it");
}

#[tokio::test]
async fn a_mistake_in_a_file_is_told_and_nothing_is_taken() {
    let files = |files: &[(&str, &[u8])]| {
        let files = files.iter();
        let files = files.map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
        let problems = read(&files.collect()).unwrap_err();
        problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let both = [
        ("smv/logo.png", png(1, 1)),
        ("smv/logo.svg", LOGO.into()),
        ("smv/tutorial.pt.pdf", PDF.to_vec()),
        ("smv/tutorial.en.pdf", b"text".to_vec()),
    ];
    let both = both
        .each_ref()
        .map(|(name, bytes)| (*name, bytes.as_slice()));
    assert_eq!(
        files(&both),
        [
            "smv/logo.svg: there is another logo beside it",
            "smv/tutorial.en.pdf: it is no whole PDF",
            "smv/tutorial.pt.pdf: no file of a catalogue has this name; the README lists those that have a meaning",
        ]
    );
}

#[tokio::test]
async fn a_draft_keeps_no_file_that_nobody_will_see() {
    let test = portal().await;
    for side in 1..4 {
        changes(&test, with_logo(png(side, side))).await.unwrap();
        assert_eq!(kept(&test).await, 1);
    }
    let content = details(&test.system(), "smv").await.unwrap().content;
    let digest = content.logo.as_ref().unwrap().digest.clone();
    let bytes = draft_attachment(&test.system(), "smv", &digest).await;
    assert_eq!(bytes.unwrap(), png(3, 3));
    assert!(
        test.catalogue
            .current()
            .by_slug("smv")
            .unwrap()
            .logo
            .is_none()
    );

    let seen = Fingerprint::of(&content).unwrap();
    discard(&test.system(), "smv", &seen).await.unwrap();
    assert_eq!(kept(&test).await, 0);
    let gone = draft_attachment(&test.system(), "smv", &digest).await;
    assert!(matches!(gone, Err(Error::NotFound(_))));
}

#[tokio::test]
async fn whoever_saves_files_second_is_told() {
    let test = portal().await;
    let system = test.system();
    let content = details(&system, "smv").await.unwrap().content;
    let seen = Section::Attachments.fingerprint(&content).unwrap();
    changes(&test, with_logo(png(1, 1))).await.unwrap();
    let late = save_attachments(&system, "smv", &seen, &with_logo(png(2, 2))).await;
    assert!(matches!(late, Err(DraftError::Changed)));
    let stranger = test.person("rui@bancoexemplo.com.br", &[]).await;
    let forbidden = save_attachments(&stranger, "smv", &seen, &with_logo(png(2, 2))).await;
    let unseen = draft_attachment(&stranger, "smv", "0").await;
    assert!(matches!(
        forbidden,
        Err(DraftError::Common(Error::Forbidden(_)))
    ));
    assert!(matches!(unseen, Err(Error::Forbidden(_))));
}
