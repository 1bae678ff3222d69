//! Writes the programs of calls: reads `[{"name", "method", "path_and_query", "headers", "body",
//! "title"}]` from the standard input, and fills a folder for each name below the one that is named.
//!
//! ```sh
//! cargo run --package samples --example write -- target/samples <calls.json
//! ```
//!
//! A body has its `media_type`, and one of `json`, `form` (a list of pairs), `multipart`, `text` and `file`.

use std::{env, error::Error, fs, io, path::Path};

use locales::Locale;
use samples::{Body, Call, Content, Language, Part, PartContent, program};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct NamedCall {
    name: String,
    method: String,
    path_and_query: String,
    #[serde(default)]
    headers: Vec<(String, String)>,
    body: Option<GivenBody>,
    #[serde(default)]
    title: String,
}

#[derive(Deserialize)]
struct GivenBody {
    media_type: String,
    #[serde(flatten)]
    content: GivenContent,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum GivenContent {
    Json(Value),
    Form(Vec<(String, String)>),
    /// Names, each with the text or the file of its part.
    Multipart(Vec<(String, GivenPart)>),
    Text(String),
    File(String),
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum GivenPart {
    Text(String),
    File(String),
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("Name a folder.")?;
    let calls: Vec<NamedCall> = serde_json::from_reader(io::stdin())?;
    for call in calls {
        let folder = Path::new(&folder).join(&call.name);
        fs::create_dir_all(&folder)?;
        let call = Call::from(call);
        for language in Language::ALL {
            let program = program(language, &call, Locale::default());
            fs::write(folder.join(language.file_name()), program)?;
        }
    }
    Ok(())
}

fn part((name, content): (String, GivenPart)) -> Part {
    let content = match content {
        GivenPart::Text(text) => PartContent::Text(text),
        GivenPart::File(name) => PartContent::File(name),
    };
    Part { name, content }
}

impl From<NamedCall> for Call {
    fn from(call: NamedCall) -> Self {
        let body = call.body.map(|body| Body {
            media_type: body.media_type,
            content: match body.content {
                GivenContent::Json(value) => Content::Json(value),
                GivenContent::Form(pairs) => Content::Form(pairs),
                GivenContent::Multipart(parts) => {
                    Content::Multipart(parts.into_iter().map(part).collect())
                }
                GivenContent::Text(text) => Content::Text(text),
                GivenContent::File(name) => Content::File(name),
            },
        });
        Self {
            method: call.method,
            path_and_query: call.path_and_query,
            headers: call.headers,
            body,
            title: call.title,
        }
    }
}
