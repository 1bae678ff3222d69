//! What somebody prints, or has read aloud.

use super::{Pdf, SITE, set, tutorial};
use crate::pdf;

const GUIDE: &str = include_str!("../../../articles/src/tests/guide.md");

/// As one line.
fn words(text: &[String]) -> String {
    let text = text.join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_title_page_says_what_it_is_of_and_whose() {
    let text = set("Um texto.").text();
    let first = words(&text[..1]);
    for said in [
        "Portal Exemplo",
        "TUTORIAL",
        "Verificação",
        "Confirma um número.",
        "Versão: 1.2.0",
    ] {
        assert!(first.contains(said), "{said} is not in {first}");
    }
}

#[test]
fn contents_tell_the_page_of_each_heading_and_lead_there() {
    let long = "Palavra. ".repeat(2_000);
    let pdf = set(&format!(
        "## Primeiro\n\n{long}\n\n## Segundo\n\n### Detalhe\n\nFim."
    ));
    let text = pdf.text();
    let contents = words(&text[1..2]);
    let page = text.iter().rposition(|it| it.contains("Detalhe")).unwrap() + 1;
    assert!(page > 4);
    assert!(contents.starts_with("Conteúdo Documentação 3 Primeiro 3"));
    assert!(
        contents.contains(&format!("Segundo {page} Detalhe {page}")),
        "{contents}"
    );
    assert!(contents.ends_with(&format!("2 / {}", text.len())));
    assert_eq!(pdf.tags("TOCI"), 4);
    assert_eq!(pdf.all("/Subtype/Link").len(), 4);
    assert!(
        pdf.all("/Subtype/Link")
            .iter()
            .all(|link| link.contains("/Dest"))
    );
}

#[test]
fn each_part_is_what_it_is_to_those_who_hear_it() {
    let pdf = set(GUIDE);
    for (kind, count) in [
        ("H1", 2),
        ("Table", 2),
        ("THead", 2),
        ("Code", 5),
        ("BlockQuote", 1),
        ("Note", 1),
    ] {
        assert_eq!(pdf.tags(kind), count, "{kind}");
    }
    assert!(pdf.tags("H2") > 2 && pdf.tags("LBody") > 4 && pdf.tags("TD") > 8);
    assert_eq!(pdf.tags("TH"), 4 + 3);
    assert!(
        pdf.all("/S/TH/")
            .iter()
            .all(|it| it.contains("/Scope/Column"))
    );
    let root = pdf.all("/Type/Catalog")[0];
    assert!(root.contains("/Lang(pt-BR)") && root.contains("/Marked true"));
    assert!(root.contains("/DisplayDocTitle true"));
}

#[test]
fn links_lead_where_those_of_the_page_do() {
    let pdf = set(
        "## Campos\n\n[daqui](#s-campos) [da página](#s-nada) [do site](/catalogo) [ao lado](referencia) [de fora](https://a.example/b?c=d) <ana@a.example>",
    );
    let links = pdf.all("/Subtype/Link");
    let addresses: Vec<_> = links
        .iter()
        .filter_map(|link| link.split("/URI(").nth(1)?.split(')').next())
        .collect();
    assert_eq!(
        addresses,
        [
            &format!("{SITE}/catalogo/smv/documentacao#s-nada"),
            &format!("{SITE}/catalogo"),
            &format!("{SITE}/catalogo/smv/referencia"),
            "https://a.example/b?c=d",
            "mailto:ana@a.example",
        ]
    );
    // Two of the contents, and the first.
    let inside = links.iter().filter(|link| link.contains("/Dest"));
    assert_eq!(inside.count(), 3);
    assert!(links.iter().all(|link| link.contains("/Contents")));
}

#[test]
fn a_long_line_of_code_goes_on_in_the_next_one() {
    let call = format!("curl --header '{}' https://api.example", "x".repeat(300));
    let text = set(&format!("```sh\n{call}\n  recuado\n```")).text();
    let page = text[2].replace('\n', "");
    assert!(page.contains(&call), "{page}");
    assert!(page.contains("  recuado"));
    assert!(text[2].lines().all(|line| line.chars().count() < 130));
}

#[test]
fn cells_without_text_are_there() {
    let pdf = set("| a | b |\n|---|---|\n| c |   |\n|   | d |\n");
    assert_eq!((pdf.tags("TR"), pdf.tags("TH"), pdf.tags("TD")), (3, 2, 4));
}

#[test]
fn the_same_tutorial_is_always_the_same_file() {
    assert_eq!(
        pdf(&tutorial(GUIDE)).unwrap(),
        pdf(&tutorial(GUIDE)).unwrap()
    );
}

#[test]
fn nothing_of_a_guide_is_lost() {
    // What is in another colour is another line here.
    let letters = |text: &str| text.replace(char::is_whitespace, "");
    let text = letters(&set(GUIDE).text().concat());
    for said in [
        "Antes de começar",
        "uma aplicação aprovada",
        "Importante",
        "Grupo de permissões",
        "\"grant_type\": \"client_credentials\"",
        "5511999990000",
        "fora da rede",
        "<script>alert(\"não\")</script>",
        "Um minuto de diferença já é demais.",
    ] {
        assert!(text.contains(&letters(said)), "{said} is not in {text}");
    }
}

#[test]
fn fonts_are_within_the_file() {
    let pdf: Pdf = set(GUIDE);
    let fonts = pdf.all("/Type/FontDescriptor");
    assert_eq!(fonts.len(), 4);
    assert!(
        fonts
            .iter()
            .all(|font| font.contains("/FontFile2") && font.contains("+NotoSans"))
    );
}
