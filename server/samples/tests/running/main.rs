//! The programs, run. What arrives is what was meant, whatever stands in it.
//!
//! A language that this machine does not have is passed over; `.ci/system-packages.sh` installs
//! those that Debian has. Of Rust, one program is compiled with these tests.

#![cfg(test)]

mod calls;
mod server;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use locales::Locale;
use samples::{Call, Content, Language, Part, PartContent, program};
use serde_json::Value;
use server::{ANSWER, PUBLIC_KEY, Received, SECRET_KEY, Server};
use tempfile::TempDir;

/// How a program is run, in its folder.
fn command(language: Language) -> Option<&'static [&'static str]> {
    Some(match language {
        Language::Shell => &["sh", "shell.sh"],
        // Programs that end at once are not worth compiling well.
        Language::Java => &[
            "java",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "Java.java",
        ],
        Language::Php => &["php", "php.php"],
        Language::Python => &["python3", "-B", "python.py"],
        Language::JavaScript => &["node", "javascript.mjs"],
        Language::Go => &["go", "run", "go.go"],
        _ => return None,
    })
}

fn is_there(command: &str) -> bool {
    let script = format!("command -v {command}");
    let asked = Command::new("sh").args(["-c", &script]).output();
    asked.unwrap().status.success()
}

/// A folder with the program of a call, and with the file that it sends.
fn folder(language: Language, call: &Call) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let program = program(language, call, Locale::PtBr);
    fs::write(folder.path().join(language.file_name()), program).unwrap();
    fs::write(folder.path().join(calls::FILE), calls::FILE_CONTENT).unwrap();
    folder
}

fn run(command: &[&str], folder: &Path, server: &Server, secret_key: &str) -> Output {
    Command::new(command[0])
        .args(&command[1..])
        .current_dir(folder)
        .env("BALCAO_URL", &server.url)
        .env("BALCAO_PUBLIC_KEY", PUBLIC_KEY)
        .env("BALCAO_SECRET_KEY", secret_key)
        .env("LC_ALL", "C.UTF-8")
        .env("NO_PROXY", "*")
        .output()
        .unwrap()
}

fn assert_arrived(call: &Call, received: &Received, shown: &str) {
    assert_eq!(received.method, call.method, "{shown}");
    assert_eq!(received.target, call.path_and_query, "{shown}");
    assert_eq!(
        received.header("x-client-auth"),
        Some(&*server::bearer()),
        "{shown}"
    );
    for (name, value) in &call.headers {
        assert_eq!(received.header(name), Some(&**value), "{shown}");
    }
    let Some(body) = &call.body else {
        assert!(received.body.is_empty(), "{shown}");
        return;
    };
    let media_type = received
        .header("content-type")
        .unwrap_or_default()
        .to_lowercase();
    assert!(
        media_type.starts_with(&body.media_type),
        "{media_type}: {shown}"
    );
    match &body.content {
        Content::Json(value) => {
            let received: Value = serde_json::from_slice(&received.body).unwrap();
            assert_eq!(received, *value, "{shown}");
        }
        Content::Form(pairs) => {
            let mut received: Vec<_> = form_urlencoded::parse(&received.body)
                .into_owned()
                .collect();
            let mut pairs = pairs.clone();
            // Go sends them in the order of their names.
            received.sort();
            pairs.sort();
            assert_eq!(received, pairs, "{shown}");
        }
        Content::Multipart(parts) => assert_parts(parts, received, shown),
        Content::Text(text) => assert_eq!(received.body, text.as_bytes(), "{shown}"),
        Content::File(_) => assert_eq!(received.body, calls::FILE_CONTENT, "{shown}"),
    }
}

/// By the rules of RFC 7578, read strictly.
fn assert_parts(parts: &[Part], received: &Received, shown: &str) {
    let media_type = received.header("content-type").unwrap();
    let (_, boundary) = media_type.split_once("boundary=").unwrap();
    let mut rest = &received.body[..];
    let mut take = |until: &[u8]| {
        let mut windows = rest.windows(until.len());
        let at = windows.position(|window| window == until).expect(shown);
        let taken = &rest[..at];
        rest = &rest[at + until.len()..];
        taken
    };
    let boundary = boundary.trim_matches('"');
    assert!(
        take(format!("--{boundary}").as_bytes()).is_empty(),
        "{shown}"
    );
    for part in parts {
        let head = String::from_utf8_lossy(take(b"\r\n\r\n")).to_lowercase();
        let content = take(format!("\r\n--{boundary}").as_bytes());
        assert!(
            head.contains(&format!("name=\"{}\"", part.name)),
            "{head}: {shown}"
        );
        match &part.content {
            // `FormData` makes each line break CRLF (HTML, "constructing the entry list").
            PartContent::Text(text) => {
                let content = String::from_utf8_lossy(content).replace("\r\n", "\n");
                assert_eq!(content, text.replace("\r\n", "\n"), "{shown}");
            }
            PartContent::File(file) => {
                assert!(
                    head.contains(&format!("filename=\"{file}\"")),
                    "{head}: {shown}"
                );
                assert_eq!(content, calls::FILE_CONTENT, "{shown}");
            }
        }
    }
    assert_eq!(rest, b"--\r\n", "{shown}");
}

fn assert_printed(output: &Output, status: u16, shown: &str) {
    let answer = if status == 204 { "" } else { ANSWER };
    let printed = String::from_utf8_lossy(&output.stdout);
    assert_eq!(printed, format!("{answer}\nHTTP {status}\n"), "{shown}");
    assert_eq!(output.status.success(), status < 400, "{shown}");
}

fn shown(language: Language, folder: &Path, output: &Output) -> String {
    let program = fs::read_to_string(folder.join(language.file_name())).unwrap_or_default();
    format!("{language}: {output:#?}\n{program}")
}

/// Runs the programs of all calls, and one with a wrong key.
fn try_out(language: Language) {
    let Some(command) = command(language).filter(|command| is_there(command[0])) else {
        eprintln!("{language} is not here");
        return;
    };
    let server = Server::start();
    for (status, call) in calls::all() {
        let folder = folder(language, &call);
        let output = run(command, folder.path(), &server, SECRET_KEY);
        let shown = shown(language, folder.path(), &output);
        let [received] = &server.calls()[..] else {
            panic!("it is called once: {shown}");
        };
        assert_arrived(&call, received, &shown);
        assert_printed(&output, status, &shown);
        assert!(status >= 400 || output.stderr.is_empty(), "{shown}");
    }
    let folder = folder(language, &calls::plain());
    let output = run(command, folder.path(), &server, "another");
    let shown = shown(language, folder.path(), &output);
    assert!(
        server.calls().is_empty() && output.stdout.is_empty(),
        "{shown}"
    );
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("invalid_client"),
        "{shown}"
    );
    assert!(!output.status.success(), "{shown}");
}

#[test]
fn programs_for_sh_send_what_was_meant() {
    try_out(Language::Shell);
}

#[test]
fn programs_in_java_send_what_was_meant() {
    try_out(Language::Java);
}

#[test]
fn programs_in_php_send_what_was_meant() {
    try_out(Language::Php);
}

#[test]
fn programs_in_python_send_what_was_meant() {
    try_out(Language::Python);
}

#[test]
fn programs_in_javascript_send_what_was_meant() {
    try_out(Language::JavaScript);
}

#[test]
fn programs_in_go_send_what_was_meant() {
    try_out(Language::Go);
}

/// What precedes the program in `examples/program.rs`: a rule of ours that is none of theirs.
const BEFORE: &str =
    "#![expect(clippy::disallowed_methods, reason = \"a program of somebody else\")]\n";

/// `examples/program.rs` is the program of this call.
#[test]
fn a_program_in_rust_sends_what_was_meant() {
    let call = calls::document();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/program.rs");
    let generated = BEFORE.to_owned() + &program(Language::Rust, &call, Locale::En);
    if fs::read_to_string(&source).unwrap() != generated {
        let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join("program.rs");
        fs::write(&new, &generated).unwrap();
        panic!("Read it, and: cp {} {}", new.display(), source.display());
    }

    let binary = example("program");
    let server = Server::start();
    let output = run(
        &[binary.to_str().unwrap()],
        Path::new("."),
        &server,
        SECRET_KEY,
    );
    let shown = format!("{output:#?}");
    let received = server.calls();
    assert_arrived(&call, &received[0], &shown);
    assert_printed(&output, 200, &shown);

    let output = run(
        &[binary.to_str().unwrap()],
        Path::new("."),
        &server,
        "another",
    );
    assert!(String::from_utf8_lossy(&output.stderr).contains("invalid_client"));
    assert!(!output.status.success() && output.stdout.is_empty());
}

/// Compiled with the tests, beside their folder.
fn example(name: &str) -> PathBuf {
    let tests = env::current_exe().unwrap();
    let folder = tests.parent().and_then(Path::parent).unwrap();
    folder.join("examples").join(name)
}
