//! Checks that the systems that the audit trail is sent to take it.

use super::{CheckResult, Problem};
use crate::config::Config;

const REMEDY: &str = "check BALCAO_AUDIT_HTTP, BALCAO_AUDIT_HTTP_TOKEN_FILE, BALCAO_AUDIT_SYSLOG and \
                      BALCAO_TLS_CA";

/// Sends nothing to each of them, which opens a connection all the same.
pub async fn check(config: &Config) -> CheckResult {
    let host = config.public_url.host();
    let sinks = config.siem.sinks(&config.upstreams.trust, host);
    let sinks = sinks.map_err(|error| Problem::new(format!("{error:#}"), REMEDY))?;
    let mut names = Vec::new();
    for sink in sinks {
        let sent = sink.send(&[]).await;
        sent.map_err(|why| Problem::new(format!("{}: {why}", sink.name()), REMEDY))?;
        names.push(sink.name());
    }
    Ok(if names.is_empty() {
        "the audit trail is sent nowhere".to_owned()
    } else {
        format!("the audit trail can be sent by {}", names.join(" and "))
    })
}
