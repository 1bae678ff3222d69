//! The chain of seals, by which a changed audit trail is noticed.
//!
//! An act writes its event in its own transaction and knows nothing of the chain: nobody waits for
//! anybody. The sealer comes afterwards and takes committed events that are not sealed yet, in the
//! order of their times. An event that commits late, with an earlier time, is found all the same,
//! since the sealer goes by a mark on each event and not by the last time. Each seal has the next
//! number, without gaps, and the SHA-256 over the hash of the seal before it, its own number and
//! time, and the digests of its event. One sealer works at a time, of all instances: it holds the row
//! of the counter of seals.
//!
//! An event is hashed in two parts (`digest`), in a form that has a version. Who did what, to what, and
//! when makes the digest of the record. What may tell more of a person, the network address and the
//! details, makes the personal digest, with a random salt of each event's own. Identifiers of people are random numbers: they are pseudonyms once the account behind them is
//! gone. To erase a person, `erase_person` empties the personal part and deletes the salt, so that
//! nobody can try out which address the digest was made of; the digest itself stays, and the chain
//! with it.
//!
//! Somebody who can write to the database could hash everything anew. Therefore the last seal of each
//! batch carries a mark (HMAC-SHA-256) by a key that is derived from the portal's key-encryption key,
//! and so does whatever the portal itself takes away: an erasure, an event that was deleted after its
//! retention, and the checkpoint that stands for the beginning of the chain once all of its events are
//! deleted. `verify` accepts those and nothing else. What it cannot see alone is a chain whose end
//! was cut off, back to a mark: for that somebody keeps the head elsewhere (`head`).
//!
//! The portal puts its mark on nothing that it does not vouch for: it goes on only behind its own mark,
//! and deletes and erases only events that are as they were sealed. Otherwise whoever hashed everything
//! anew would wait for the next event to have it marked.

mod compare;
mod digest;
mod erase;
mod fault;
mod head;
mod read;
mod remove;
mod seal;
#[cfg(test)]
mod tests;
mod verify;

pub use erase::erase_person;
pub use fault::{Fault, Verified};
pub use head::{Head, InvalidHead, head};
pub(super) use remove::{remove, remove_beginning};
pub use seal::seal;
pub use verify::verify;

/// The counter of seals, whose row whoever changes the chain holds.
const COUNTER: &str = "audit-seals";
/// The number of events that one transaction seals or deletes: few enough for a call to wait for it.
const BATCH: u64 = 500;
