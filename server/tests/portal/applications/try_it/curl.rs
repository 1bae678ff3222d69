//! The commands that do in a terminal what "Testar agora" did.

use std::process::Command;

use super::{Approved, CONNECTED};
use crate::harness::HTTPS;

/// The commands as the shell runs them, with a `curl` that answers for the token and shows what
/// else it is called with.
const SCRIPT: &str = r#"
curl() {
  if [ "$2" = "$TOKEN_URL" ]; then printf %s "$ANSWER"; else printf '%s\n' "$@"; fi
}
"#;

#[tokio::test]
async fn the_commands_do_the_same() {
    let it = Approved::start().await;
    let page = it.tries(CONNECTED).await;
    let commands = page.raw_texts(".receipt pre[id$=-sh]");
    assert_eq!(commands.len(), 2);
    // The commands for other shells are tested where they are made.
    assert_eq!(page.raw_texts(".receipt pre[id$=-cmd]").len(), 2);
    assert_eq!(page.raw_texts(".receipt pre[id$=-powershell]").len(), 2);
    let program = it.program().await;
    let answer = program.asks_for_token().await;
    let token = answer.html().split('"').nth(35).unwrap();
    let output = Command::new("sh")
        .args(["-c", &format!("{SCRIPT}{}", commands.join("\n"))])
        .env("TOKEN_URL", format!("{HTTPS}/oauth2/v1/token"))
        .env("ANSWER", answer.html())
        .output()
        .unwrap();
    let output = String::from_utf8(output.stdout).unwrap();
    let mut lines = output.lines();
    assert_eq!(lines.next(), Some(answer.html().trim_end()), "it is shown");
    let words: Vec<_> = lines.collect();
    let url = format!("{HTTPS}/identity/v1/mobileidentities/smvs");
    let bearer = format!("x-client-auth: Bearer {token}");
    let json = "content-type: application/json";
    let ticket = format!(
        "/minhas-aplicacoes/{}?aplicacao={id}#{id}",
        it.group,
        id = it.id
    );
    assert_eq!(page.attributes(".receipt a", "href"), [ticket]);
    let (head, body) = words.split_at(words.len() - 1);
    assert_eq!(
        head,
        [
            "-sS", "-i", "-X", "POST", &url, "-H", &bearer, "-H", json, "-d"
        ]
    );
    assert!(body[0].contains("5511999990200"), "{body:?}");
}

#[tokio::test]
async fn neither_commands_nor_what_was_sent_is_translated() {
    let it = Approved::start().await;
    let page = it.tries(CONNECTED).await;
    let all = page.texts("pre");
    assert!(all.len() > 6, "{all:?}");
    assert_eq!(page.texts("pre[translate=no]"), all);
}
