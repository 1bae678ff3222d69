//! `Phone`: what people write, and what is kept.

use proptest::prelude::*;
use values::{Phone, PhoneError};

use crate::vectors::rows;

#[test]
fn every_case_holds() {
    for [input, valid, e164, note] in rows(include_str!("../vectors/phone.tsv")) {
        let expected = (valid == "yes").then_some(e164);
        assert_eq!(
            Phone::parse(input).as_ref().map(Phone::e164).ok(),
            expected,
            "{input:?}: {note}"
        );
    }
}

#[test]
fn says_what_is_wrong() {
    let cases = [
        ("", PhoneError::Empty),
        (" () - ", PhoneError::Empty),
        ("11 9876A-4321", PhoneError::Character),
        ("++5511987654321", PhoneError::Character),
        ("+1 202 555 0123", PhoneError::Country),
        ("0800 123 4567", PhoneError::Service),
        ("+55 0300 123 4567", PhoneError::Service),
        ("32244455", PhoneError::AreaMissing),
        ("98765-4321", PhoneError::AreaMissing),
        ("(23) 98765-4321", PhoneError::AreaCode),
        ("(00) 98765-4321", PhoneError::AreaCode),
        ("(11) 8765-4321", PhoneError::Number),
        ("+55 11 98765", PhoneError::Number),
        ("1", PhoneError::Number),
    ];
    for (input, error) in cases {
        assert_eq!(Phone::parse(input), Err(error), "{input:?}");
    }
}

#[test]
fn what_came_along_with_a_paste_does_not_matter() {
    for typed in [
        "\u{200b}11 98765-4321",
        "\u{202a}+55 11 98765\u{2011}4321\u{202c}",
        "(11)\u{a0}98765\u{2013}4321\u{200e}",
        "11\u{2009}98765\u{2212}4321\n",
    ] {
        let phone = Phone::parse(typed);
        assert_eq!(
            phone.as_ref().map(Phone::e164),
            Ok("+5511987654321"),
            "{typed:?}"
        );
    }
}

#[test]
fn reads_as_brazilians_write_it() -> Result<(), PhoneError> {
    let mobile: Phone = "+5511987654321".parse()?;
    assert_eq!(mobile.national(), "(11) 98765-4321");
    let fixed: Phone = "6133224455".parse()?;
    assert_eq!(fixed.to_string(), "(61) 3322-4455");
    Ok(())
}

#[test]
fn there_are_sixty_seven_areas() {
    let known = (0..100).filter(|area| Phone::parse(&format!("{area:02}987654321")).is_ok());
    assert_eq!(known.count(), 67);
}

proptest! {
    #[test]
    fn what_is_kept_reads_as_itself(area in "[1-9][1-9]", number in "9[0-9]{8}|[2-5][0-9]{7}") {
        if let Ok(phone) = Phone::parse(&format!("{area}{number}")) {
            prop_assert_eq!(phone.e164(), format!("+55{area}{number}"));
            let (kept, shown) = (phone.e164().to_owned(), phone.national());
            for written in [kept[1..].to_owned(), kept, format!("0{shown}"), shown] {
                prop_assert_eq!(Phone::parse(&written)?, phone.clone());
            }
        }
    }

    #[test]
    fn no_text_is_too_strange(text in any::<String>(), near in "[+]?[0-9 ().+-]{0,20}") {
        for text in [text, near] {
            if let Ok(phone) = Phone::parse(&text) {
                prop_assert_eq!(Phone::parse(phone.e164())?, phone);
            }
        }
    }
}
