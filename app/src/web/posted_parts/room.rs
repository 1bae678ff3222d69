//! How much a form may hold.

use domain::gateway::MAX_CALL_BYTES;

use crate::web::PageError;

/// As much text as a form without files may have, with the names of fields and of files.
pub(super) const MAX_TEXT_BYTES: usize = 64 << 10;

/// The bytes that a form may have yet.
pub(super) struct Room {
    pub text: usize,
    pub files: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            text: MAX_TEXT_BYTES,
            files: MAX_CALL_BYTES,
        }
    }
}

impl Room {
    pub fn take_text(&mut self, bytes: usize) -> Result<(), PageError> {
        let left = self.text.checked_sub(bytes);
        self.text = left.ok_or(PageError::Malformed)?;
        Ok(())
    }
}
