//! The gateway: who may call which API, under which limits, and who answers.

mod admit;
mod attempt;
mod client;
mod open_call;
mod outgoing;
mod route;
#[cfg(test)]
mod tests;
mod try_out;
mod try_own;

pub use admit::{AdmittedCall, Caller, Refusal, Target, admit, identify, spend, target};
pub use open_call::{CallContext, CallResult, HUNG_UP, OpenCall, record};
pub use outgoing::{CallAnswer, Forwarder, MAX_CALL_BYTES, OutgoingCall};
pub use route::{find as find_api, find_retired};
pub use try_out::{CallStep, TokenStep, TryError, TryMode, TryOut, try_call, try_sandbox};
pub use try_own::{OwnTry, try_own};
