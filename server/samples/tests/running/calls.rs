//! Calls whose texts are special in one language or another.

use samples::{Body, Call, Content, Part, PartContent};
use serde_json::{Value, json};

pub const FILE: &str = "contract.pdf";
pub const FILE_CONTENT: &[u8] = b"%PDF-1.7\r\n\xe7\xff\x0a";

/// What ends a text, begins code or is not seen.
const SPECIAL: [&str; 12] = [
    "'''\"\"\"``` \\ \\\\ \\' \\\" \\` \\n \\u0041 \\u0022 \\x41",
    "$HOME ${HOME} $(id) `id` #{id} %PATH% %%PATH%% !PATH! ^ & | < > ( ) ; ~ *",
    "{{ a }} {% b %} {c} [d] \"# \"## \"### r#\"",
    "line\nJSON\nEOF\n'@\n\"@\n\"\"\"\nend\r\n\ttab",
    "\u{0}\u{1}\u{7}\u{1b}[31m\u{7f}\u{85}\u{a0}\u{ad}",
    "\u{2028}\u{2029}\u{202e}\u{2066}\u{200b}\u{feff}\u{fffe}",
    "?> <?php /* */ // -- <!-- </script> ]]> @a =b",
    "São João, ação, ñandú, Ω, 漢字, 😀👩‍💻🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "‘single’ “double” ‚low‛ ´acute´",
    "-n --help /? @file",
    " leading and trailing ",
    "",
];

fn call(method: &str, path_and_query: &str) -> Call {
    Call {
        method: method.to_owned(),
        path_and_query: path_and_query.to_owned(),
        headers: vec![],
        body: None,
        title: SPECIAL.concat(),
    }
}

fn sending(method: &str, path: &str, media_type: &str, content: Content) -> Call {
    let body = Body {
        media_type: media_type.to_owned(),
        content,
    };
    Call {
        body: Some(body),
        ..call(method, path)
    }
}

pub fn plain() -> Call {
    call("GET", "/a?b=%20&c=d")
}

/// A document with special keys and values.
pub fn document() -> Call {
    let special = SPECIAL
        .iter()
        .map(|text| ((*text).to_owned(), Value::from(*text)));
    let document = json!({
        "special": Value::Object(special.collect()),
        "list": [[], {}, [1, -2, 0.5], null, true, false, { "0": "a", "1": "b" }, SPECIAL],
        "__proto__": { "constructor": 1 },
        "whole": 1.0,
        "great": [u64::MAX, i64::MIN, 9_007_199_254_740_993_i64, 1.7e308],
    });
    let headers = [
        ("X-Special", "it's \"a\" $HOME %PATH% `id` \\ {{b}} #c"),
        ("Accept", "*/*"),
    ];
    Call {
        headers: headers
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        title: "Sends a document.".to_owned(),
        ..sending(
            "PATCH",
            "/a/%7Bid%7D?q=%27x%27&$f=(y)!*;z=%25",
            "application/merge-patch+json",
            Content::Json(document),
        )
    }
}

/// One that each language writes with its own lists and objects.
fn simple_document() -> Call {
    let special = SPECIAL.iter().filter(|text| !text.starts_with('\0'));
    let special = special.map(|text| ((*text).to_owned(), Value::from(*text)));
    let document = json!({
        "special": Value::Object(special.collect()),
        "list": [[], {}, [1, -2, 0.5], null, true, false, { "0": "a", "1": "b" }, SPECIAL],
        "__proto__": { "constructor": 1 },
    });
    sending(
        "POST",
        "/simple",
        "application/json",
        Content::Json(document),
    )
}

/// Each with the status of its answer.
pub fn all() -> [(u16, Call); 7] {
    let pairs = SPECIAL.iter().enumerate();
    let pairs = pairs.map(|(index, text)| (format!("n{}{text}", index % 11), (*text).to_owned()));
    let form = Content::Form(pairs.collect());
    [
        (200, document()),
        (
            201,
            Call {
                path_and_query: "/201/simple".into(),
                ..simple_document()
            },
        ),
        (
            418,
            sending(
                "POST",
                "/418/form",
                "application/x-www-form-urlencoded",
                form,
            ),
        ),
        (
            302,
            sending(
                "PUT",
                "/302/text",
                "text/plain",
                Content::Text(SPECIAL.join("\n")),
            ),
        ),
        (
            200,
            sending(
                "PUT",
                "/200/file",
                "application/pdf",
                Content::File(FILE.into()),
            ),
        ),
        (
            200,
            sending("POST", "/200/parts", "multipart/form-data", parts()),
        ),
        (204, call("DELETE", "/204/a")),
    ]
}

/// What curl cannot send in a part of a form is left out: NUL, and a line break at the very end.
fn parts() -> Content {
    let part = |name: String, content| Part { name, content };
    let texts = SPECIAL.iter().enumerate().map(|(index, text)| {
        let text = PartContent::Text(text.replace('\0', ""));
        part(format!("n{index}[]"), text)
    });
    let file = part("file".to_owned(), PartContent::File(FILE.to_owned()));
    Content::Multipart(texts.chain([file]).collect())
}
