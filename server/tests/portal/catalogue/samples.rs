//! The programs of an API's operations, and its calls as files for Postman and Bruno.

#[path = "../../../samples/src/tests/grammars.rs"]
mod grammars;

use std::collections::BTreeSet;

use axum::http::{StatusCode, header};
use locales::{
    Locale::{En, Es, PtBr},
    api, common, reference,
};
use samples::Language;
use serde_json::Value;

use super::{ALL, reads, with_catalogue};
use crate::harness::{Answer, HTTPS, TestApp, Visitor};

const LANGUAGES: [&str; 10] = [
    "Shell",
    "Windows (cmd)",
    "PowerShell",
    "Java",
    "PHP",
    "Python",
    "JavaScript",
    "C#",
    "Go",
    "Rust",
];

/// What a program is run by, on its page.
fn commands(page: &Answer) -> String {
    page.raw_texts("#comandos").concat()
}

#[tokio::test]
async fn there_is_a_program_in_each_language() {
    let app = with_catalogue().await;
    let names = LANGUAGES.map(|language| format!("{} {language}", api::program_in(PtBr)));
    for path in ALL {
        let page = app.visitor().get(&format!("{path}/exemplos")).await;
        assert_eq!(page.texts("#programa .local-nav a"), names, "{path}");
        let mut programs = BTreeSet::new();
        let links = page.attributes("#programa .local-nav a", "href");
        for (language, link) in Language::ALL.into_iter().zip(links) {
            let address = format!("{path}/exemplos{}", link.trim_end_matches("#programa"));
            let page = app.visitor().get(&address).await;
            let program = page.texts("#programa > .code code").concat();
            assert!(program.len() > 100, "{address}");
            let file = language.file_name();
            assert!(page.text("#executar").contains(file), "{address}");
            let last = commands(&page).lines().last().unwrap().to_owned();
            let command = last.trim_end_matches(" --project call");
            assert!(program.contains(command), "{address}: {command}");
            programs.insert(program);
        }
        assert_eq!(programs.len(), LANGUAGES.len(), "{path}");
    }
}

/// Languages that run on no machine of ours.
#[tokio::test]
async fn the_program_of_each_operation_is_whole() {
    let app = with_catalogue().await;
    for path in ALL {
        let reference = app.visitor().get(&format!("{path}/referencia")).await;
        for operation in reference.attributes("article.operation", "id") {
            let program = async |language: &str| {
                let address = format!("{path}/exemplos?operacao={operation}&linguagem={language}");
                let page = app.visitor().get(&address).await;
                page.raw_texts("#programa > .code code").concat()
            };
            let (csharp, powershell) = (program("csharp").await, program("powershell").await);
            assert!(csharp.contains("HttpClient") && powershell.contains("$client"));
            assert_eq!(grammars::mistake_in_csharp(&csharp), None, "{csharp}");
            let mistake = grammars::mistake_in_powershell(&powershell);
            assert_eq!(mistake, None, "{powershell}");
        }
    }
}

#[tokio::test]
async fn the_language_that_was_chosen_is_remembered() {
    let app = with_catalogue().await;
    let visitor = app.visitor();
    let said = api::program_in(PtBr);
    let chosen = |page: &Answer| {
        page.text("#programa [aria-current]")
            .replace(said, "")
            .trim()
            .to_owned()
    };
    let page = visitor.get("/catalogo/smv/exemplos").await;
    assert_eq!(chosen(&page), "Shell");
    assert_eq!(page.header(header::SET_COOKIE), "");
    let page = visitor.get("/catalogo/smv/exemplos?linguagem=rust").await;
    assert_eq!(chosen(&page), "Rust");
    let page = visitor.get("/catalogo/crm-na-nuvem/exemplos").await;
    assert_eq!(chosen(&page), "Rust");
    for unknown in ["cobol", "", "%20"] {
        let address = format!("/catalogo/smv/exemplos?linguagem={unknown}");
        assert_eq!(chosen(&visitor.get(&address).await), "Rust", "{unknown}");
    }
}

#[tokio::test]
async fn the_call_of_the_operation_that_was_chosen_is_shown() {
    let app = with_catalogue().await;
    let page = app.visitor().get("/catalogo/smv/exemplos").await;
    assert_eq!(page.texts("#operacao"), [""; 0]);
    let call = page.raw_texts("#chamada-texto").concat();
    let start = "POST /identity/v1/mobileidentities/smvs\nx-client-auth: Bearer …\nAccept: application/json\n\
                 Content-Type: application/json\n\n{\n  \"data\": {\n    \"msisdn\": \"5511999990200\",";
    assert!(call.starts_with(start), "{call}");

    let address = "/catalogo/crm-na-nuvem/exemplos?operacao=read-contact&linguagem=go";
    let page = app.visitor().get(address).await;
    let names = page.texts("#operacao option");
    assert_eq!(names.len(), 5);
    assert_eq!(page.texts("#operacao [selected]"), ["Ler um contato"]);
    let call = page.raw_texts("#chamada-texto").concat();
    assert!(call.starts_with("GET /crm/v1/contacts/1001\n"), "{call}");
    let kept = page.attributes("#programa .local-nav a", "href");
    assert!(
        kept.iter().all(|it| it.contains("&operacao=read-contact")),
        "{kept:?}"
    );
    let reference = "/catalogo/crm-na-nuvem/referencia#read-contact";
    assert_eq!(page.attributes("#chamada p a", "href"), [reference]);
}

#[tokio::test]
async fn samples_come_with_the_variables_that_they_read() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let set = |key: &str| {
        format!(
            "export BALCAO_URL='{HTTPS}'\n\
             export BALCAO_PUBLIC_KEY='{key}'\n\
             export BALCAO_SECRET_KEY='…'"
        )
    };
    let variables = async |visitor: &Visitor, path: &str| {
        let page = visitor.get(&format!("{path}/exemplos")).await;
        page.raw_texts("#variaveis").remove(0)
    };
    let id = app.requests(&ana, &group).await;
    assert_eq!(variables(&ana, ALL[0]).await, set("…"));
    app.approves(&app.carlos().await, &id).await;
    let page = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    let key = page.text(&format!("[id='chave-publica-{id}']"));
    assert_eq!(variables(&ana, ALL[0]).await, set(&key));
    assert_eq!(variables(&ana, ALL[1]).await, set("…"));
    assert_eq!(variables(&app.visitor(), ALL[0]).await, set("…"));
    let page = ana.get(&format!("{}/exemplos", ALL[0])).await;
    for id in page.attributes("main code", "id") {
        assert_eq!(page.texts(&format!("[id='{id}']")).len(), 1, "{id}");
    }
    let label = common::copy_what(PtBr, "Java.java");
    let page = ana
        .get(&format!("{}/exemplos?linguagem=java", ALL[0]))
        .await;
    assert_eq!(
        page.attributes("#programa > .code button", "aria-label"),
        [label]
    );
}

#[tokio::test]
async fn samples_speak_the_readers_language_and_have_their_parts_in_colours() {
    let app = with_catalogue().await;
    let said = [
        (PtBr, "Troca as duas chaves por um token."),
        (En, "Exchanges the two keys for a token."),
        (Es, "Cambia las dos claves por un token."),
    ];
    for (locale, comment) in said {
        let mut sources = String::new();
        for language in Language::ALL {
            let address = format!("/catalogo/smv/exemplos?linguagem={language}");
            let page = reads(&app, locale, &address).await;
            sources += &page.raw_texts("#programa > .code code").concat();
            for kind in ["hl-string", "hl-keyword"] {
                let coloured = page.texts(&format!("#exemplo-{language} .{kind}"));
                assert!(!coloured.is_empty(), "{language} {kind}");
            }
        }
        let java = reads(&app, locale, "/catalogo/smv/exemplos?linguagem=java").await;
        let comments = java.raw_texts("#exemplo-java .hl-comment");
        assert!(
            comments.contains(&format!("/** {comment} */")),
            "{comments:?}"
        );
        for (other, comment) in said {
            assert_eq!(
                sources.contains(comment),
                other == locale,
                "{locale:?}: {comment}"
            );
        }
    }
}

#[tokio::test]
async fn each_operation_has_its_program_and_its_own_place_in_the_reference() {
    let app = with_catalogue().await;
    for path in ALL {
        let page = app.visitor().get(&format!("{path}/referencia")).await;
        let operations = page.attributes("article.operation", "id");
        let titles = page.texts("article.operation h3 > a");
        let programs = page.attributes(".operation__links a[href*='/exemplos']", "href");
        assert_eq!(programs.len(), operations.len());
        let labels = page.attributes(".operation__links a[href*='/exemplos']", "aria-label");
        for ((operation, title), (address, label)) in operations
            .iter()
            .zip(&titles)
            .zip(programs.iter().zip(&labels))
        {
            assert_eq!(*address, format!("{path}/exemplos?operacao={operation}"));
            assert_eq!(*label, reference::see_program_of(PtBr, title));
            let python = format!("{address}&linguagem=python");
            let page = app.visitor().get(&python).await;
            let program = page.raw_texts("#exemplo-python").concat();
            assert!(program.starts_with(&format!("# {title}")), "{program}");
            let back = format!("{path}/referencia#{operation}");
            assert_eq!(page.attributes("#chamada p a", "href"), [back]);
        }
    }
}

#[tokio::test]
async fn whoever_types_into_a_terminal_of_windows_finds_its_commands_first() {
    let app = with_catalogue().await;
    for (language, open) in [
        ("python", "variaveis"),
        ("cmd", "variaveis-cmd"),
        ("powershell", "variaveis-powershell"),
    ] {
        let address = format!("/catalogo/smv/exemplos?linguagem={language}");
        let page = app.visitor().get(&address).await;
        assert_eq!(
            page.attributes("#executar details[open] code", "id"),
            [open]
        );
    }
}

/// A file as the reader gets it.
async fn file(visitor: &Visitor, path: &str, name: &str) -> Value {
    let answer = visitor.get(&format!("{path}/{name}.json")).await;
    answer.is(StatusCode::OK);
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/json");
    let slug = path.rsplit('/').next().unwrap();
    let disposition = format!("attachment; filename=\"{slug}.{name}.json\"");
    assert_eq!(answer.header(header::CONTENT_DISPOSITION), disposition);
    serde_json::from_str(answer.html()).unwrap()
}

#[tokio::test]
async fn all_operations_are_in_a_file_for_postman_and_one_for_bruno() {
    let app = with_catalogue().await;
    for path in ALL {
        let visitor = app.visitor();
        let page = visitor.get(&format!("{path}/exemplos")).await;
        assert_eq!(
            page.attributes("#colecoes a[download]", "href"),
            [format!("{path}/postman.json"), format!("{path}/bruno.json")]
        );
        let operations = visitor.get(&format!("{path}/referencia")).await;
        let titles = operations.texts("article.operation h3 > a");
        for (program, items, variable) in [
            ("postman", "/item", "/variable/0/value"),
            ("bruno", "/items", "/environments/0/variables/0/value"),
        ] {
            let file = file(&visitor, path, program).await;
            let items = file.pointer(items).unwrap().as_array().unwrap();
            let names: Vec<_> = items
                .iter()
                .map(|item| item["name"].as_str().unwrap())
                .collect();
            assert_eq!(names, titles, "{path} {program}");
            assert_eq!(file.pointer(variable).unwrap(), HTTPS);
        }
    }
    for nowhere in ["postman", "bruno"] {
        let address = format!("/catalogo/nenhuma/{nowhere}.json");
        app.visitor().get(&address).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn ones_own_public_key_is_in_the_files_and_the_secret_key_never_is() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let id = app.requests(&ana, &group).await;
    app.approves(&app.carlos().await, &id).await;
    let program = app.program_of(&ana, &group, &id).await;
    for (name, keys) in [
        ("postman", ["/variable/1/value", "/variable/2/value"]),
        (
            "bruno",
            [
                "/environments/0/variables/1/value",
                "/environments/0/variables/2/value",
            ],
        ),
    ] {
        let found = |file: &Value| keys.map(|key| file.pointer(key).unwrap().to_string());
        let own = file(&ana, ALL[0], name).await;
        let public = format!("\"{}\"", program.public_key);
        assert_eq!(found(&own), [public, "\"\"".to_owned()]);
        assert!(!own.to_string().contains(&program.secret_key));
        let answer = ana.get(&format!("{}/{name}.json", ALL[0])).await;
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
        let strangers = file(&app.visitor(), ALL[0], name).await;
        assert_eq!(found(&strangers), ["\"\""; 2]);
    }
}

#[tokio::test]
async fn whose_key_is_missing_is_said() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let lead = async |visitor: &Visitor| {
        let page = visitor.get("/catalogo/smv/exemplos").await;
        page.texts("#executar > p").remove(0)
    };
    assert_eq!(lead(&ana).await, api::variables_lead(PtBr));
    let id = app.requests(&ana, &group).await;
    app.approves(&app.carlos().await, &id).await;
    assert_eq!(lead(&ana).await, api::variables_own(PtBr));
    assert_eq!(lead(&app.visitor()).await, api::variables_lead(PtBr));
}
