//! The keys of an approved application, and the credential made of them.

use std::{
    process::{Command, Output},
    time::Duration,
};

use axum::http::{StatusCode, header};
use base64::{Engine, engine::general_purpose::STANDARD};
use domain::audit::Action;
use locales::{
    Locale::{self, PtBr},
    applications, credential,
};

use super::Approved;
use crate::harness::{ANA, Answer, HTTPS};

impl Approved {
    /// Presses the button beside the secret key.
    pub(super) async fn reveal(&self) -> Answer {
        let page = self.page().await;
        let action = page.attributes(".key form", "action").remove(0);
        self.ana.post(&action, &[]).await
    }

    pub(super) fn key(&self, page: &Answer, kind: &str) -> String {
        page.text(&format!("[id='{kind}-{}']", self.id))
    }

    /// Both keys, as a page shows them that reveals.
    pub(super) fn keys(&self, page: &Answer) -> (String, String) {
        (
            self.key(page, "chave-publica"),
            self.key(page, "chave-secreta"),
        )
    }
}

#[tokio::test]
async fn the_secret_is_in_no_page_before_it_is_asked_for() {
    let it = Approved::start().await;
    let (public, secret) = it.keys(&it.reveal().await);
    let page = it.page().await;
    assert_eq!(it.key(&page, "chave-publica"), public);
    assert_eq!(public.len(), 20);
    assert_eq!(secret.len(), 36);
    assert!(
        page.text(".key__value--hidden")
            .ends_with(applications::hidden(PtBr))
    );
    for path in [
        format!("/minhas-aplicacoes/{}?aplicacao={}", it.group, it.id),
        format!("/solicitacoes/{}/pronto", it.id),
        "/minhas-aplicacoes".to_owned(),
    ] {
        let page = it.ana.get(&path).await;
        page.is(StatusCode::OK);
        assert!(!page.html().contains(&secret), "{path}");
    }
    let mails = it.app.inbox.mails_to(ANA);
    assert!(mails.iter().all(|mail| !mail.text.contains(&secret)));
    assert!(mails.iter().all(|mail| !mail.text.contains(&public)));
}

#[tokio::test]
async fn a_page_that_reveals_is_kept_nowhere_and_names_what_it_shows() {
    let it = Approved::start().await;
    let page = it.reveal().await;
    page.is(StatusCode::OK);
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    assert!(
        page.text("title")
            .starts_with("Chaves de Abertura de conta")
    );
    assert_eq!(page.attributes("details[open] .stub", "id"), [&*it.id]);
    let hide = format!(
        "/minhas-aplicacoes/{}?aplicacao={}#{}",
        it.group, it.id, it.id
    );
    assert!(page.attributes(".stub a", "href").contains(&hide));
    assert_eq!(page.texts(".key__value--hidden"), [""; 0]);
}

#[tokio::test]
async fn only_a_form_reveals() {
    let it = Approved::start().await;
    let address = format!("/minhas-aplicacoes/{}/{}/revelar", it.group, it.id);
    let answer = it.ana.get(&address).await;
    let page = it.ana.get(answer.location()).await;
    assert_eq!(page.attributes("details[open] .stub", "id"), [&*it.id]);
    assert_eq!(page.texts(".key__value--hidden").len(), 1);
    assert_eq!(it.app.trail(Action::SecretRevealed).await.len(), 0);
}

#[tokio::test]
async fn each_time_is_on_the_record() {
    let it = Approved::start().await;
    assert!(!it.page().await.html().contains("Revelada pela última vez"));
    let first = it.reveal().await;
    it.app.clock.advance(Duration::from_mins(20));
    let again = it.reveal().await;
    assert_eq!(it.keys(&first), it.keys(&again));

    let entries = it.app.trail(Action::SecretRevealed).await;
    assert_eq!(entries.len(), 2);
    for (entry, answer) in entries.iter().zip([first, again]) {
        assert_eq!(entry.actor.as_deref(), Some(ANA));
        assert_eq!(entry.about.to_string(), it.id);
        let request_id = answer.headers["x-request-id"].to_str().unwrap();
        assert_eq!(entry.request_id.as_deref(), Some(request_id));
    }
    let last = applications::last_revealed(PtBr, "7 de setembro de 2026, 9h21");
    assert!(it.page().await.text(".stub").contains(&last));
}

#[tokio::test]
async fn each_application_has_keys_of_its_own() {
    let it = Approved::start().await;
    let shown = it.reveal().await;
    let carlos = it.app.signs_in("carlos@balcao.example").await;
    let second = it.app.requests(&it.ana, &it.group).await;
    it.app.approves(&carlos, &second).await;
    let address = format!("/minhas-aplicacoes/{}/{second}/revelar", it.group);
    let page = it.ana.post(&address, &[]).await;
    assert_ne!(
        it.key(&page, "chave-publica"),
        page.text(&format!("[id='chave-publica-{second}']"))
    );
    assert_eq!(
        page.texts("[id^=chave-secreta]").len(),
        1,
        "of the other there is no secret"
    );
    let (_, first_secret) = it.keys(&shown);
    assert!(!page.html().contains(&first_secret));
}

#[tokio::test]
async fn the_credential_is_handed_to_the_browser() {
    let it = Approved::start().await;
    let page = it.reveal().await;
    let (public, secret) = it.keys(&page);
    let props = page
        .attributes(
            "leptos-island[data-component^=CredentialReceipt]",
            "data-props",
        )
        .remove(0);
    for value in [&public, &secret, &format!("{HTTPS}/oauth2/v1/token")] {
        assert!(props.contains(&format!("\"{value}\"")), "{props}");
    }
    for locale in Locale::ALL {
        it.ana.reads_in(locale).await;
        let page = it.reveal().await;
        assert_eq!(page.text(".receipt h3"), credential::title(locale));
        assert!(
            page.text(".receipt")
                .contains(credential::built_by_shell(locale))
        );
    }
}

#[tokio::test]
async fn neither_keys_nor_commands_are_translated() {
    let it = Approved::start().await;
    let page = it.reveal().await;
    for (all, kept) in [
        (".key__value", ".key__value[translate=no]"),
        (".receipt pre", ".receipt pre[translate=no]"),
    ] {
        let all = page.texts(all);
        assert!(all.len() > 1, "{all:?}");
        assert_eq!(page.texts(kept), all);
    }
}

fn runs(line: &str) -> Output {
    Command::new("sh").args(["-c", line]).output().unwrap()
}

#[tokio::test]
async fn without_scripts_the_shell_builds_the_credential() {
    let it = Approved::start().await;
    let page = it.reveal().await;
    let (public, secret) = it.keys(&page);
    let [line, powershell, command, others @ ..] = &page.raw_texts(".receipt pre")[..] else {
        panic!("there is no command");
    };
    assert!(powershell.contains(&format!("'{public}:{secret}'")));
    assert_eq!(others.len(), 2, "one for each shell of Windows");
    assert!(line.starts_with(&format!("printf %s '{public}:{secret}' | base64")));
    let built = String::from_utf8(runs(line).stdout).unwrap();
    assert_eq!(built, STANDARD.encode(format!("{public}:{secret}")));

    // The whole command as the shell sees it, but for the call itself.
    let spoken = command.replacen("curl", "printf '%s\\n'", 1);
    let words = String::from_utf8(runs(&spoken).stdout).unwrap();
    let words: Vec<_> = words.lines().collect();
    let url = format!("{HTTPS}/oauth2/v1/token");
    let head = format!("x-client-auth: Basic {built}");
    let grant = "grant_type=client_credentials";
    assert_eq!(words, ["-sS", &url, "-H", &head, "-d", grant]);
}
