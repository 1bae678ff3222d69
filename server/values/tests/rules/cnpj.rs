//! `Cnpj`: strict, as typed, and live.

use proptest::prelude::*;
use values::cnpj::{Cnpj, CnpjError, check_typed, count_typed, mask_typed, place_after};

use crate::vectors::rows;

const BANK: &str = "00000000000191";
const ALPHANUMERIC: &str = "12ABC34501DE35";

#[test]
fn every_published_case_holds() {
    for [input, valid, note] in rows(include_str!("../vectors/cnpj.tsv")) {
        assert_eq!(
            Cnpj::parse(input).is_ok(),
            valid == "yes",
            "{input:?}: {note}"
        );
    }
}

#[test]
fn says_which_rule_is_broken() {
    let cases = [
        ("", CnpjError::Length),
        ("12345678901", CnpjError::Length),
        ("12ABC34501DE355", CnpjError::Length),
        ("12abc34501de35", CnpjError::Character),
        ("12ABC34501DE3٣", CnpjError::Character),
        ("12ABC34501DEAB", CnpjError::Character),
        ("12.ABC.34501DE-35", CnpjError::Character),
        ("77777777777777", CnpjError::Repeated),
        ("12ABC34501DE36", CnpjError::CheckDigit),
    ];
    for (input, error) in cases {
        assert_eq!(Cnpj::parse(input), Err(error), "{input:?}");
    }
}

#[test]
fn shows_itself_bare_masked_and_by_root() -> Result<(), CnpjError> {
    let cnpj: Cnpj = "12.ABC.345/01DE-35".parse()?;
    assert_eq!(cnpj.as_str(), ALPHANUMERIC);
    assert_eq!(cnpj.masked(), "12.ABC.345/01DE-35");
    assert_eq!(cnpj.to_string(), cnpj.masked());
    assert_eq!(cnpj.root(), "12ABC345");
    assert_eq!(cnpj.establishment(), "01DE");
    assert!(!cnpj.is_head_office());
    Ok(())
}

#[test]
fn forms_are_lenient_about_case_and_punctuation_only() {
    for typed in [
        " 12.abc.345/01de-35\n",
        "12 ABC 345 01DE 35",
        "12abc34501de-35",
        "\u{a0}12ABC34501DE35",
        "12ABC34501DE\u{2011}35",
        "12.ABC.345/01DE\u{2013}35",
        "12ABC\u{200b}34501DE35\u{feff}",
        "\u{202a}12.ABC.345/01DE-35\u{202c}",
        "12\u{2009}ABC\u{3000}345\t01DE\n35",
    ] {
        assert_eq!(
            Cnpj::from_typed(typed),
            Cnpj::parse(ALPHANUMERIC),
            "{typed:?}"
        );
    }
    for typed in ["12ABC34501DE3５", "12_ABC34501DE35", "12ABC34501DE35\0"] {
        assert_eq!(
            Cnpj::from_typed(typed),
            Err(CnpjError::Character),
            "{typed:?}"
        );
    }
}

#[test]
fn the_mask_grows_with_what_is_typed() {
    let cases = [
        ("", ""),
        ("12", "12"),
        ("12a", "12.A"),
        ("12.abc.", "12.ABC"),
        ("12abc3450", "12.ABC.345/0"),
        ("12abc34501de3", "12.ABC.345/01DE-3"),
        ("12abc34501de35999", "12.ABC.345/01DE-35999"),
        ("1ç2", "1ç.2"),
        ("12\u{200b}abc \u{2013} 3", "12.ABC.3"),
    ];
    for (typed, shown) in cases {
        assert_eq!(mask_typed(typed), shown, "{typed:?}");
    }
}

/// One digit too many must not look right, be it typed, pasted, or handed in without a script.
#[test]
fn nothing_is_cut_off_by_mask_live_word_or_server() {
    let pasted = "00.000.000/0001-911";
    assert_eq!(mask_typed(pasted), pasted);
    assert_eq!(check_typed(pasted), Some(Err(CnpjError::Length)));
    assert_eq!(Cnpj::from_typed(pasted), Err(CnpjError::Length));
}

#[test]
fn a_caret_stays_behind_the_same_character() {
    for (typed, caret, masked) in [
        ("12.ABC", 6, 6),
        ("12.aBC.345", 4, 4),
        ("129.ABC.345", 3, 4),
        ("1.ABC.345", 1, 1),
        ("12ABC", 3, 4),
        ("12ABC", 0, 0),
        ("12ABC", 2, 2),
        ("00.000.000/0001-911", 19, 19),
    ] {
        let before: String = typed.chars().take(caret).collect();
        let place = place_after(&mask_typed(typed), count_typed(&before));
        assert_eq!(place, masked, "{typed} at {caret}");
    }
}

#[test]
fn live_feedback_waits_until_there_is_something_to_say() {
    for unfinished in ["", " ", "12.ABC", "12abc34501de", "12.ABC.345/01DE-3"] {
        assert_eq!(check_typed(unfinished), None, "{unfinished:?}");
    }
    let cases = [
        ("12.ABÇ", CnpjError::Character),
        ("12ABC34501DEA", CnpjError::Character),
        ("12ABC34501DE36", CnpjError::CheckDigit),
        ("11111111111111", CnpjError::Repeated),
        ("12ABC34501DE351", CnpjError::Length),
    ];
    for (typed, error) in cases {
        assert_eq!(check_typed(typed), Some(Err(error)), "{typed:?}");
    }
    assert_eq!(check_typed(BANK), Some(Cnpj::parse(BANK)));
}

/// The two digits for a base, written out from the norm and not shared with the code under test.
fn check_digits(base: &str) -> String {
    let digit = |characters: &str, weights: &[u32]| {
        let sum: u32 = characters
            .bytes()
            .zip(weights)
            .map(|(c, weight)| (u32::from(c) - 48) * weight)
            .sum();
        if sum % 11 < 2 { 0 } else { 11 - sum % 11 }
    };
    let first = digit(base, &[5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
    let second = digit(
        &format!("{base}{first}"),
        &[6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
    );
    format!("{first}{second}")
}

fn base() -> impl Strategy<Value = String> {
    "[0-9A-Z]{12}".prop_filter("one digit repeated", |base| {
        base.bytes().any(|c| c != base.as_bytes()[0])
    })
}

proptest! {
    #[test]
    fn a_base_is_valid_with_its_check_digits_and_with_no_others(
        base in base(), digits in "[0-9]{2}",
    ) {
        let right = check_digits(&base);
        let right_one = format!("{base}{right}");
        prop_assert!(Cnpj::parse(&right_one).is_ok());
        prop_assert_eq!(Cnpj::parse(&format!("{base}{digits}")).is_ok(), digits == right);
    }

    #[test]
    fn the_mask_can_be_read_back(base in base()) {
        let cnpj = Cnpj::parse(&format!("{base}{}", check_digits(&base)))?;
        let masked = cnpj.masked();
        prop_assert_eq!(Cnpj::parse(&masked)?, cnpj.clone());
        prop_assert_eq!(Cnpj::from_typed(&masked.to_lowercase())?, cnpj.clone());
        prop_assert_eq!(mask_typed(cnpj.as_str()), masked);
    }

    #[test]
    fn another_character_in_the_base_is_noticed_unless_the_check_digits_agree(
        base in base(), at in 0_usize..12, other in "[0-9A-Z]",
    ) {
        let mut changed = base.clone();
        changed.replace_range(at..=at, &other);
        let digits = check_digits(&base);
        let candidate = format!("{changed}{digits}");
        let repeated = candidate.bytes().all(|c| c == candidate.as_bytes()[0]);
        let expected = check_digits(&changed) == digits && !repeated;
        prop_assert_eq!(Cnpj::parse(&candidate).is_ok(), expected);
    }

    #[test]
    fn masking_twice_is_masking_once(typed in any::<String>()) {
        let shown = mask_typed(&typed);
        prop_assert_eq!(mask_typed(&shown), shown);
    }

    #[test]
    fn mask_and_server_judge_alike(typed in any::<String>(), near in "[0-9A-Za-z ./\u{2010}\u{200b}_-]{0,24}") {
        for typed in [typed, near] {
            prop_assert_eq!(Cnpj::from_typed(&mask_typed(&typed)), Cnpj::from_typed(&typed));
        }
    }

    #[test]
    fn no_text_is_too_strange(text in any::<String>()) {
        let strict = Cnpj::parse(&text);
        let typed = Cnpj::from_typed(&text);
        prop_assert!(strict.is_err() || strict == typed);
        prop_assert!(check_typed(&text).is_none_or(|verdict| verdict == typed));
    }
}
