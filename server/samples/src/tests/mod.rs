//! What programs say, and that no text becomes code in any language.

mod calls;
mod programs;
mod skeleton;
mod texts;
mod tidy;
