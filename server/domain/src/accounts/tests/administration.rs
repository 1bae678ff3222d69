use super::*;
use crate::{
    Role,
    accounts::administration::{SetRolesError, people, set_roles},
    audit::Action,
};

const ADMIN: &str = "admin@balcao.example";

#[tokio::test]
async fn roles_hold_from_the_next_request_on() {
    let (portal, session) = ana().await;
    let admin = portal.person(ADMIN, &[Role::Administrator]).await;
    let ana = portal.account_of(ANA).await.unwrap().id;
    set_roles(&admin, ana, &[Role::Support, Role::ContractManager])
        .await
        .unwrap();
    assert_eq!(portal.sees(&session).await.unwrap().person.roles.len(), 2);
    set_roles(&admin, ana, &[Role::Support]).await.unwrap();
    assert_eq!(
        portal.sees(&session).await.unwrap().person.roles,
        [Role::Support]
    );
    set_roles(&admin, ana, &[]).await.unwrap();
    assert_eq!(portal.sees(&session).await.unwrap().person.roles, []);
}

#[tokio::test]
async fn the_trail_says_which_roles() {
    let (portal, _) = ana().await;
    let ana = portal.account_of(ANA).await.unwrap().id;
    portal.clock.advance(SECOND);
    set_roles(&portal.system(), ana, &[Role::Support, Role::Administrator])
        .await
        .unwrap();
    let trail = portal.trail().await;
    let last = trail.last().unwrap();
    assert_eq!(last.action, Action::RolesChanged);
    assert_eq!(last.details.as_deref(), Some("support, administrator"));
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let portal = portal().await;
    let admin = portal.person(ADMIN, &[Role::Administrator]).await;
    let id = admin.account_id().unwrap();
    let refused = set_roles(&admin, id, &[Role::Support]).await;
    assert!(matches!(refused, Err(SetRolesError::LastAdministrator)));

    portal.person(ANA, &[Role::Administrator]).await;
    set_roles(&admin, id, &[Role::Support]).await.unwrap();
}

#[tokio::test]
async fn of_two_administrators_who_depose_each_other_one_stays() {
    let portal = portal().await;
    let one = portal.person(ADMIN, &[Role::Administrator]).await;
    let other = portal.person(ANA, &[Role::Administrator]).await;
    let (first, second) = tokio::join!(
        set_roles(&one, other.account_id().unwrap(), &[]),
        set_roles(&other, one.account_id().unwrap(), &[]),
    );
    assert!(first.is_ok() != second.is_ok());
    let left = people(&portal.system(), "", None).await.unwrap().items;
    let administrators = left
        .iter()
        .filter(|it| it.roles.contains(&Role::Administrator));
    assert_eq!(administrators.count(), 1);
}

#[tokio::test]
async fn only_administrators_give_roles() {
    let portal = portal().await;
    let member = portal.person(ANA, &[]).await;
    let support = portal
        .person(BIA, &[Role::Support, Role::ContractManager])
        .await;
    for scope in [portal.scope(), member, support] {
        let own = scope.account_id().unwrap_or_else(|| portal.portal.new_id());
        let refused = set_roles(&scope, own, &[Role::Administrator]).await;
        assert!(matches!(refused, Err(SetRolesError::Forbidden(_))));
        assert!(people(&scope, "", None).await.is_err());
    }
}

#[tokio::test]
async fn nobody_has_no_roles() {
    let portal = portal().await;
    let refused = set_roles(&portal.system(), portal.portal.new_id(), &[]).await;
    assert!(matches!(refused, Err(SetRolesError::NotFound)));
}
