//! A portal as it is after years: made-up people, companies, applications and a trail, as many as
//! one wants to see how it carries them.

mod companies;
mod draw;
mod numbers;
mod people;
mod requests;
mod rows;
mod trail;

use chrono::TimeDelta;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{DemoError, content, people::of};
use crate::{Role, Scope, Services, clock::Timestamp, entities::account};
use draw::Draw;

/// How long the portal has been there.
const AGE: TimeDelta = TimeDelta::days(2 * 365);
/// How many rows a statement takes, and how many things a transaction makes.
const CHUNK: usize = 500;
const BATCH: usize = 10_000;

/// How many there are of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowd {
    pub accounts: usize,
    pub groups: usize,
    pub applications: usize,
    pub events: usize,
}

impl Crowd {
    pub const LARGE: Self = Self {
        accounts: 100_000,
        groups: 50_000,
        applications: 200_000,
        events: 2_000_000,
    };

    /// A part of [`Self::LARGE`], to the thousandth.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few thousandths"
    )]
    pub fn part(part: f64) -> Self {
        let thousandths = (part * 1000.0).round() as usize;
        let of = |whole: usize| whole * thousandths / 1000;
        Self {
            accounts: of(Self::LARGE.accounts),
            groups: of(Self::LARGE.groups),
            applications: of(Self::LARGE.applications),
            events: of(Self::LARGE.events),
        }
    }
}

/// Publishes the demo APIs and fills a portal that has no accounts, or the demo accounts alone.
/// Reports what it is about to add.
///
/// # Errors
/// [`DemoError::NotEmpty`] where other accounts are; nothing is then added. The rest as
/// [`publish`](super::publish).
pub async fn fill_crowd(
    scope: &Scope,
    services: &Services,
    crowd: Crowd,
    mut report: impl FnMut(&'static str, usize),
) -> Result<(), DemoError> {
    scope.require(Role::Administrator)?;
    refuse_unless_empty(scope).await?;
    super::publish(scope, &services.catalogue).await?;
    let mut draw = Draw::new(scope, scope.now() - AGE);
    report("accounts", crowd.accounts);
    let people = people::fill(scope, &mut draw, crowd.accounts).await?;
    report("groups", crowd.groups);
    let companies = companies::fill(scope, &mut draw, crowd.groups, &people).await?;
    report("applications", crowd.applications);
    let count = crowd.applications;
    let filed = requests::fill(scope, services, &mut draw, count, &companies, &people).await?;
    report("events", crowd.events);
    trail::fill(scope, &mut draw, crowd.events, &people, &filed).await?;
    Ok(())
}

async fn refuse_unless_empty(scope: &Scope) -> Result<(), DemoError> {
    let demo = of(scope, &content::story()?).await?;
    let demo = demo.map_or(0, |accounts| accounts.len());
    let accounts = account::Entity::find()
        .count(scope.portal.db.reader())
        .await?;
    if accounts > demo as u64 {
        return Err(DemoError::NotEmpty);
    }
    Ok(())
}

/// The moment of the `number`th of so many, spread evenly from `since` to `until`.
fn moment(since: Timestamp, until: Timestamp, number: usize, of: usize) -> Timestamp {
    let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let span = (until - since).num_milliseconds();
    since + TimeDelta::milliseconds(span / whole(of.max(1)) * whole(number))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use sea_orm::{ColumnTrait, QueryFilter};

    use super::*;
    use crate::{
        Place,
        accounts::support,
        approvals, demo,
        entities::{
            application, application_plan, audit_event, credential, permission_group, request,
            request_decision, request_draft,
        },
        groups,
        requests::{RequestState, tests as requests},
        testing::{self, TestPortal},
    };

    const SOME: Crowd = Crowd {
        accounts: 60,
        groups: 30,
        applications: 700,
        events: 900,
    };

    async fn filled() -> TestPortal {
        let test = testing::portal().await;
        fill_crowd(&test.system(), &test, SOME, |_, _| {})
            .await
            .unwrap();
        test
    }

    #[tokio::test]
    async fn there_are_as_many_as_were_wanted() {
        let test = filled().await;
        let db = test.portal.db.reader();
        let count = account::Entity::find().count(db).await.unwrap();
        assert_eq!(count, SOME.accounts as u64);
        let count = permission_group::Entity::find().count(db).await.unwrap();
        assert_eq!(count, SOME.groups as u64);
        let drafts = request_draft::Entity::find().count(db).await.unwrap();
        let filed = request::Entity::find().count(db).await.unwrap();
        assert!(drafts > 0 && drafts < filed, "{drafts} and {filed}");
        assert_eq!(drafts + filed, SOME.applications as u64);
        let count = audit_event::Entity::find().count(db).await.unwrap();
        assert!(count >= SOME.events as u64);
        let in_state = async |state| {
            let found = request::Entity::find().filter(request::Column::State.eq(state));
            found.count(db).await.unwrap()
        };
        let approved = in_state(RequestState::Approved).await;
        let made = application::Entity::find().count(db).await.unwrap();
        assert!(made > 0 && made == approved, "{made} of {approved}");
        let plans = application_plan::Entity::find().count(db).await.unwrap();
        let keys = credential::Entity::find().count(db).await.unwrap();
        assert_eq!((plans, keys), (made, made));
        let decided = request_decision::Entity::find().count(db).await.unwrap();
        let mut open = 0;
        for state in RequestState::OPEN {
            open += in_state(state).await;
        }
        assert_eq!(decided + open, filed);
    }

    #[tokio::test]
    async fn what_was_made_is_a_portal_in_use() {
        let test = filled().await;
        let manager = test
            .person(
                "gestora@balcao.example",
                &[Role::ContractManager, Role::Support],
            )
            .await;
        let wanted = approvals::Search {
            status: None,
            query: "ltda".to_owned(),
            ..approvals::Search::default()
        };
        let found = approvals::search(&manager, &test.catalogue, &wanted, Place::First)
            .await
            .unwrap();
        assert!(!found.items.is_empty() && found.has_next);
        for item in &found.items {
            let id = item.request.id;
            assert!(
                approvals::review(&manager, &test.catalogue, id)
                    .await
                    .unwrap()
                    .is_some()
            );
        }
        let people = support::find(&manager, "empresa", None).await.unwrap();
        assert!(!people.items.is_empty());
        // A request that is filed next has the next number.
        test.clock.advance(Duration::from_secs(1));
        let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
        let group = groups::create(&ana, requests::new_group("Time")).await;
        let asked = requests::asks(&ana, group.unwrap()).await;
        assert!(!asked.number.is_empty());
    }

    #[tokio::test]
    async fn where_people_are_nobody_is_made_up() {
        let test = testing::portal().await;
        test.person("ana@bancoexemplo.com.br", &[]).await;
        let refused = fill_crowd(&test.system(), &test, SOME, |_, _| {}).await;
        assert!(matches!(refused, Err(DemoError::NotEmpty)));
        assert_eq!(test.catalogue.current().published().count(), 0);

        let test = testing::portal().await;
        demo::fill(&test.system(), &test).await.unwrap();
        fill_crowd(&test.system(), &test, SOME, |_, _| {})
            .await
            .unwrap();
        let again = fill_crowd(&test.system(), &test, SOME, |_, _| {}).await;
        assert!(matches!(again, Err(DemoError::NotEmpty)));
    }
}
