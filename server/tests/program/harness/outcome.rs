//! How a command ended, and what it said.

use std::process::Output;

#[derive(Debug)]
pub struct Outcome {
    /// None when it was killed.
    pub code: Option<i32>,
    pub output: String,
    pub errors: String,
}

impl Outcome {
    pub fn of(output: &Output) -> Self {
        Self {
            code: output.status.code(),
            output: String::from_utf8_lossy(&output.stdout).into_owned(),
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// It ended with this code.
    #[track_caller]
    pub fn ended_with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }

    #[track_caller]
    pub fn printed(self, words: &str) -> Self {
        assert!(self.output.contains(words), "{words:?} is not in {self:#?}");
        self
    }

    /// It said this on standard error.
    #[track_caller]
    pub fn said(self, words: &str) -> Self {
        assert!(self.errors.contains(words), "{words:?} is not in {self:#?}");
        self
    }
}
