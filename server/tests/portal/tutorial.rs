//! The words that the tutorial in the hands of customers names: what it says to press or to fill
//! in is on the page that it says it of.

use crate::harness::{ANA, SMV_TRIAL, TestApp};

#[tokio::test]
async fn the_pages_say_what_the_tutorial_says() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let filed = app.requests(&ana, &group).await;
    app.approves(&app.carlos().await, &filed).await;
    let other_group = ana.creates_group("Banco Exemplo – Crédito").await;
    let draft = ana.writes(&other_group).await;
    let newcomer = app.signed_in("bia@outra-empresa.com.br", &[]).await;
    let step = |name: &str| format!("/solicitacoes/{draft}/{name}");
    let (application, review) = (step("aplicacao"), step("revisao"));
    let group = format!("/minhas-aplicacoes/{group}");

    let words: [(_, &str, &str, &[&str]); 6] = [
        (
            &ana,
            "/catalogo",
            ".menu a",
            &["Catálogo de APIs", "Minhas Aplicações"],
        ),
        (
            &newcomer,
            SMV_TRIAL,
            "label",
            &[
                "Empresa",
                "CNPJ",
                "Nome do Grupo de Permissão",
                "E-mail",
                "Telefone",
            ],
        ),
        (
            &ana,
            &application,
            "label",
            &["Nome da Aplicação do Time", "Descrição"],
        ),
        (
            &ana,
            &review,
            "h2, button",
            &[
                "Aplicação",
                "Identificação de usuário",
                "Finalizar solicitação",
            ],
        ),
        (&ana, "/minhas-aplicacoes", "main a", &["Ver detalhes"]),
        (&ana, &group, "dt", &["Chave pública", "Chave secreta"]),
    ];
    for (reader, address, selector, said) in words {
        let page = reader.get(address).await;
        let texts = page.texts(selector);
        for word in said {
            let is_said = texts.iter().any(|text| text.starts_with(word));
            assert!(is_said, "{word} is not among {texts:?} of {address}");
        }
    }
    assert_eq!(app.inbox.mails_to(ANA).len(), 2);
}

/// The tutorial shows the last button of the review on the right: after the way back.
#[tokio::test]
async fn the_button_that_ends_the_request_comes_last() {
    let (_app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.writes(&group).await;
    let page = ana.get(&format!("/solicitacoes/{draft}/revisao")).await;
    assert_eq!(
        page.texts(".actions--ends > *"),
        ["Voltar", "Finalizar solicitação"]
    );
}
