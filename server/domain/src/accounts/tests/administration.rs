use super::*;
use crate::{
    Error, Role,
    accounts::administration::{ChangeRolesError, RoleChange, RoleUpdate, change_roles, people},
    audit::Action,
    ids::AccountId,
};

const ADMIN: &str = "admin@balcao.example";

/// Every other role is taken.
async fn set_roles(
    scope: &Scope,
    id: AccountId,
    roles: &[Role],
) -> Result<RoleUpdate, ChangeRolesError> {
    let others = Role::ALL.iter().filter(|role| !roles.contains(role));
    let change = RoleChange {
        give: roles.to_vec(),
        take: others.copied().collect(),
    };
    change_roles(scope, id, &change).await
}

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
    portal.person(ADMIN, &[Role::Administrator]).await;
    for roles in [&[Role::Administrator, Role::Support][..], &[Role::Support]] {
        set_roles(&portal.system(), ana, roles).await.unwrap();
        // The same once more is no change.
        set_roles(&portal.system(), ana, roles).await.unwrap();
        portal.clock.advance(SECOND);
    }
    let trail = portal.trail().await;
    let trail = trail
        .iter()
        .filter(|event| event.action == Action::RolesChanged);
    let details: Vec<_> = trail
        .map(|event| event.details.as_deref().unwrap())
        .collect();
    let expected = [
        "(none) → support, administrator",
        "support, administrator → support",
    ];
    assert_eq!(details, expected);
}

#[tokio::test]
async fn whoever_may_do_another_thing_is_told() {
    let (portal, _) = ana().await;
    let account = portal.account_of(ANA).await.unwrap().id;
    let admin = portal.person(ADMIN, &[Role::Administrator]).await;
    let (before, after) = (vec![], vec![Role::Support]);
    for _ in 0..2 {
        set_roles(&admin, account, &after).await.unwrap();
    }
    let told = Mail::RolesChanged {
        account,
        before,
        after,
    };
    assert_eq!(portal.mails().await, [told]);
}

#[tokio::test]
async fn an_open_browser_gives_no_roles() {
    let (portal, session) = ana().await;
    let account = portal.account_of(ANA).await.unwrap().id;
    let admin = portal.person(ADMIN, &[Role::Administrator]).await;
    portal.clock.advance(30 * MINUTE);
    let refused = set_roles(&admin, account, &[Role::Support]).await;
    assert!(matches!(refused, Err(ChangeRolesError::Unconfirmed)));
    assert_eq!(portal.sees(&session).await.unwrap().person.roles, []);
    let admin = portal.confirmed(&admin);
    set_roles(&admin, account, &[Role::Support]).await.unwrap();
}

#[tokio::test]
async fn two_administrators_at_two_old_pages_both_have_their_way() {
    let portal = portal().await;
    let admin = portal.person(ADMIN, &[Role::Administrator]).await;
    let id = portal
        .person(ANA, &[Role::Support])
        .await
        .account_id()
        .unwrap();
    let seen = [Role::Support];
    let gives = RoleChange::between(&seen, &[Role::Support, Role::ContractManager]);
    let takes = RoleChange::between(&seen, &[]);
    change_roles(&admin, id, &gives).await.unwrap();
    let changed = change_roles(&admin, id, &takes).await.unwrap();
    let before = vec![Role::ContractManager, Role::Support];
    let after = vec![Role::ContractManager];
    assert_eq!(changed, RoleUpdate { before, after });
}

#[tokio::test]
async fn who_changes_nothing_takes_nothing_away() {
    let portal = portal().await;
    let admin = portal.person(ADMIN, &[Role::Administrator]).await;
    let id = admin.account_id().unwrap();
    let changed = change_roles(&admin, id, &RoleChange::default()).await;
    assert_eq!(changed.unwrap().after, [Role::Administrator]);
    assert_eq!(portal.mails().await, []);
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let portal = portal().await;
    let admin = portal.person(ADMIN, &[Role::Administrator]).await;
    let id = admin.account_id().unwrap();
    let refused = set_roles(&admin, id, &[Role::Support]).await;
    assert!(matches!(refused, Err(ChangeRolesError::LastAdministrator)));

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
        assert!(matches!(
            refused,
            Err(ChangeRolesError::Common(Error::Forbidden(_)))
        ));
        assert!(people(&scope, "", None).await.is_err());
    }
}

#[tokio::test]
async fn nobody_has_no_roles() {
    let portal = portal().await;
    let refused = set_roles(&portal.system(), portal.portal.new_id(), &[]).await;
    assert!(matches!(
        refused,
        Err(ChangeRolesError::Common(Error::NotFound(_)))
    ));
}
