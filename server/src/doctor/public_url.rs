//! Checks that the public URL leads to the portal.

use std::time::Duration;

use tokio::{net::lookup_host, time::timeout};

use super::{CheckResult, Problem};
use crate::config::Config;

const TIMEOUT: Duration = Duration::from_secs(5);

pub async fn check(config: &Config) -> CheckResult {
    let url = &config.public_url;
    let passkeys = if url.is_address() {
        "; no passkeys, since none belongs to an IP address: give it a name"
    } else {
        ""
    };
    if url.is_loopback() {
        return Ok(format!("{url}, for this machine alone{passkeys}"));
    }
    let found = timeout(TIMEOUT, lookup_host(url.host_and_port())).await;
    let address = found
        .ok()
        .and_then(Result::ok)
        .and_then(|mut addresses| addresses.next());
    let Some(address) = address else {
        return Err(Problem::new(
            format!("{url} has no address"),
            "check BALCAO_PUBLIC_URL and the name's DNS entry",
        ));
    };
    if !url.is_https() {
        return Err(Problem::new(
            format!("{url} sends passwords and keys in the clear"),
            "give the portal a certificate and a public URL with https",
        ));
    }
    Ok(format!("{url}, at {}{passkeys}", address.ip()))
}
