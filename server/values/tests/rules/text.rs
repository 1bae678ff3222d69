//! Names and descriptions.

use proptest::prelude::*;
use values::{
    ApplicationName, Description, GroupName, LegalName, PersonName, SecretLabel, TextError,
};

fn name(raw: &str) -> Result<String, TextError> {
    PersonName::parse(raw).map(|name| name.to_string())
}

fn description(raw: &str) -> Result<String, TextError> {
    Description::parse(raw).map(|text| text.as_str().to_owned())
}

#[test]
fn names_are_tidied() {
    assert_eq!(
        name("  Ana \t Maria\u{a0}\r\n "),
        Ok("Ana Maria".to_owned())
    );
    assert_eq!(name("Joa\u{303}o"), Ok("João".to_owned()));
    assert_eq!(name("\u{feff}Ana\u{200b}"), Ok("Ana".to_owned()));
    assert_eq!(name("A\u{200d}n\u{ad}a\u{202e}"), Ok("Ana".to_owned()));
    assert_eq!(name("Joa\u{200b}\u{303}o"), Ok("João".to_owned()));
    for empty in ["\u{3164}", "\u{2800} \u{200b}"] {
        assert_eq!(name(empty), Err(TextError::Empty), "{empty:?}");
    }
}

#[test]
fn names_of_people_are_taken_as_they_are() {
    for own in [
        "D'Ávila",
        "O’Connor",
        "Conceição",
        "J. R. R.",
        "李",
        "Nguyễn",
        "Σωκράτης",
        "X Æ A-12",
        "Sá-Carneiro",
        "J.Comelli",
        "J.R.R.Tolkien",
        "Maria da S. Júnior",
        "O'Neill",
        "João-Pedro",
        "Silva Jr.",
        "Müller-Lüdenscheidt",
        "Henrique VIII",
        "Gal·la",
    ] {
        assert_eq!(name(own), Ok(own.to_owned()));
    }
}

#[test]
fn a_name_carries_no_markup_no_address_and_no_control_characters() {
    let unfit = [
        "<b>Ana</b>",
        "Ana >",
        "http ana",
        "Ganhe em WWW.premio",
        "premio.com",
        "bit.ly/x",
        "ana@empresa",
        "12345",
        "Pix de R$ 500 liberado: confirme em premio-banco.net",
        "Confirme em premio-banco.net",
        "premio-banco.net,",
        "(premio.xyz)",
        "ｐｒｅｍｉｏ．ｎｅｔ",
        "premio。net",
        "Ana.Souza",
        "x.co",
        "T.Me",
        "J.souza",
        "10.0.0.1",
        "Pix R$ 500",
        "Ganhe € 9",
        "Ganhe ＄9",
        "Ligue 4004-1234",
        "mailto:ana",
        "Ganhe já!",
        "1 2",
        "١٢٣",
        "Ana\u{0}",
        "Ana\u{1b}[1m",
    ];
    for raw in unfit {
        assert_eq!(name(raw), Err(TextError::Character), "{raw:?}");
    }
}

#[test]
fn lengths_are_bounded_in_characters() {
    assert_eq!(name(" \n "), Err(TextError::Empty));
    assert_eq!(name(&"é".repeat(80)), Ok("é".repeat(80)));
    assert_eq!(name(&"é".repeat(81)), Err(TextError::TooLong { max: 80 }));
    assert_eq!(LegalName::parse("A"), Err(TextError::TooShort { min: 2 }));
    assert_eq!(GroupName::parse("A"), Err(TextError::TooShort { min: 2 }));
    assert_eq!(
        LegalName::parse(&"A".repeat(151)),
        Err(TextError::TooLong { max: 150 })
    );
    assert_eq!(
        Description::parse("Curta"),
        Err(TextError::TooShort { min: 10 })
    );
    assert_eq!(
        (ApplicationName::MIN_CHARS, ApplicationName::MAX_CHARS),
        (2, 80)
    );
    assert_eq!(SecretLabel::parse(" k ").unwrap().as_str(), "k");
    assert_eq!(
        SecretLabel::parse(&"k".repeat(61)),
        Err(TextError::TooLong { max: 60 })
    );
}

#[test]
fn companies_and_their_things_may_have_digits_and_slashes() {
    assert!(LegalName::parse("3M S/A & Cia. Ltda.").is_ok());
    assert!(GroupName::parse("99 / Crédito").is_ok());
    assert!(ApplicationName::parse("www.loja.com.br: cadastro").is_ok());
    assert_eq!(GroupName::parse("Loja\0"), Err(TextError::Character));
    // A name keeps the dash that was typed.
    let name = GroupName::parse("Loja\u{200d} –\u{a0}Crédito");
    assert_eq!(name.unwrap().as_str(), "Loja – Crédito");
}

#[test]
fn a_description_keeps_its_paragraphs() {
    let typed = " Conferir o telefone  \r\nno cadastro.\r\n\r\n\r\n\tE no login.\r ";
    assert_eq!(
        description(typed),
        Ok("Conferir o telefone\nno cadastro.\n\nE no login.".to_owned())
    );
}

proptest! {
    #[test]
    fn a_tidy_text_stays_as_it_is(
        raw in any::<String>(), paragraphs in "[a-z \r\n\t\u{2028}]{0,60}",
    ) {
        if let Ok(once) = name(&raw) {
            prop_assert!(!once.contains(char::is_control));
            prop_assert_eq!(name(&once), Ok(once.clone()));
        }
        for raw in [raw, paragraphs] {
            if let Ok(once) = description(&raw) {
                prop_assert_eq!(description(&once), Ok(once.clone()));
            }
        }
    }
}
