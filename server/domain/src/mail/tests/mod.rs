//! Mails as their readers get them.

mod leaving;
mod rendering;
mod wording;

use super::*;
