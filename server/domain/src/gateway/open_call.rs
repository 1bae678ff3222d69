//! The record of a call, which is made when the call ends.

use std::time::Instant;

use super::Caller;
use crate::{Services, ids::TransactionId, usage::CallRecord};

/// The recorded status of a call whose client hung up, as in NGINX.
pub const HUNG_UP: u16 = 499;

/// What the record of a call needs.
#[derive(Clone, Debug)]
pub struct CallContext {
    pub began: Instant,
    pub transaction: TransactionId,
    pub method: String,
    /// With the API's base path, and without a query.
    pub path: String,
}

/// What came of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallResult {
    /// The HTTP status code.
    pub status: u16,
    /// The API's own code.
    pub code: Option<String>,
    /// The field that was wrong.
    pub field: Option<String>,
}

impl CallResult {
    /// One that only the status is known of.
    #[must_use]
    pub const fn with_status(status: u16) -> Self {
        Self {
            status,
            code: None,
            field: None,
        }
    }
}

/// An admitted call. It is recorded when it ends, also when the client hangs up first, since its
/// effect may have happened.
pub struct OpenCall<'a> {
    services: &'a Services,
    caller: &'a Caller,
    context: &'a CallContext,
    pub result: CallResult,
}

impl<'a> OpenCall<'a> {
    /// One that is not answered yet.
    #[must_use]
    pub const fn new(services: &'a Services, caller: &'a Caller, context: &'a CallContext) -> Self {
        Self {
            services,
            caller,
            context,
            result: CallResult::with_status(HUNG_UP),
        }
    }
}

impl Drop for OpenCall<'_> {
    fn drop(&mut self) {
        record(self.services, self.caller, self.context, &self.result);
    }
}

/// Records a call that is over.
pub fn record(services: &Services, caller: &Caller, context: &CallContext, result: &CallResult) {
    services.meter.record(CallRecord {
        id: context.transaction,
        application: caller.client.application,
        kind: caller.kind,
        at: services.portal.now(),
        method: context.method.clone(),
        path: context.path.clone(),
        status: result.status,
        code: result.code.clone(),
        field: result.field.clone(),
        elapsed: context.began.elapsed(),
    });
}
