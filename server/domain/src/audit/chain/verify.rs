//! Finds what somebody changed in the trail, deleted or moved. It reads some hundred seals at a time,
//! and so takes the same memory for any length.
//!
//! It works beside everything else. Seals are read first, then their events, then what the portal
//! took away: whoever deletes an event leaves the mark in the same transaction, so an event that is
//! missing has its mark by then.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    BATCH, Fault, Head, Verified,
    compare::{Comparison, compare, is_own},
    digest::{DIGEST, GENESIS, Link, Mark, StoredEvent},
    read::{events, inserted, removals, waiting},
    seal::{checkpoint, is_own_checkpoint},
};
use crate::{
    Error, Portal, Role, Scope,
    entities::{audit_removal, audit_seal},
    ids::AuditEventId,
    store::Vault,
    vocabulary::RemovalKind,
};

/// So many faults are told one by one.
const MAX_FAULTS: usize = 1_000;

/// Looks at the whole chain, and holds it against a head that was kept.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn verify(scope: &Scope, vault: &Vault, head: Option<&Head>) -> Result<Verified, Error> {
    scope.require(Role::Administrator)?;
    let mut verifier = Verifier::begin(&scope.portal, vault, head).await?;
    while verifier.read_on().await? {}
    Ok(verifier.finish().await?)
}

struct Verifier<'a> {
    portal: &'a Portal,
    vault: &'a Vault,
    head: Option<&'a Head>,
    /// The number and the hash of the seal before.
    number: i64,
    before: [u8; DIGEST],
    /// The hash that the seal before should have, where it has another one.
    instead: Option<[u8; DIGEST]>,
    /// Whether the portal vouches for the last seal that was read.
    vouched: bool,
    found: Verified,
}

impl<'a> Verifier<'a> {
    async fn begin(
        portal: &'a Portal,
        vault: &'a Vault,
        head: Option<&'a Head>,
    ) -> Result<Self, DbErr> {
        let mut verifier = Self {
            portal,
            vault,
            head,
            number: 0,
            before: GENESIS,
            instead: None,
            vouched: true,
            found: Verified::default(),
        };
        verifier.skip_to_checkpoint().await?;
        if let Some(head) = head {
            verifier.compare_with_beginning(head);
        }
        Ok(verifier)
    }

    /// Goes on behind the checkpoint, if it is further than what was read; tells whether it was.
    async fn skip_to_checkpoint(&mut self) -> Result<bool, DbErr> {
        let checkpoint = checkpoint(self.portal.db.reader()).await?;
        let Some(checkpoint) = checkpoint.filter(|it| it.number > self.number) else {
            return Ok(false);
        };
        let number = checkpoint.number;
        if !is_own_checkpoint(self.vault, &checkpoint) {
            self.record(Fault::ForgedCheckpoint { number });
        }
        self.number = number;
        self.before = checkpoint.hash.try_into().unwrap_or(GENESIS);
        self.instead = None;
        self.vouched = true;
        Ok(true)
    }

    fn compare_with_beginning(&mut self, head: &Head) {
        if !head.is_own(self.vault) {
            self.record(Fault::ForgedHead);
        } else if head.number < self.number {
            self.found.head_is_gone = true;
        } else if head.number == self.number && head.hash != self.before {
            self.record(Fault::OtherHead {
                number: head.number,
            });
        }
    }

    /// Reads the next seals; tells whether there were any.
    async fn read_on(&mut self) -> Result<bool, DbErr> {
        let db = self.portal.db.reader();
        let seals = audit_seal::Entity::find()
            .filter(audit_seal::Column::Number.gt(self.number))
            .order_by_asc(audit_seal::Column::Number)
            .limit(BATCH)
            .all(db)
            .await?;
        let Some(first) = seals.first() else {
            return self.skip_to_checkpoint().await;
        };
        // The beginning may have been replaced by a checkpoint meanwhile.
        if first.number > self.number + 1 && self.skip_to_checkpoint().await? {
            return Ok(true);
        }
        let ids: Vec<AuditEventId> = seals.iter().map(|seal| seal.event_id).collect();
        let events = events(db, ids).await?;
        let removals = removals(db, &seals).await?;
        for seal in &seals {
            self.look_at_seal(seal);
            self.look_at_event(
                seal,
                events.get(&seal.event_id.0),
                removals.get(&seal.number),
            );
        }
        Ok(true)
    }

    /// Holds a seal against the one before it.
    fn look_at_seal(&mut self, seal: &audit_seal::Model) {
        let number = seal.number;
        if number > self.number + 1 {
            self.record(Fault::Missing {
                first: self.number + 1,
                last: number - 1,
            });
        }
        let is_first = self.found.first == 0;
        if is_first {
            self.found.first = number;
        }
        let follows = number == self.number + 1;
        let (hash, after_instead) = self.hashes(seal);
        let fits = hash[..] == seal.hash[..] || after_instead.is_some_and(|it| it[..] == seal.hash);
        // What came before a gap is not known, so the seal behind it cannot be held against it.
        if follows && !fits {
            self.record(Fault::Moved { number });
        }
        self.look_at_mark(seal);
        self.look_at_head(seal);
        self.instead = (!fits).then_some(hash);
        self.before = seal.hash.clone().try_into().unwrap_or(GENESIS);
        self.number = number;
        self.found.last = number;
    }

    /// The hash that the seal should have, and the one that it should have if only the hash of the
    /// seal before was changed.
    fn hashes(&self, seal: &audit_seal::Model) -> ([u8; DIGEST], Option<[u8; DIGEST]>) {
        let link = Link::of(seal);
        let instead = self.instead.map(|before| link.hash(&before));
        (link.hash(&self.before), instead)
    }

    fn look_at_mark(&mut self, seal: &audit_seal::Model) {
        self.vouched = false;
        let Some(tag) = &seal.tag else {
            return;
        };
        let sealed = (seal.number, &seal.hash[..], seal.sealed_at);
        self.vouched = true;
        if !Mark::Seal.fits(self.vault.audit_key(), sealed, tag) {
            self.record(Fault::ForgedSeal {
                number: seal.number,
            });
        }
    }

    fn look_at_head(&mut self, seal: &audit_seal::Model) {
        let head = self.head.filter(|head| head.number == seal.number);
        if head.is_some_and(|head| head.hash[..] != seal.hash[..]) {
            self.record(Fault::OtherHead {
                number: seal.number,
            });
        }
    }

    /// Holds an event against its seal.
    fn look_at_event(
        &mut self,
        seal: &audit_seal::Model,
        event: Option<&StoredEvent>,
        removal: Option<&audit_removal::Model>,
    ) {
        let (number, id) = (seal.number, seal.event_id);
        let Some(event) = event else {
            return self.look_at_deleted(seal, removal);
        };
        match compare(self.vault, seal, event, removal) {
            Comparison::Whole => self.found.whole += 1,
            Comparison::Erased => {
                self.found.whole += 1;
                self.found.erased += 1;
            }
            Comparison::Edited => self.record(Fault::Edited { number, event: id }),
        }
    }

    fn look_at_deleted(
        &mut self,
        seal: &audit_seal::Model,
        removal: Option<&audit_removal::Model>,
    ) {
        let number = seal.number;
        match removal.filter(|it| it.kind == RemovalKind::Retention) {
            Some(removal) if is_own(self.vault, seal, removal, &[]) => self.found.deleted += 1,
            Some(_) => self.record(Fault::ForgedRemoval { number }),
            None => self.record(Fault::Deleted {
                number,
                event: seal.event_id,
            }),
        }
    }

    fn record(&mut self, fault: Fault) {
        if self.found.faults.len() < MAX_FAULTS {
            self.found.faults.push(fault);
        } else {
            self.found.has_more = true;
        }
    }

    /// Drops what is no fault any more: what was read may have been replaced by a checkpoint meanwhile,
    /// which stands only for what the portal deleted itself.
    async fn drop_before_checkpoint(&mut self) -> Result<(), DbErr> {
        let checkpoint = checkpoint(self.portal.db.reader()).await?;
        let Some(checkpoint) = checkpoint.filter(|it| is_own_checkpoint(self.vault, it)) else {
            return Ok(());
        };
        let until = checkpoint.number;
        self.vouched |= self.number <= until;
        self.found.faults.retain(|fault| match fault {
            Fault::Missing { last: number, .. } | Fault::Deleted { number, .. } => *number > until,
            _ => true,
        });
        Ok(())
    }

    async fn finish(mut self) -> Result<Verified, DbErr> {
        self.drop_before_checkpoint().await?;
        if !self.vouched {
            self.record(Fault::ForgedSeal {
                number: self.number,
            });
        }
        self.found.last = self.number;
        if let Some(head) = self.head.filter(|head| head.number > self.number) {
            self.record(Fault::CutOff {
                last: self.number,
                head: head.number,
            });
        }
        for event in inserted(self.portal).await? {
            self.record(Fault::Inserted { event });
        }
        self.found.waiting = waiting(self.portal).await?;
        Ok(self.found)
    }
}
