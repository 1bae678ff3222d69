//! Code samples.

use crate::vocabulary::SampleLanguage;

/// A complete program that calls the API.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sample {
    pub language: SampleLanguage,
    pub source: String,
}
