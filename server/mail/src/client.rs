//! The mails that tell somebody of a program that acts for them.

use domain::{
    Scope,
    catalogue::Catalogue,
    clients::{self, ClientAct, PortalScope},
    dates,
    ids::{ClientId, TokenFamilyId},
};
use locales::{Locale, mail as t, names, terms};

use super::{
    letters::{ClientChanged, ProgramAllowed},
    links,
    render::{Reader, Rendered},
};

/// What was done to a client, by the name that it has now, deleted or not.
pub(super) async fn changed(scope: &Scope, client: ClientId, act: ClientAct) -> Rendered {
    let named = clients::named(scope.portal.db.reader(), client).await?;
    let Some(client) = named else {
        return Ok(None);
    };
    let Some(reader) = Reader::find(scope, client.account).await? else {
        return Ok(None);
    };
    let letter = if client.is_own && act == ClientAct::Registered {
        registered_itself(scope, &reader, client.name)
    } else {
        by_administrators(scope, &reader, client.name, act)
    };
    reader.message(&scope.portal, &letter).map(Some)
}

fn by_administrators(
    scope: &Scope,
    reader: &Reader,
    client: String,
    act: ClientAct,
) -> ClientChanged {
    let locale = reader.locale;
    ClientChanged {
        name: reader.name.clone(),
        intro: t::client_intro(locale, &scope.portal.settings.brand_name),
        what: what(act, locale, &client),
        client,
        unexpected: t::roles_unexpected(locale),
        button: t::roles_button(locale),
        link: links::sign_in(&scope.portal),
    }
}

fn registered_itself(scope: &Scope, reader: &Reader, client: String) -> ClientChanged {
    let locale = reader.locale;
    ClientChanged {
        name: reader.name.clone(),
        intro: t::client_own_intro(locale, &scope.portal.settings.brand_name),
        what: t::client_own_registered(locale, &client),
        client,
        unexpected: t::client_own_unexpected(locale),
        button: t::program_button(locale),
        link: links::own_programs(&scope.portal),
    }
}

/// That a program acts for whoever let it; none once they let it no more.
pub(super) async fn allowed(scope: &Scope, catalogue: &Catalogue, id: TokenFamilyId) -> Rendered {
    let found = clients::acting_program(scope.portal.db.reader(), id).await?;
    let Some(program) = found else {
        return Ok(None);
    };
    let Some(reader) = Reader::find(scope, program.account).await? else {
        return Ok(None);
    };
    let locale = reader.locale;
    let apis = catalogue.current();
    let name = |scope: String| match (scope.parse(), apis.by_slug(&scope)) {
        (Ok(PortalScope::Read), _) => terms::scope_portal_read(locale).to_owned(),
        (Ok(PortalScope::Write), _) => terms::scope_portal_write(locale).to_owned(),
        (Err(_), Some(api)) => api.text(locale).name.clone(),
        (Err(_), None) => scope,
    };
    let names: Vec<_> = program.scopes.into_iter().map(name).collect();
    let letter = ProgramAllowed {
        name: reader.name.clone(),
        program: program.name,
        apis: names::joined(&names, locale),
        until: dates::date_time(program.until, scope.portal.settings.time_zone, locale),
        link: links::account(&scope.portal),
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
