//! Mails as their readers get them.

mod access;
mod leaving;
mod letters;
mod messages;
mod once;
mod plan_change;
mod relay;
mod rendering;
mod secure;
mod wording;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::*;
use domain::{
    Role, Scope, approvals,
    ids::{AccountId, ApplicationId, GroupId},
    jobs::Mail,
    requests::tests as requests,
    testing::{TestPortal, entities::account},
};

const ANA: &str = "ana.souza@bancoexemplo.com.br";
const GROUP: &str = "antifraude@bancoexemplo.com.br";
const MANAGER: &str = "gestor@balcao.example";
const REASON: &str = "Falta dizer quantas chamadas por mês.";

async fn rendered(test: &TestPortal, mail: Mail) -> Option<Message> {
    render(&test.system(), test, &mail).await.unwrap()
}

async fn reads(person: &Scope, locale: &str) {
    account::Entity::update_many()
        .col_expr(account::Column::Locale, Expr::value(locale))
        .filter(account::Column::Id.eq(id(person)))
        .exec(person.portal.db.writer())
        .await
        .unwrap();
}

fn id(person: &Scope) -> AccountId {
    person.account_id().unwrap()
}

/// Ana, who reads Spanish, has an approved Trial; a contract manager is there.
async fn trial() -> (TestPortal, Scope, Scope, GroupId, ApplicationId) {
    let test = requests::portal().await;
    let ana = test.person(ANA, &[]).await;
    reads(&ana, "es").await;
    let manager = test.person(MANAGER, &[Role::ContractManager]).await;
    let group = requests::group(&ana).await;
    let asked = requests::asks(&ana, group).await;
    approvals::approve(&manager, &test.vault, asked.request, None)
        .await
        .unwrap();
    (test, ana, manager, group, asked.application)
}

fn leads_to(mail: &Message, path: &str) {
    let link = format!("https://balcao.example{path}");
    assert!(mail.text.contains(&link), "{link} in {}", mail.text);
    assert!(mail.html.contains(&link), "{link} in {}", mail.html);
}
