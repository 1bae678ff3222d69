//! Mistakes in the configuration.

use std::fmt;

/// A setting with a wrong value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub setting: String,
    pub text: String,
}

/// All mistakes, so that they can be mended at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mistakes(pub Vec<Mistake>);

impl Mistake {
    pub fn new(setting: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            setting: setting.into(),
            text: text.into(),
        }
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the configuration has mistakes:")?;
        for Mistake { setting, text } in &self.0 {
            write!(f, "\n  {setting}: {text}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}
