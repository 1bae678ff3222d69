//! Programs that do by the portal's own API what their accounts may.

use std::sync::Arc;

use sea_orm::DbErr;

use super::{ClientAccess, access, resource};
use crate::{
    ActingClient, Actor, Origin, Person, Portal, Scope,
    accounts::{self, StaffFactorPolicy},
    oauth::{self, Authority, KeyError},
};

/// The scope of a program that has a token of a client, with what the token allows: it acts for the
/// client's account, whose roles are those of this moment, but for a client that administrators
/// associated with it those alone that it had then, and none while roles need a second factor that
/// the account does not have. `None` for every token that is not good, not of a
/// client, or not for the API of the portal that begins at `api`.
///
/// # Errors
/// When the keys or the database cannot be read.
pub async fn acting(
    portal: &Arc<Portal>,
    authority: &Authority,
    token: &str,
    api: &str,
    origin: Origin,
) -> Result<Option<(Scope, ClientAccess)>, KeyError> {
    let Some(claims) = oauth::client_claims(portal, authority, token).await? else {
        return Ok(None);
    };
    let is_for_it = resource::opens(&portal.settings, &claims.aud, api);
    if claims.has_expired(portal.now()) || !is_for_it {
        return Ok(None);
    }
    let Some(access) = access(portal, &claims).await? else {
        return Ok(None);
    };
    let person = accounts::person(portal.db.reader(), access.account).await?;
    let Some(mut person) = person else {
        return Ok(None);
    };
    if let Some(roles) = &access.roles {
        person.roles.retain(|role| roles.contains(role));
    }
    if lacks_factor(portal, &person).await? {
        person.roles.clear();
    }
    let program = ActingClient {
        id: access.client,
        is_by_person: access.roles.is_none(),
    };
    let scope = Scope {
        actor: Actor::Client(person, program),
        ..Scope::visitor(Arc::clone(portal), origin)
    };
    Ok(Some((scope, access)))
}

/// Whether the roles of a person need a second factor that is not there: then no program acts in
/// them either.
async fn lacks_factor(portal: &Portal, person: &Person) -> Result<bool, DbErr> {
    let is_required = portal.settings.staff_second_factor == StaffFactorPolicy::Required;
    if !is_required || person.roles.is_empty() {
        return Ok(false);
    }
    let has_factor = accounts::has_second_factor(portal.db.reader(), person.id).await?;
    Ok(!has_factor)
}
