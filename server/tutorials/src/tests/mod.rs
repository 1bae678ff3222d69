//! What is in the PDF, read back from its bytes.

mod hostile;
mod reader;
mod set;

use articles::blocks::blocks;
use locales::Locale;

use self::reader::Pdf;
use crate::{Fact, Section, Tutorial, TutorialError, pdf};

const SITE: &str = "https://balcao.example";

/// A tutorial with one section.
fn tutorial(markdown: &str) -> Tutorial {
    Tutorial {
        locale: Locale::PtBr,
        portal: "Portal Exemplo".to_owned(),
        name: "Verificação".to_owned(),
        summary: "Confirma um número.".to_owned(),
        facts: vec![Fact {
            name: "Versão".to_owned(),
            value: "1.2.0".to_owned(),
            link: None,
        }],
        sections: vec![Section {
            title: "Documentação".to_owned(),
            address: format!("{SITE}/catalogo/smv/documentacao"),
            blocks: blocks(markdown, Locale::PtBr).unwrap(),
        }],
    }
}

fn set(markdown: &str) -> Pdf {
    Pdf::read(&pdf(&tutorial(markdown)).unwrap())
}

fn result(markdown: &str) -> Result<Pdf, TutorialError> {
    pdf(&tutorial(markdown)).map(|bytes| Pdf::read(&bytes))
}
