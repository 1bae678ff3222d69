//! The macro `texts!` makes a function of each text. The function takes the reader's language.

/// Declares texts.
///
/// `key = {…}` becomes `fn key(Locale) -> &'static str`. `key(a, b) = {…}` becomes
/// `fn key(Locale, impl Display, impl Display) -> String`, which puts the parameters into the text
/// as `format!` does.
macro_rules! texts {
    ($($(#[$doc:meta])* $key:ident $(($($param:ident),+))? = { pt: $pt:literal, en: $en:literal, es: $es:literal $(,)? };)+) => {
        $(text!($(#[$doc])* $key $(($($param),+))? $pt, $en, $es);)+
    };
}

macro_rules! text {
    ($(#[$doc:meta])* $key:ident $pt:literal, $en:literal, $es:literal) => {
        $(#[$doc])*
        #[must_use]
        pub const fn $key(locale: $crate::Locale) -> &'static str {
            match locale {
                $crate::Locale::PtBr => $pt,
                $crate::Locale::En => $en,
                $crate::Locale::Es => $es,
            }
        }
    };
    ($(#[$doc:meta])* $key:ident ($($param:ident),+) $pt:literal, $en:literal, $es:literal) => {
        $(#[$doc])*
        #[must_use]
        pub fn $key(locale: $crate::Locale, $($param: impl std::fmt::Display),+) -> String {
            match locale {
                $crate::Locale::PtBr => format!($pt),
                $crate::Locale::En => format!($en),
                $crate::Locale::Es => format!($es),
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        path::{Path, PathBuf},
    };

    /// Letters, marks and words that the other language does not have.
    const ONLY_PORTUGUESE: &[&str] = &[
        "ã", "õ", "ç", "ê", "ô", " pela ", " pelo ", " uma ", " em ", " são ", "você",
    ];
    const ONLY_SPANISH: &[&str] = &["ñ", "¿", "¡", " el ", " los ", " las ", " una ", "usted"];

    fn sources(folder: &Path) -> Vec<PathBuf> {
        let below = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
        below
            .flat_map(|path| {
                if path.is_dir() {
                    sources(&path)
                } else {
                    vec![path]
                }
            })
            .collect()
    }

    #[test]
    fn portuguese_and_spanish_are_not_mixed_up() {
        let mut texts = 0;
        for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
            if path.file_name() == Path::new(file!()).file_name() {
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            for (language, foreign) in [("es: \"", ONLY_PORTUGUESE), ("pt: \"", ONLY_SPANISH)] {
                for text in source.split(language).skip(1) {
                    let text = text.split('"').next().unwrap_or_default();
                    let text = format!(" {} ", text.to_lowercase());
                    let found: Vec<_> = foreign.iter().filter(|it| text.contains(**it)).collect();
                    assert!(found.is_empty(), "{path:?}: {found:?} in{text}");
                    texts += 1;
                }
            }
        }
        assert!(texts > 1_000, "only {texts} texts were found");
    }
}
