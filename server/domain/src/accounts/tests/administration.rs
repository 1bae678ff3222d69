use super::*;
use crate::{
    Error, Role,
    accounts::administration::{ChangeRolesError, RoleChange, RoleUpdate, change_roles, people},
    accounts::{NominationError, PeopleFilter, SignInFilter, agree, nominations, withdraw},
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
    let is_nominated = false;
    assert_eq!(
        changed,
        RoleUpdate {
            before,
            after,
            is_nominated
        }
    );
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
async fn of_two_administrators_who_give_up_their_role_at_once_one_stays() {
    let portal = portal().await;
    let one = portal.person(ADMIN, &[Role::Administrator]).await;
    let other = portal.person(ANA, &[Role::Administrator]).await;
    let (first, second) = tokio::join!(
        set_roles(&one, one.account_id().unwrap(), &[]),
        set_roles(&other, other.account_id().unwrap(), &[]),
    );
    assert!(first.is_ok() != second.is_ok());
    let left = people(&portal.system(), &PeopleFilter::default(), None)
        .await
        .unwrap()
        .items;
    let administrators = left
        .iter()
        .filter(|it| it.roles.contains(&Role::Administrator));
    assert_eq!(administrators.count(), 1);
}

/// Alone, either of them could make administrators with nobody's yes.
#[tokio::test]
async fn one_of_two_administrators_does_not_depose_the_other() {
    let portal = portal().await;
    let one = portal.person(ADMIN, &[Role::Administrator]).await;
    let other = portal.person(ANA, &[Role::Administrator]).await;
    let ana = other.account_id().unwrap();
    let refused = set_roles(&one, ana, &[]).await;
    assert!(matches!(refused, Err(ChangeRolesError::OtherOfTwo)));
    portal.person(BIA, &[Role::Administrator]).await;
    set_roles(&one, ana, &[]).await.unwrap();
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
        assert!(
            people(&scope, &PeopleFilter::default(), None)
                .await
                .is_err()
        );
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

#[tokio::test]
async fn a_second_administrator_lets_somebody_become_one() {
    let portal = portal().await;
    let one = portal.person(ADMIN, &[Role::Administrator]).await;
    let other = portal
        .person("outra@balcao.example", &[Role::Administrator])
        .await;
    let ana = portal.person(ANA, &[]).await.account_id().unwrap();
    let both = [Role::Administrator, Role::Support];
    let changed = set_roles(&one, ana, &both).await.unwrap();
    assert_eq!(changed.after, [Role::Support]);
    assert!(changed.is_nominated);
    // Once more is no second nomination.
    set_roles(&one, ana, &both).await.unwrap();
    let waiting = nominations(&other).await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].account.id, ana);
    let own = agree(&one, waiting[0].id).await;
    assert!(matches!(own, Err(NominationError::Own)));
    agree(&other, waiting[0].id).await.unwrap();
    let all = people(&one, &PeopleFilter::default(), None).await.unwrap();
    let now = all.items.iter().find(|it| it.id == ana).unwrap();
    assert!(now.roles.contains(&Role::Administrator), "{now:?}");
    assert_eq!(nominations(&other).await.unwrap(), []);
    let again = agree(&other, waiting[0].id).await;
    assert!(matches!(
        again,
        Err(NominationError::Common(Error::NotFound(_)))
    ));
}

#[tokio::test]
async fn a_nomination_is_turned_down_and_ends_with_its_author() {
    let portal = portal().await;
    let one = portal.person(ADMIN, &[Role::Administrator]).await;
    let other = portal
        .person("outra@balcao.example", &[Role::Administrator])
        .await;
    let ana = portal.person(ANA, &[]).await.account_id().unwrap();
    set_roles(&one, ana, &[Role::Administrator]).await.unwrap();
    let waiting = nominations(&other).await.unwrap();
    withdraw(&other, waiting[0].id).await.unwrap();
    assert_eq!(nominations(&other).await.unwrap(), []);
    set_roles(&one, ana, &[Role::Administrator]).await.unwrap();
    let waiting = nominations(&other).await.unwrap();
    set_roles(&portal.system(), one.account_id().unwrap(), &[])
        .await
        .unwrap();
    let late = agree(&other, waiting[0].id).await;
    assert!(matches!(
        late,
        Err(NominationError::Common(Error::NotFound(_)))
    ));
    portal
        .person("terceira@balcao.example", &[Role::Administrator])
        .await;
    set_roles(&other, ana, &[Role::Administrator])
        .await
        .unwrap();
    assert_eq!(nominations(&other).await.unwrap().len(), 1);
    portal.clock.advance(Duration::from_hours(7 * 24));
    assert_eq!(nominations(&other).await.unwrap(), [], "a week later");
    let member = portal.person("caio@empresa.com.br", &[]).await;
    assert!(nominations(&member).await.is_err());
    assert!(agree(&member, waiting[0].id).await.is_err());
    assert!(withdraw(&member, waiting[0].id).await.is_err());
}

#[tokio::test]
async fn people_are_found_by_role_state_and_last_sign_in() {
    let portal = portal().await;
    let admin = portal.person(ADMIN, &[Role::Administrator]).await;
    portal.person(ANA, &[Role::Support]).await;
    portal.person("bia@empresa.com.br", &[]).await;
    let found = async |filter: PeopleFilter| {
        let found = people(&admin, &filter, None).await.unwrap().items;
        let mut found: Vec<_> = found.iter().map(|it| it.email.to_string()).collect();
        found.sort();
        found
    };
    let all = PeopleFilter::default;
    let role = Some(Role::Support);
    assert_eq!(found(PeopleFilter { role, ..all() }).await, [ANA]);
    let words = PeopleFilter {
        role,
        ..PeopleFilter::of_words("empresa")
    };
    let with_words = found(words).await;
    assert!(with_words.iter().all(|it| it == ANA), "{with_words:?}");
    let verified = Some(false);
    assert_eq!(found(PeopleFilter { verified, ..all() }).await, [""; 0]);
    let sign_in = Some(SignInFilter::Never);
    assert_eq!(found(PeopleFilter { sign_in, ..all() }).await.len(), 3);
    let sign_in = Some(SignInFilter::Since(portal.portal.now()));
    assert_eq!(found(PeopleFilter { sign_in, ..all() }).await, [""; 0]);
}
