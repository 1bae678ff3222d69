//! Reads the portal's own API from a page, as whoever is signed in.

use std::time::Instant;

use super::{CallAnswer, CallStep, Forwarder, OutgoingCall};
use crate::{Error, Scope, catalogue::Api, ids::TransactionId};

/// A call of the portal's own API, and its answer. No token was made for it.
#[derive(Clone, Debug)]
pub struct OwnTry {
    pub transaction: TransactionId,
    pub call: CallStep,
    pub answer: CallAnswer,
}

/// The only method of calls that are made so.
const READS: &str = "GET";

/// Has the portal's own API answer a call that reads, to whoever is signed in. What changes something
/// is not called from a page: the pages themselves do that, and ask what has to be asked before.
///
/// # Errors
/// [`Error::NotFound`] for another API, another method, or an API that is over;
/// [`Error::Forbidden`] for whoever is not signed in.
pub async fn try_own(
    scope: &Scope,
    forwarder: &dyn Forwarder,
    api: &Api,
    call: OutgoingCall,
) -> Result<OwnTry, Error> {
    scope.require_in_person()?;
    if !api.is_own() || !api.is_open() || call.method != READS {
        return Err(Error::NotFound("no call that a page makes"));
    }
    let transaction = scope.portal.new_id();
    let began = Instant::now();
    let answer = forwarder.ask_portal(scope, api, transaction, &call).await;
    let elapsed = began.elapsed();
    Ok(OwnTry {
        transaction,
        call: CallStep {
            path_and_query: format!("{}{}", api.base_path, call.path_and_query),
            sent: call,
            elapsed,
        },
        answer,
    })
}
