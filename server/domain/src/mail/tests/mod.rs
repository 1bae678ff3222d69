//! Mails as their readers get them.

mod contracts;
mod leaving;
mod rendering;
mod wording;

use super::*;
