//! Draws what people wrote for a documentation site: programs in colours.

mod escape;
pub mod highlight;
