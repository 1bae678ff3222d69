//! Use of the APIs: quotas across instances, counts, and the latest calls.
//!
//! Few calls wait for the database: quotas are spent by leases, and only a call that finds its
//! lease used up renews it. Counts are kept in memory and written every [`FLUSH_EVERY`]; [`Meter`]
//! tells what is lost when a process dies.

mod batch;
mod call;
mod counts;
mod forecast;
mod latency;
mod latest;
mod lease;
mod lease_manager;
mod leases;
mod ledger;
mod marks;
mod meter;
mod quota;
mod rate_limit;
mod reclaim;
mod renewal;
mod report;
mod stale;
mod terms;
#[cfg(test)]
mod tests;
mod window;
mod write;

use std::time::Duration;

pub use crate::vocabulary::{CallKind, KeyKind};
pub use batch::{BatchOutcome, CallUse, record_batch};
pub use call::CallRecord;
pub use forecast::Forecast;
pub use latest::{FoundCall, find_call, latest_calls};
pub use marks::{QuotaUse, quota_use};
pub use meter::Meter;
pub use quota::{QuotaView, quota_of, quotas_of};
pub use rate_limit::rate_limit;
pub(crate) use report::recent_calls;
pub use report::{ApplicationUse, Bucket, Figures, GroupReport, Report, group_report, report};
pub use stale::delete_stale;
pub use terms::{Admission, QuotaState, Terms};
pub use window::Window;

pub(crate) use reclaim::correct_future_times;

/// How often counts are written.
pub const FLUSH_EVERY: Duration = Duration::from_millis(500);

/// How many calls a sandbox credential has each day.
pub const SANDBOX_CALLS: u64 = 200;
