//! The gateway: who may call which API, on what terms, and who answers.

mod admit;
mod route;
mod trial;

pub use admit::{Caller, Passage, Refusal, Target, admit, identify, spend, target};
pub use route::find as find_api;
pub use trial::{CallStep, TokenStep, Trial, TryError, try_sandbox};
