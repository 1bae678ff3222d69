//! Limits the number of connections, in total and for each address.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use domain::networks;
use tokio::time::Instant;

use super::{Limits, state::ConnectionState};
use crate::http::TrustedProxies;

/// A connection that has waited for its client for less is not closed.
const STALLED_AFTER: Duration = Duration::from_secs(1);
/// How often the log warns about it.
const WARNING_INTERVAL: Duration = Duration::from_mins(1);

/// Why a client gets no connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConnectionRefusal {
    /// The address has its largest number of connections, and all are in use.
    AddressFull,
    /// All connections are in use.
    AllTaken,
}

type ConnectionStates = HashMap<u64, Arc<ConnectionState>>;

/// The open connections by owner.
#[derive(Default)]
struct ConnectionTable {
    by_owner: HashMap<IpAddr, ConnectionStates>,
    all: usize,
    next: u64,
    warned: Option<Instant>,
}

pub struct ConnectionLimiter {
    limits: Limits,
    proxies: TrustedProxies,
    connections: Mutex<ConnectionTable>,
}

/// The permit of a connection. Dropping it makes room.
pub struct ConnectionPermit {
    pub state: Arc<ConnectionState>,
    limiter: Arc<ConnectionLimiter>,
    owner: IpAddr,
    id: u64,
}

impl ConnectionLimiter {
    pub fn new(limits: Limits, proxies: TrustedProxies) -> Self {
        Self {
            limits,
            proxies,
            connections: Mutex::default(),
        }
    }

    /// Admits a client at this address. A trusted proxy carries many clients and may take all
    /// connections.
    pub fn take(
        self: &Arc<Self>,
        peer: IpAddr,
        now: Instant,
    ) -> Result<ConnectionPermit, ConnectionRefusal> {
        let owner = networks::of_owner(peer);
        let mut connections = self.lock();
        let own = connections
            .by_owner
            .get(&owner)
            .map_or(0, ConnectionStates::len);
        if own >= self.limits.per_address && !self.proxies.trust(peer) {
            connections.warn(peer, own, now);
            connections
                .make_room(Some(owner), now)
                .ok_or(ConnectionRefusal::AddressFull)?;
        }
        if connections.all >= self.limits.most {
            connections
                .make_room(None, now)
                .ok_or(ConnectionRefusal::AllTaken)?;
        }
        let state = Arc::new(ConnectionState::new(now));
        let id = connections.enter(owner, Arc::clone(&state));
        Ok(ConnectionPermit {
            state,
            limiter: Arc::clone(self),
            owner,
            id,
        })
    }

    /// A panic cannot leave the table inconsistent, so a poisoned lock is used.
    fn lock(&self) -> MutexGuard<'_, ConnectionTable> {
        self.connections
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl ConnectionTable {
    fn enter(&mut self, owner: IpAddr, state: Arc<ConnectionState>) -> u64 {
        let id = self.next;
        self.next += 1;
        self.all += 1;
        self.by_owner.entry(owner).or_default().insert(id, state);
        id
    }

    fn leave(&mut self, owner: IpAddr, id: u64) -> Option<Arc<ConnectionState>> {
        let states = self.by_owner.get_mut(&owner)?;
        let state = states.remove(&id)?;
        self.all -= 1;
        if states.is_empty() {
            self.by_owner.remove(&owner);
        }
        Some(state)
    }

    /// Closes the connection that has waited longest for its client, of this owner or of all.
    fn make_room(&mut self, of: Option<IpAddr>, now: Instant) -> Option<()> {
        let owners = self.by_owner.iter();
        let owners = owners.filter(|(owner, _)| of.is_none_or(|of| of == **owner));
        let all = owners.flat_map(|(owner, states)| states.iter().map(move |it| (owner, it)));
        let waiting =
            all.filter_map(|(owner, (id, state))| Some((state.waiting_since()?, *owner, *id)));
        let (since, owner, id) = waiting.min_by_key(|(since, ..)| *since)?;
        if now.saturating_duration_since(since) < STALLED_AFTER {
            return None;
        }
        self.leave(owner, id)?.evict();
        Some(())
    }

    fn warn(&mut self, peer: IpAddr, own: usize, now: Instant) {
        let silent = self.warned.is_some_and(|it| now < it + WARNING_INTERVAL);
        if !silent {
            self.warned = Some(now);
            tracing::warn!(
                address = %peer,
                connections = own,
                "an address has as many connections as it may; if it is a proxy of yours, \
                 BALCAO_TRUSTED_PROXIES should name it, else see BALCAO_CONNECTIONS_PER_ADDRESS"
            );
        }
    }
}

impl Drop for ConnectionPermit {
    fn drop(&mut self) {
        self.limiter.lock().leave(self.owner, self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: usize = 4;

    fn limiter(per_address: usize, proxies: &[&str]) -> Arc<ConnectionLimiter> {
        let proxies = proxies.iter().map(|it| it.parse().unwrap()).collect();
        let limits = Limits::new(Duration::from_secs(75), per_address, ALL);
        Arc::new(ConnectionLimiter::new(limits, TrustedProxies(proxies)))
    }

    fn take(
        limiter: &Arc<ConnectionLimiter>,
        peer: &str,
        at: Instant,
    ) -> Result<ConnectionPermit, ConnectionRefusal> {
        limiter.take(peer.parse().unwrap(), at)
    }

    /// A time before everything that a test does.
    fn once() -> Instant {
        Instant::now() - Duration::from_mins(1)
    }

    #[test]
    fn an_address_makes_room_for_itself() {
        let (limiter, start) = (limiter(2, &[]), once());
        let first = take(&limiter, "203.0.113.7", start).unwrap();
        let later = start + STALLED_AFTER;
        let second = take(&limiter, "203.0.113.7", later).unwrap();
        let third = take(&limiter, "203.0.113.7", later).unwrap();
        assert!(first.state.is_aborted() && !second.state.is_aborted());
        // Both connections are new.
        let refused = take(&limiter, "203.0.113.7", later).err();
        assert_eq!(refused, Some(ConnectionRefusal::AddressFull));
        take(&limiter, "203.0.113.8", later).unwrap();
        drop((first, third));
        take(&limiter, "203.0.113.7", later).unwrap();
    }

    #[test]
    fn who_waits_for_us_is_left_alone() {
        let (limiter, start) = (limiter(2, &[]), once());
        let first = take(&limiter, "203.0.113.7", start).unwrap();
        first.state.request_received();
        let second = take(&limiter, "203.0.113.7", start).unwrap();
        second.state.request_received();
        let later = start + 10 * STALLED_AFTER;
        let refused = take(&limiter, "203.0.113.7", later).err();
        assert_eq!(refused, Some(ConnectionRefusal::AddressFull));
        second.state.response_ready();
        second.state.client_blocks();
        take(&limiter, "203.0.113.7", later).unwrap();
        assert!(second.state.is_aborted() && !first.state.is_aborted());
    }

    #[test]
    fn when_all_are_taken_who_has_dawdled_longest_goes() {
        let (limiter, start) = (limiter(ALL, &[]), once());
        let peers = ["203.0.113.7", "203.0.113.8", "203.0.113.9", "2001:db8::1"];
        let kept: Vec<_> = (0..)
            .zip(peers)
            .map(|(n, peer)| take(&limiter, peer, start + n * STALLED_AFTER / 8).unwrap())
            .collect();
        let soon = start + STALLED_AFTER / 2;
        let refused = take(&limiter, "198.51.100.1", soon).err();
        assert_eq!(refused, Some(ConnectionRefusal::AllTaken));
        kept[0].state.bytes_received();
        take(&limiter, "198.51.100.1", start + 2 * STALLED_AFTER).unwrap();
        assert!(kept[1].state.is_aborted() && !kept[0].state.is_aborted());
    }

    #[test]
    fn a_proxy_of_ours_may_take_all() {
        let (limiter, now) = (limiter(1, &["10.0.0.0/8"]), once());
        let connections: Vec<_> = (0..ALL).map(|_| take(&limiter, "10.0.0.1", now)).collect();
        assert!(connections.iter().all(Result::is_ok));
    }

    #[test]
    fn neighbours_of_one_ipv6_network_count_together() {
        let (limiter, now) = (limiter(1, &[]), once());
        let _first = take(&limiter, "2001:db8::1", now).unwrap();
        let refused = take(&limiter, "2001:db8::ffff", now).err();
        assert_eq!(refused, Some(ConnectionRefusal::AddressFull));
        take(&limiter, "2001:db8:0:1::1", now).unwrap();
    }
}
