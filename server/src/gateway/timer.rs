//! Measures the time until the answer to a call begins.

use std::time::Instant;

use axum::http::StatusCode;
use domain::{catalogue::Api, gateway::Target};
use metrics::histogram;

use super::serve::hung_up;
use crate::monitoring::{GATEWAY_DURATION, status_class};

/// Measures a call until it is dropped, also when the client hangs up.
pub struct CallTimer<'a> {
    began: Instant,
    api: &'a Api,
    answered_by: &'static str,
    status: StatusCode,
}

impl<'a> CallTimer<'a> {
    /// Starts at the beginning of a call. Unless the call is forwarded, the portal answers it.
    pub fn start(api: &'a Api) -> Self {
        Self {
            began: Instant::now(),
            api,
            answered_by: "portal",
            status: hung_up(),
        }
    }

    pub fn passed_to(&mut self, target: &Target) {
        match target {
            Target::Sandbox(_) => self.answered_by = "sandbox",
            Target::Upstream(_) => self.passed_upstream(),
        }
    }

    pub const fn passed_upstream(&mut self) {
        self.answered_by = "upstream";
    }

    pub const fn answered(&mut self, status: StatusCode) {
        self.status = status;
    }
}

impl Drop for CallTimer<'_> {
    fn drop(&mut self) {
        histogram!(
            GATEWAY_DURATION,
            "api" => self.api.slug.clone(),
            "answered_by" => self.answered_by,
            "status" => status_class(self.status),
        )
        .record(self.began.elapsed());
    }
}
