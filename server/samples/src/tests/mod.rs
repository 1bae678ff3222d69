//! What programs say, and that no text becomes code in any language.

mod batch;
mod calls;
mod collections;
mod grammars;
mod programs;
mod skeleton;
mod syntax;
mod texts;
mod tidy;
