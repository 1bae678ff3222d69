//! The `texts!` macro: one function per text, which takes the reader's language.

/// Declares texts. `key = {…}` becomes `fn key(Locale) -> &'static str`; `key(a, b) = {…}`
/// becomes `fn key(Locale, impl Display, impl Display) -> String`, whose parameters are
/// interpolated as in `format!`.
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
