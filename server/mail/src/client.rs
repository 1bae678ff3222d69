//! The mails that tell somebody of a program that acts for them.

use domain::{
    Scope,
    clients::{self, ClientAct},
    ids::ClientId,
};
use locales::{Locale, mail as t};

use super::{
    letters::ClientChanged,
    links,
    render::{Reader, Rendered},
};

/// What was done to a client, by the name that it has now, deleted or not.
pub(super) async fn changed(scope: &Scope, client: ClientId, act: ClientAct) -> Rendered {
    let named = clients::named(scope.portal.db.reader(), client).await?;
    let Some((client, account)) = named else {
        return Ok(None);
    };
    let Some(reader) = Reader::find(scope, account).await? else {
        return Ok(None);
    };
    let letter = ClientChanged {
        name: reader.name.clone(),
        what: what(act, reader.locale, &client),
        client,
        link: links::sign_in(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

fn what(act: ClientAct, locale: Locale, client: &str) -> String {
    match act {
        ClientAct::Registered => t::client_registered(locale, client),
        ClientAct::Approved => t::client_approved(locale, client),
        ClientAct::SecretChanged => t::client_secret_changed(locale, client),
        ClientAct::Disabled => t::client_disabled(locale, client),
        ClientAct::Enabled => t::client_enabled(locale, client),
        ClientAct::Deleted => t::client_deleted(locale, client),
    }
}
