//! Programs that registered themselves for somebody, and their ends.

use std::time::Duration;

use super::{
    self_registering::{metadata, registers_itself},
    *,
};

#[tokio::test]
async fn people_delete_their_own_programs_and_no_others() {
    let (test, dora, ana) = portal().await;
    let program = registers_itself(&test, &ana, &metadata()).await.unwrap();
    let of_administrators = registers(&dora, authorization_client()).await;
    let code = agrees(&ana, program.id, &[]).await;
    let answer = asks(&test, (program.id, None), proof(&code)).await.unwrap();
    assert!(!delete_own(&dora, program.id).await.unwrap());
    assert!(!delete_own(&ana, of_administrators).await.unwrap());
    assert!(delete_own(&test.scope(), program.id).await.is_err());
    assert!(is_good(&test, &answer).await);
    assert!(delete_own(&ana, program.id).await.unwrap());
    assert!(!is_good(&test, &answer).await);
    assert!(!delete_own(&ana, program.id).await.unwrap());
    assert_eq!(own_programs(&ana).await.unwrap(), []);
    let event = &trail(&test, Action::ClientDeleted).await[0];
    assert_eq!(event.actor_id, ana.account_id());
    assert_eq!(told(&test).await, [ClientAct::Registered], "she knows");
}

#[tokio::test]
async fn administrators_stop_it_and_its_person_is_told() {
    let (test, dora, ana) = portal().await;
    let program = registers_itself(&test, &ana, &metadata()).await.unwrap();
    disable(&dora, program.id).await.unwrap();
    assert!(own_programs(&ana).await.unwrap()[0].is_disabled);
    let asked = is_asked(&ana, &parameters(program.id, &[])).await;
    assert!(matches!(asked, Err(AuthorizationError::Client)));
    delete(&dora, program.id).await.unwrap();
    let acts = [
        ClientAct::Registered,
        ClientAct::Disabled,
        ClientAct::Deleted,
    ];
    assert_eq!(told(&test).await, acts);
}

#[tokio::test]
async fn nobody_has_more_than_twenty() {
    let (test, dora, ana) = portal().await;
    let mut last = None;
    for _ in 0..MAX_OWN {
        let program = registers_itself(&test, &ana, &metadata()).await.unwrap();
        last = Some(program.id);
    }
    let more = make_registration_token(&ana).await;
    assert!(matches!(more, Err(RegistrationTokenError::TooMany)));
    registers_itself(&test, &dora, &metadata()).await.unwrap();
    assert!(delete_own(&ana, last.unwrap()).await.unwrap());
    registers_itself(&test, &ana, &metadata()).await.unwrap();
}

#[tokio::test]
async fn what_nobody_used_for_ninety_days_is_gone() {
    let (test, dora, ana) = portal().await;
    let unused = registers_itself(&test, &ana, &metadata()).await.unwrap().id;
    let used = registers_itself(&test, &ana, &metadata()).await.unwrap().id;
    let of_administrators = registers(&dora, authorization_client()).await;
    let days = |days: u64| test.clock.advance(Duration::from_hours(24 * days));
    let left = async || {
        delete_stale(&test.portal).await.unwrap();
        let clients = list(&dora, None).await.unwrap().items;
        let mut ids: Vec<_> = clients.into_iter().map(|client| client.id).collect();
        ids.sort_unstable();
        ids
    };
    let sorted = |ids: &[ClientId]| {
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        ids
    };
    days(80);
    let ana = test.confirmed(&ana);
    let code = agrees(&ana, used, &[]).await;
    asks(&test, (used, None), proof(&code)).await.unwrap();
    days(9);
    let all = sorted(&[unused, used, of_administrators]);
    assert_eq!(left().await, all);
    days(1);
    assert_eq!(left().await, sorted(&[used, of_administrators]));
    days(30);
    assert_eq!(left().await, [of_administrators]);
}
