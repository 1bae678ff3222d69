//! Joins names into a list.
//!
//! ICU would write "Ana y Íñigo": its rule for the Spanish "e" does not know the accent.

use crate::Locale;

texts! {
    and = { pt: " e ", en: " and ", es: " y " };
}

/// Puts commas between names, and the word "and" before the last: "Ana, Bia e Ivo".
#[must_use]
pub fn joined(names: &[impl AsRef<str>], locale: Locale) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match &names[..] {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => [&first.join(", "), and_before(last, locale), last].concat(),
    }
}

/// Spanish says "e" before the sound of an i.
fn and_before(name: &str, locale: Locale) -> &'static str {
    if locale == Locale::Es && sounds_like_i(name) {
        " e "
    } else {
        and(locale)
    }
}

/// "hie" and "hia", as in "hielo" and "hiato", do not begin with that sound.
fn sounds_like_i(name: &str) -> bool {
    let name = name.to_lowercase();
    let spoken = name.strip_prefix('h').unwrap_or(&name);
    spoken.starts_with(['i', 'í']) && !name.starts_with("hie") && !name.starts_with("hia")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(names: &[&str], locale: Locale) -> String {
        let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
        joined(&names, locale)
    }

    #[test]
    fn one_name_stands_alone_and_the_last_of_several_comes_after_an_and() {
        assert_eq!(said(&[], Locale::En), "");
        assert_eq!(said(&["Ana"], Locale::En), "Ana");
        assert_eq!(said(&["Ana", "Inês"], Locale::PtBr), "Ana e Inês");
        let three = ["Ana", "Bia", "Ivo"];
        assert_eq!(said(&three, Locale::PtBr), "Ana, Bia e Ivo");
        assert_eq!(said(&three, Locale::En), "Ana, Bia and Ivo");
        assert_eq!(said(&three, Locale::Es), "Ana, Bia e Ivo");
        let four = ["Ana", "Inés", "Ivo", "Bia"];
        assert_eq!(said(&four, Locale::Es), "Ana, Inés, Ivo y Bia");
    }

    #[test]
    fn spanish_hears_the_name_that_follows() {
        for name in ["Inés", "Íñigo", "Hilda"] {
            assert_eq!(said(&["Ana", name], Locale::Es), format!("Ana e {name}"));
        }
        for name in ["Bia", "Hugo", "Hierro", "Hiara"] {
            assert_eq!(said(&["Ana", name], Locale::Es), format!("Ana y {name}"));
        }
    }
}
