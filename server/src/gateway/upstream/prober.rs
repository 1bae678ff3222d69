//! Tries an upstream for whoever writes where calls are to be forwarded to.

use std::time::Duration;

use app::web::{Probing, UpstreamFailure, UpstreamProbe};
use axum::http::Uri;
use domain::upstreams::UpstreamRefusal;

use super::{
    AllowedUpstreams,
    connecting::{Unreachable, connector, probe},
};
use crate::config::UpstreamConfig;

/// Somebody waits for a page meanwhile.
const LIMIT: Duration = Duration::from_secs(8);

/// Connects as forwarded calls do, and to nothing else.
pub struct Prober(UpstreamConfig);

impl Prober {
    #[must_use]
    pub const fn new(config: UpstreamConfig) -> Self {
        Self(config)
    }
}

impl UpstreamProbe for Prober {
    fn probe(&self, url: String) -> Probing {
        let config = self.0.clone();
        Box::pin(async move {
            let refused = config.policy().check(&url);
            refused.map_err(UpstreamFailure::Refused)?;
            let malformed = |_| UpstreamFailure::Refused(UpstreamRefusal::Malformed);
            let upstream: Uri = url.parse().map_err(malformed)?;
            let connector = connector(AllowedUpstreams::new(&config), &config.trust);
            let reached = probe(connector, upstream, LIMIT).await;
            reached.map_err(failure)
        })
    }
}

fn failure(why: Unreachable) -> UpstreamFailure {
    match why {
        Unreachable::Within => UpstreamFailure::Within,
        Unreachable::Tls(cause) => UpstreamFailure::Tls(cause),
        Unreachable::Connection(said) => UpstreamFailure::Connection(said),
        Unreachable::TooLate => UpstreamFailure::TooLate,
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    fn prober(hosts: &[&str], networks: &[&str]) -> Prober {
        Prober::new(UpstreamConfig {
            hosts: hosts.iter().map(|host| (*host).to_owned()).collect(),
            networks: networks.iter().map(|it| it.parse().unwrap()).collect(),
            ..UpstreamConfig::default()
        })
    }

    #[tokio::test]
    async fn an_upstream_that_takes_connections_is_reached() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        let prober = prober(&["127.0.0.1"], &["127.0.0.0/8"]);
        assert_eq!(prober.probe(url.clone()).await, Ok(()));
        drop(listener);
        let gone = prober.probe(url).await;
        assert!(
            matches!(gone, Err(UpstreamFailure::Connection(_))),
            "{gone:?}"
        );
    }

    #[tokio::test]
    async fn what_the_configuration_does_not_allow_is_not_connected_to() {
        let url = || "http://localhost:1/v1".to_owned();
        let unknown = prober(&[], &[]).probe(url()).await;
        let host = UpstreamRefusal::Host("localhost".to_owned());
        assert_eq!(unknown, Err(UpstreamFailure::Refused(host)));
        let within = prober(&["localhost"], &[]).probe(url()).await;
        assert_eq!(within, Err(UpstreamFailure::Within));
        let malformed = prober(&[], &[]).probe("localhost".to_owned()).await;
        let refused = UpstreamFailure::Refused(UpstreamRefusal::Malformed);
        assert_eq!(malformed, Err(refused));
    }
}
