//! Names, one after the other.

use crate::Locale;

texts! {
    and = { pt: " e ", en: " and ", es: " y " };
}

/// All of them, with an "and" between each and the next.
#[must_use]
pub fn joined(names: &[String], locale: Locale) -> String {
    let mut joined = String::new();
    for (index, name) in names.iter().enumerate() {
        if index > 0 {
            joined.push_str(and_before(name, locale));
        }
        joined.push_str(name);
    }
    joined
}

/// Spanish says "e" before the sound of an i.
fn and_before(name: &str, locale: Locale) -> &'static str {
    if locale == Locale::Es && sounds_like_i(name) {
        " e "
    } else {
        and(locale)
    }
}

/// Not so "hie", as in "hielo".
fn sounds_like_i(name: &str) -> bool {
    let name = name.to_lowercase();
    let spoken = name.strip_prefix('h').unwrap_or(&name);
    spoken.starts_with(['i', 'í']) && !name.starts_with("hie")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(names: &[&str], locale: Locale) -> String {
        let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
        joined(&names, locale)
    }

    #[test]
    fn one_name_stands_alone_and_others_are_joined() {
        assert_eq!(said(&[], Locale::En), "");
        assert_eq!(said(&["Ana"], Locale::En), "Ana");
        assert_eq!(said(&["Ana", "Inês"], Locale::PtBr), "Ana e Inês");
        assert_eq!(
            said(&["Ana", "Bia", "Ivo"], Locale::En),
            "Ana and Bia and Ivo"
        );
    }

    #[test]
    fn spanish_hears_the_name_that_follows() {
        for name in ["Inés", "Íñigo", "Hilda"] {
            assert_eq!(said(&["Ana", name], Locale::Es), format!("Ana e {name}"));
        }
        for name in ["Bia", "Hugo", "Hierro"] {
            assert_eq!(said(&["Ana", name], Locale::Es), format!("Ana y {name}"));
        }
    }
}
