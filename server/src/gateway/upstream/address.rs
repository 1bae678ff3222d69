//! Resolves the names of upstreams. An address is checked after its name was resolved, and the
//! connection uses the checked one, so a name that changes meanwhile gains nothing.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    vec,
};

use domain::upstreams::UpstreamPolicy;
use hyper_util::client::legacy::connect::dns::Name;
use ipnet::IpNet;
use tokio::net::lookup_host;
use tower::Service;

use crate::config::UpstreamConfig;

/// Why a name that is known is not connected to.
#[derive(Debug, thiserror::Error)]
#[error("the host has no address that calls may be forwarded to")]
pub struct NoAllowedAddress;

/// The allowed upstreams, which also resolve names.
#[derive(Clone)]
pub struct AllowedUpstreams(Arc<UpstreamPolicy>);

impl AllowedUpstreams {
    #[must_use]
    pub fn new(config: &UpstreamConfig) -> Self {
        Self(Arc::new(config.policy()))
    }

    /// Every name that leads to a public address, or into one of these networks.
    #[must_use]
    pub fn public_or_in(networks: Vec<IpNet>) -> Self {
        Self(Arc::new(UpstreamPolicy {
            networks,
            ..UpstreamPolicy::default()
        }))
    }

    /// Whether calls may be forwarded to a host; a host that is an address must be an allowed one.
    pub fn host(&self, host: &str) -> bool {
        self.0.host(host)
    }
}

impl Service<Name> for AllowedUpstreams {
    type Response = vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let allowed = self.clone();
        Box::pin(async move {
            let found = lookup_host((name.as_str(), 0)).await?;
            let addresses: Vec<_> = found.filter(|it| allowed.0.address(it.ip())).collect();
            if addresses.is_empty() {
                let kind = io::ErrorKind::PermissionDenied;
                return Err(io::Error::new(kind, NoAllowedAddress));
            }
            Ok(addresses.into_iter())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(hosts: &[&str], networks: &[&str]) -> AllowedUpstreams {
        AllowedUpstreams::new(&UpstreamConfig {
            hosts: hosts.iter().map(|host| (*host).to_owned()).collect(),
            networks: networks.iter().map(|it| it.parse().unwrap()).collect(),
            ..UpstreamConfig::default()
        })
    }

    #[tokio::test]
    async fn a_name_that_points_within_the_walls_is_not_connected_to() {
        let name = || "localhost".parse::<Name>().unwrap();
        let mut strict = allowed(&["localhost"], &[]);
        let refused = strict.call(name()).await.err().unwrap();
        assert_eq!(refused.kind(), io::ErrorKind::PermissionDenied);
        let mut open = allowed(&["localhost"], &["127.0.0.0/8", "::1"]);
        assert!(open.call(name()).await.unwrap().len() > 0);
    }
}
