//! The categories of the catalogue, which its operator chooses.

use locales::Locale;

use crate::translated::Translated;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its name in addresses and files, as in `identidade`.
    pub slug: String,
    pub names: Translated,
}

impl Category {
    /// Its name for a reader; its slug where nobody named it.
    #[must_use]
    pub fn name(&self, locale: Locale) -> &str {
        match self.names.text_for(locale) {
            "" => &self.slug,
            name => name,
        }
    }
}
