//! Who is told of what, in the words of those who are told.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use chrono::{Days, NaiveDate};
use sea_orm::{EntityTrait, PaginatorTrait, Set};

use super::{announce::AT_ONCE, *};
use crate::{
    DbErr, Role, Scope, approvals,
    catalogue::{ApiFiles, ApiState},
    db::Transaction,
    entities::{account, job},
    ids::{AccountId, ApiId, MailId},
    jobs::{AnnouncementHandler, Delivery, DeliveryError, Mail, MailHandler, News, Worker},
    requests::tests::{api, asks, group, portal},
    status::{self, Affected, IncidentFacts, IncidentKind, IncidentStage, NewNote},
    store::bulk,
    testing::{self, TestPortal},
    translated::Translated,
};

/// Keeps what was to be sent, and to whom.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<(AccountId, News)>>>);

impl Told {
    fn take(&self) -> Vec<(AccountId, News)> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

#[async_trait]
impl MailHandler for Told {
    async fn send(&self, _: MailId, mail: &Mail) -> Result<Delivery, DeliveryError> {
        if let Mail::ApiNews { to, news } = *mail {
            self.0.lock().unwrap().push((to, news));
        }
        Ok(Delivery::Sent { to: None })
    }

    async fn taken(&self, _: &Transaction, _: AccountId) -> Result<(), DbErr> {
        Ok(())
    }

    async fn given_up(&self, _: &Transaction, _: AccountId, _: &str) -> Result<(), DbErr> {
        Ok(())
    }
}

struct Office {
    test: TestPortal,
    worker: Worker,
    told: Told,
    /// Uses the SMV.
    ana: Scope,
    /// Uses nothing.
    bia: Scope,
}

async fn office() -> Office {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@outraempresa.com.br", &[]).await;
    let staff = test.person("carlos@balcao.example", Role::ALL).await;
    let group = group(&ana).await;
    let asked = asks(&ana, group).await;
    approvals::approve(&staff, &test.vault, asked.request, None)
        .await
        .unwrap();
    let told = Told::default();
    let worker = test.worker(told.clone());
    worker.run_due().await.unwrap();
    told.take();
    Office {
        test,
        worker,
        told,
        ana,
        bia,
    }
}

impl Office {
    async fn chooses(&self, who: &Scope, slug: &str, is_wanted: bool) {
        let account = who.account_id().unwrap();
        let catalogue = &self.test.catalogue;
        choose(&self.test.portal, catalogue, account, slug, is_wanted)
            .await
            .unwrap();
    }

    /// Who is told of what happened just now, by what they want then.
    async fn tells(&self) -> Vec<(AccountId, News)> {
        self.worker.run_due().await.unwrap();
        let mut wanted = vec![];
        for (to, news) in self.told.take() {
            if is_wanted(&self.test.portal, &self.test.catalogue, to, news)
                .await
                .unwrap()
            {
                wanted.push((to, news));
            }
        }
        wanted.sort_unstable_by_key(|(to, _)| *to);
        wanted
    }

    async fn tells_whom(&self) -> Vec<AccountId> {
        let told = self.tells().await.into_iter();
        told.map(|(to, _)| to).collect()
    }

    async fn imports(&self, files: ApiFiles) {
        testing::import(&self.test, "smv", files).await;
    }

    async fn opens_incident(&self, affected: Affected) {
        let facts = IncidentFacts {
            title: Translated::in_default_language("Fora do ar"),
            kind: IncidentKind::Interruption,
            affected,
            begins_at: self.test.portal.now(),
            ends_at: None,
        };
        let system = self.test.system();
        status::open(
            &system,
            &self.test.status,
            &facts,
            &note(IncidentStage::Investigating),
        )
        .await
        .unwrap();
    }
}

fn note(stage: IncidentStage) -> NewNote {
    let text = Translated::in_default_language("Estamos vendo.");
    NewNote { stage, text }
}

fn id(scope: &Scope) -> AccountId {
    scope.account_id().unwrap()
}

fn smv(office: &Office) -> ApiId {
    api(&office.test.system(), "smv")
}

fn sorted(mut ids: Vec<AccountId>) -> Vec<AccountId> {
    ids.sort_unstable();
    ids
}

#[tokio::test]
async fn whoever_uses_or_follows_an_api_is_told_of_another_version() {
    let office = office().await;
    let version = |version: &str| ApiFiles {
        version: Some(version.to_owned()),
        ..ApiFiles::default()
    };
    office.imports(version("2.0.0")).await;
    assert_eq!(office.tells_whom().await, [id(&office.ana)]);
    office.chooses(&office.bia, "smv", true).await;
    office.imports(version("2.1.0")).await;
    let both = sorted(vec![id(&office.ana), id(&office.bia)]);
    assert_eq!(office.tells_whom().await, both);
    // What has no new number is no news.
    office
        .imports(ApiFiles {
            tags: Some(vec!["identidade".to_owned()]),
            ..ApiFiles::default()
        })
        .await;
    assert_eq!(office.tells().await, []);
    office.chooses(&office.ana, "smv", false).await;
    office.chooses(&office.bia, "smv", false).await;
    office.imports(version("2.2.0")).await;
    assert_eq!(office.tells().await, []);
}

#[tokio::test]
async fn of_its_end_whoever_uses_an_api_is_told_in_any_case() {
    let office = office().await;
    office.chooses(&office.ana, "smv", false).await;
    office.chooses(&office.bia, "smv", true).await;
    office.chooses(&office.bia, "smv", false).await;
    let today: NaiveDate = office.test.portal.now().date_naive();
    office
        .imports(ApiFiles {
            state: Some(ApiState::Deprecated),
            sunset: Some(today + Days::new(60)),
            ..ApiFiles::default()
        })
        .await;
    let deprecated = News::Deprecated { api: smv(&office) };
    assert_eq!(office.tells().await, [(id(&office.ana), deprecated)]);
    let ends = async || {
        let system = office.test.system();
        for _ in 0..2 {
            announce_ends(&system, &office.test.catalogue)
                .await
                .unwrap();
        }
        office.tells().await
    };
    assert_eq!(ends().await, []);
    for (days, mark) in [(30, 30), (24, 7)] {
        office.test.clock.advance(Duration::from_hours(days * 24));
        let ending = News::Ending {
            api: smv(&office),
            days: mark,
        };
        assert_eq!(ends().await, [(id(&office.ana), ending)]);
        assert_eq!(ends().await, []);
    }
}

#[tokio::test]
async fn an_end_that_was_near_from_the_beginning_is_told_once() {
    let office = office().await;
    let today: NaiveDate = office.test.portal.now().date_naive();
    office
        .imports(ApiFiles {
            state: Some(ApiState::Deprecated),
            sunset: Some(today + Days::new(20)),
            ..ApiFiles::default()
        })
        .await;
    assert_eq!(office.tells().await.len(), 1);
    let system = office.test.system();
    announce_ends(&system, &office.test.catalogue)
        .await
        .unwrap();
    assert_eq!(office.tells().await, []);
}

#[tokio::test]
async fn incidents_are_told_to_those_whom_they_concern() {
    let office = office().await;
    office.chooses(&office.bia, "crm-na-nuvem", true).await;
    let crm = api(&office.test.system(), "crm-na-nuvem");
    let both = sorted(vec![id(&office.ana), id(&office.bia)]);
    let apis = |ids: &[ApiId]| Affected::Apis(ids.iter().copied().collect());
    for (affected, whom) in [
        (apis(&[smv(&office)]), vec![id(&office.ana)]),
        (apis(&[crm]), vec![id(&office.bia)]),
        (apis(&[crm, smv(&office)]), both.clone()),
        (Affected::WholePortal, both.clone()),
    ] {
        office.opens_incident(affected.clone()).await;
        assert_eq!(office.tells_whom().await, whom, "{affected:?}");
    }
    let told = office.test.status.current();
    let of_portal = told.all().find(|it| it.concerns_portal()).unwrap().id;
    let system = office.test.system();
    let resolved = note(IncidentStage::Resolved);
    status::add_note(&system, &office.test.status, of_portal, 1, &resolved)
        .await
        .unwrap();
    let told = office.tells().await;
    let whom: Vec<_> = told.iter().map(|(to, _)| *to).collect();
    assert_eq!(whom, both);
    assert!(matches!(told[0].1, News::IncidentClosed { .. }));
}

#[tokio::test]
async fn many_are_told_some_at_a_time_each_once() {
    let office = office().await;
    let many = AT_ONCE * 2 + 50;
    let mut ids = vec![id(&office.ana)];
    let accounts: Vec<_> = (0..many).map(|number| follower(&office, number)).collect();
    ids.extend(accounts.iter().map(|row| row.id.clone().unwrap()));
    let db = office.test.portal.db.begin().await.unwrap();
    let again = sea_orm::sea_query::OnConflict::new()
        .do_nothing()
        .to_owned();
    bulk::insert(&db, accounts, again).await.unwrap();
    db.commit().await.unwrap();
    for account in &ids {
        choose(
            &office.test.portal,
            &office.test.catalogue,
            *account,
            "smv",
            true,
        )
        .await
        .unwrap();
    }
    let news = News::Deprecated { api: smv(&office) };
    let queue = async || {
        let transaction = office.test.portal.db.begin().await.unwrap();
        let work = AnnouncementWork::new(office.test.portal.clone());
        work.announce(&transaction, news.into()).await.unwrap();
        transaction
    };
    // Whoever is killed before the end has told nobody.
    drop(queue().await);
    let jobs = async || {
        let db = office.test.portal.db.reader();
        job::Entity::find().count(db).await.unwrap()
    };
    assert_eq!(jobs().await, 0);
    queue().await.commit().await.unwrap();
    // The first mails, and the job that goes on.
    assert_eq!(jobs().await, AT_ONCE as u64 + 1);
    office.worker.run_due().await.unwrap();
    let told: Vec<_> = office.told.take().into_iter().map(|(to, _)| to).collect();
    assert_eq!(sorted(told), sorted(ids));
}

fn follower(office: &Office, number: usize) -> account::ActiveModel {
    let now = office.test.portal.now();
    account::ActiveModel {
        id: Set(office.test.portal.new_id()),
        email: Set(format!("leitor{number}@empresa.com.br").parse().unwrap()),
        given_name: Set("Ana".to_owned()),
        family_name: Set("Souza".to_owned()),
        search_text: Set(String::new()),
        locale: Set("pt-BR".to_owned()),
        password_hash: Set(None),
        password_changed_at: Set(None),
        email_verified_at: Set(Some(now)),
        terms_version: Set("2026-08".to_owned()),
        terms_accepted_at: Set(now),
        last_sign_in_at: Set(None),
        second_factor_at: Set(None),
        created_at: Set(now),
    }
}

#[tokio::test]
async fn a_link_is_of_one_account_and_for_a_while() {
    let office = office().await;
    let (portal, vault) = (&office.test.portal, &office.test.vault);
    let link = link(portal, vault, id(&office.ana));
    assert_eq!(account_of(portal, vault, &link), Some(id(&office.ana)));
    assert_eq!(account_of(portal, vault, "nonsense"), None);
    office.test.clock.advance(Duration::from_hours(400 * 24));
    assert_eq!(account_of(portal, vault, &link), None);
}

#[tokio::test]
async fn what_is_followed_is_listed_with_its_reason() {
    let office = office().await;
    let list = async |who: &Scope| {
        let (portal, catalogue) = (&office.test.portal, &office.test.catalogue);
        let apis = followed(portal, catalogue, id(who))
            .await
            .unwrap()
            .into_iter();
        apis.map(|it| (it.api.slug.clone(), it.is_used, it.is_wanted))
            .collect::<Vec<_>>()
    };
    let smv = || "smv".to_owned();
    assert_eq!(list(&office.ana).await, [(smv(), true, true)]);
    assert_eq!(list(&office.bia).await, []);
    office.chooses(&office.ana, "smv", false).await;
    office.chooses(&office.bia, "smv", true).await;
    assert_eq!(list(&office.ana).await, [(smv(), true, false)]);
    assert_eq!(list(&office.bia).await, [(smv(), false, true)]);
}
