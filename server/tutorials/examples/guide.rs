//! Sets a Markdown file, to be looked at: `cargo run --example guide <file.md> <file.pdf>`.

use std::{env, error::Error, fs, time::Instant};

use articles::blocks::blocks;
use locales::Locale;
use tutorials::{Fact, Section, Tutorial, pdf};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (source, target) = arguments
        .next()
        .zip(arguments.next())
        .ok_or("guide <file.md> <file.pdf>")?;
    let markdown = fs::read_to_string(source)?;
    let tutorial = Tutorial {
        locale: Locale::PtBr,
        portal: "Balcão".to_owned(),
        name: "Guia".to_owned(),
        summary: "Um guia, para ver como fica.".to_owned(),
        facts: vec![Fact {
            name: "Endereço".to_owned(),
            value: "https://balcao.example".to_owned(),
            link: Some("https://balcao.example".to_owned()),
        }],
        sections: vec![Section {
            title: "Documentação".to_owned(),
            address: "https://balcao.example/catalogo/guia/documentacao".to_owned(),
            blocks: blocks(&markdown, Locale::PtBr)?,
        }],
    };
    let begun = Instant::now();
    let pdf = pdf(&tutorial)?;
    eprintln!("{} bytes in {:?}", pdf.len(), begun.elapsed());
    fs::write(target, pdf)?;
    Ok(())
}
