//! What programs say, and that no text becomes code in any language.

mod calls;
mod collections;
mod programs;
mod skeleton;
mod texts;
mod tidy;
