//! The number of open files and sockets that the system allows.

use rustix::process::{Resource, getrlimit, setrlimit};

use crate::connections::MAX_CONNECTIONS;

/// A forwarded call takes two; the database, the mail server and the log take some.
const WANTED: u64 = 2 * MAX_CONNECTIONS as u64 + 1024;

/// Raises the limit as far as needed and allowed; returns how many connections fit.
pub fn raise() -> usize {
    let mut limit = getrlimit(Resource::Nofile);
    let allowed = limit.maximum.unwrap_or(u64::MAX);
    if limit.current.is_some_and(|current| current < WANTED) {
        limit.current = Some(WANTED.min(allowed));
        if let Err(error) = setrlimit(Resource::Nofile, limit) {
            tracing::warn!(%error, "the limit of open files stays as it is");
        }
    }
    let descriptors = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    let connections = connections(descriptors);
    if connections < MAX_CONNECTIONS {
        tracing::warn!(
            descriptors,
            connections,
            "the limit of open files leaves few connections; raise it (LimitNOFILE= in systemd)"
        );
    }
    connections
}

/// Half of the descriptors, since a connection may need a second one.
fn connections(descriptors: u64) -> usize {
    let half = usize::try_from(descriptors / 2).unwrap_or(usize::MAX);
    half.min(MAX_CONNECTIONS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_room_for_what_connections_need() {
        assert_eq!(connections(1024), 512);
        assert_eq!(connections(u64::MAX), MAX_CONNECTIONS);
        assert_eq!(connections(WANTED), MAX_CONNECTIONS);
    }

    #[test]
    fn the_limit_is_raised_as_far_as_it_goes() {
        raise();
        let limit = getrlimit(Resource::Nofile);
        let most = WANTED.min(limit.maximum.unwrap_or(u64::MAX));
        assert!(limit.current.is_none_or(|current| current >= most));
    }
}
