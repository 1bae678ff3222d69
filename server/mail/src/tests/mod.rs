//! Mails as their readers get them.

mod contracts;
mod leaving;
mod once;
mod relay;
mod rendering;
mod secure;
mod wording;

use super::*;
