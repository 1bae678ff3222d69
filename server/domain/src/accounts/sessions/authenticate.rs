//! Authenticates a request by its session. One query answers it, as every request needs it.

use chrono::TimeDelta;
use locales::Locale;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, Related,
};

use super::SessionKind;
use crate::{
    CurrentSession, OwnFactors, Person, Portal, Role,
    accounts::{Email, factors, passkeys},
    clock::Timestamp,
    entities::{account, account_role, session},
    ids::{AccountId, SessionId},
    token::Token,
    vocabulary::StaffFactorPolicy,
};

/// How precisely `last_seen_at` is kept, since a write for every request would be too many.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(1);

/// The person behind a session.
#[derive(Clone, Debug)]
pub struct AuthenticatedSession {
    /// Has no roles in a session that is good for one thing alone, nor while they need a second
    /// factor that is not there.
    pub person: Person,
    pub session: CurrentSession,
    pub locale: Locale,
}

/// The session of a token with its person: one row for each role, or one without a role.
#[derive(FromQueryResult)]
struct Row {
    session: SessionId,
    kind: SessionKind,
    created_at: Timestamp,
    last_seen_at: Timestamp,
    confirmed_at: Option<Timestamp>,
    account: AccountId,
    given_name: String,
    family_name: String,
    email: Email,
    locale: String,
    second_factor_at: Option<Timestamp>,
    has_app: bool,
    has_passkey: bool,
    role: Option<Role>,
}

/// The person of a session's token; `None` when the session is unknown, has ended, or was idle too
/// long.
///
/// # Errors
/// When the database cannot be reached.
pub async fn authenticate(
    portal: &Portal,
    token: &Token,
) -> Result<Option<AuthenticatedSession>, DbErr> {
    let rows = rows(portal, token).await?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    if portal.now() - first.last_seen_at >= SEEN_EVERY {
        seen(portal, first.session).await?;
    }
    Ok(from_rows(rows, portal.settings.staff_second_factor))
}

async fn rows(portal: &Portal, token: &Token) -> Result<Vec<Row>, DbErr> {
    let now = portal.now();
    let roles = <account::Entity as Related<account_role::Entity>>::to();
    session::Entity::find()
        .select_only()
        .column_as(session::Column::Id, "session")
        .columns([session::Column::Kind, session::Column::CreatedAt])
        .columns([session::Column::LastSeenAt, session::Column::ConfirmedAt])
        .column_as(account::Column::Id, "account")
        .columns([account::Column::GivenName, account::Column::FamilyName])
        .columns([account::Column::Email, account::Column::Locale])
        .column(account::Column::SecondFactorAt)
        .expr_as(factors::has_app(), "has_app")
        .expr_as(passkeys::has_passkey(), "has_passkey")
        .column(account_role::Column::Role)
        .inner_join(account::Entity)
        .join(JoinType::LeftJoin, roles)
        .filter(session::Column::TokenHash.eq(token.hash()))
        .filter(session::Column::ExpiresAt.gt(now))
        .filter(session::Column::LastSeenAt.gt(now - portal.settings.lifetimes.session_idle))
        .into_model()
        .all(portal.db.sessions())
        .await
}

fn from_rows(rows: Vec<Row>, policy: StaffFactorPolicy) -> Option<AuthenticatedSession> {
    let roles: Vec<Role> = rows.iter().filter_map(|row| row.role).collect();
    let row = rows.into_iter().next()?;
    let is_full = row.kind == SessionKind::Full;
    let has_factor = policy == StaffFactorPolicy::Off || row.second_factor_at.is_some();
    let lacks_factor = is_full && !roles.is_empty() && !has_factor;
    let roles = if is_full && has_factor {
        roles
    } else {
        Vec::new()
    };
    Some(AuthenticatedSession {
        person: Person {
            id: row.account,
            given_name: row.given_name,
            family_name: row.family_name,
            email: row.email.shown(),
            roles,
        },
        session: CurrentSession {
            id: row.session,
            kind: row.kind,
            confirmed_at: row.confirmed_at.unwrap_or(row.created_at),
            lacks_factor,
            factors: OwnFactors {
                has_app: row.has_app,
                has_passkey: row.has_passkey,
            },
        },
        locale: row.locale.parse().unwrap_or_default(),
    })
}

async fn seen(portal: &Portal, session: SessionId) -> Result<(), DbErr> {
    session::Entity::update_many()
        .col_expr(session::Column::LastSeenAt, portal.now().into())
        .filter(session::Column::Id.eq(session))
        .exec(portal.db.writer())
        .await?;
    Ok(())
}
