//! The gateway: who may call which API, under which limits, and who answers.

mod admit;
mod route;
#[cfg(test)]
mod tests;
mod try_out;

pub use admit::{AdmittedCall, Caller, Refusal, Target, admit, identify, spend, target};
pub use route::{find as find_api, find_retired};
pub use try_out::{CallStep, TokenStep, TryError, TryOut, try_sandbox};
