//! Sends the audit trail to systems that watch over security (SIEM), as the operator configured: by HTTP
//! or by syslog. The operator named them, so they may be in networks that are not public.

mod http;
mod syslog;

use std::{sync::Arc, time::Duration};

use domain::{
    Services,
    audit::{self, AuditSink},
    tls::Trust,
};
use tokio::time::sleep;

pub use http::{HttpConfig, HttpSink};
pub use syslog::{SyslogAddress, SyslogSink};

/// How often it is looked for more.
const INTERVAL: Duration = Duration::from_secs(2);
/// The longest wait after failures.
const LONGEST: Duration = Duration::from_mins(5);
/// The time for one message, shorter than the lease of the sender.
const LIMIT: Duration = Duration::from_secs(30);

/// Where the trail is sent to.
#[derive(Clone, Debug, Default)]
pub struct SiemConfig {
    pub http: Option<HttpConfig>,
    pub syslog: Option<SyslogAddress>,
}

impl SiemConfig {
    /// The ways to all that are configured.
    ///
    /// # Errors
    /// When the program was built without the ciphers that TLS needs.
    pub fn sinks(&self, trust: &Trust, host: &str) -> anyhow::Result<Vec<Arc<dyn AuditSink>>> {
        let mut sinks: Vec<Arc<dyn AuditSink>> = Vec::new();
        if let Some(config) = &self.http {
            sinks.push(Arc::new(HttpSink::new(config.clone(), trust)?));
        }
        if let Some(address) = &self.syslog {
            let sink = SyslogSink::new(address.clone(), trust, host)?;
            sinks.push(Arc::new(sink));
        }
        Ok(sinks)
    }
}

/// Sends what was sealed, again and again. After a failure it waits, each time for longer.
pub async fn send(services: Arc<Services>, sink: Arc<dyn AuditSink>) {
    let mut wait = INTERVAL;
    loop {
        sleep(wait).await;
        match audit::forward(&services.portal, &*sink).await {
            Ok(_) => wait = INTERVAL,
            Err(error) => {
                wait = (wait * 2).min(LONGEST);
                let sink = sink.name();
                tracing::error!(%error, sink, ?wait, "the audit trail cannot be sent");
            }
        }
    }
}
