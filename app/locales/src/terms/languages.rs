//! What languages are called in a sentence.

use crate::Locale;

texts! {
    portuguese = { pt: "português", en: "Portuguese", es: "portugués" };
    english = { pt: "inglês", en: "English", es: "inglés" };
    spanish = { pt: "espanhol", en: "Spanish", es: "español" };
}

/// The name of a language for a reader of another one.
#[must_use]
pub const fn name(language: Locale, reader: Locale) -> &'static str {
    match language {
        Locale::PtBr => portuguese(reader),
        Locale::En => english(reader),
        Locale::Es => spanish(reader),
    }
}
