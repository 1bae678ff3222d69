//! Checks that the upstreams can be reached.

use std::time::Duration;

use axum::http::Uri;
use domain::{catalogue::Catalogue, db::Db};

use super::{CheckResult, Problem};
use crate::{
    config::Config,
    gateway::{AllowedUpstreams, connector, probe},
};

const TIMEOUT: Duration = Duration::from_secs(5);
const REMEDY: &str = "check the address with `balcao api list`, BALCAO_UPSTREAM_HOSTS, \
                      BALCAO_UPSTREAM_NETWORKS and BALCAO_TLS_CA";

pub async fn check(config: &Config, db: Option<Db>) -> CheckResult {
    let Some(db) = db else {
        return Ok("not tried, for there is no database".to_owned());
    };
    let catalogue = Catalogue::load(&db).await;
    let catalogue = catalogue
        .map_err(|error| Problem::new(error.to_string(), "see what is said of the database"))?;
    let mut reached = 0;
    for api in catalogue.current().published() {
        let Some(upstream) = &api.upstream else {
            continue;
        };
        try_one(config, upstream)
            .await
            .map_err(|why| Problem::new(format!("{}: {why}", api.slug), REMEDY))?;
        reached += 1;
    }
    Ok(match reached {
        0 => "nothing is forwarded".to_owned(),
        1 => "1 API can be reached".to_owned(),
        _ => format!("{reached} APIs can be reached"),
    })
}

async fn try_one(config: &Config, upstream: &str) -> Result<(), String> {
    let allowed = AllowedUpstreams::new(&config.upstreams);
    let uri: Uri = upstream.parse().map_err(|_| "no address".to_owned())?;
    if !allowed.host(uri.host().unwrap_or_default()) {
        return Err("its host is not allowed".to_owned());
    }
    let connector = connector(allowed, &config.upstreams.trust);
    let reached = probe(connector, uri, TIMEOUT).await;
    reached.map_err(|why| why.to_string())
}
