//! How numbers, dates, times and lists of names are written.

pub mod ages;
pub mod dates;
pub mod names;
pub mod number;
pub mod waits;
