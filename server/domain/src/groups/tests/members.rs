//! Roles, removal, leaving and handing over: an owner always remains.

use super::*;

fn is_last_owner(done: &Result<(), MemberError>) -> bool {
    matches!(done, Err(MemberError::LastOwner))
}

#[tokio::test]
async fn the_last_owner_neither_leaves_nor_steps_down() {
    let (test, ana, bia, bank) = team().await;
    assert!(is_last_owner(&leave(&ana, bank).await));
    assert!(is_last_owner(&remove(&ana, bank, id(&ana)).await));
    let steps_down = change_role(&ana, bank, id(&ana), MemberRole::Viewer).await;
    assert!(is_last_owner(&steps_down));
    assert_eq!(role(&ana, bank).await, Some(MemberRole::Owner));
    change_role(&ana, bank, id(&bia), MemberRole::Owner)
        .await
        .unwrap();
    leave(&ana, bank).await.unwrap();
    assert_eq!(role(&ana, bank).await, None);
    assert!(is_last_owner(&leave(&bia, bank).await));
    assert_eq!(times(&test, Action::MemberLeft).await, 1);
}

#[tokio::test]
async fn of_two_owners_who_leave_at_the_same_moment_one_stays() {
    let (test, ana, bia, bank) = team().await;
    change_role(&ana, bank, id(&bia), MemberRole::Owner)
        .await
        .unwrap();
    let (one, two) = tokio::join!(leave(&ana, bank), leave(&bia, bank));
    assert_eq!(
        [&one, &two].iter().filter(|it| is_last_owner(it)).count(),
        1
    );
    assert_eq!(times(&test, Action::MemberLeft).await, 1);
    let owners = [role(&ana, bank).await, role(&bia, bank).await];
    assert_eq!(owners.iter().flatten().count(), 1);
}

#[tokio::test]
async fn owners_who_remove_each_other_leave_one() {
    let (_test, ana, bia, bank) = team().await;
    change_role(&ana, bank, id(&bia), MemberRole::Owner)
        .await
        .unwrap();
    let (one, two) = tokio::join!(remove(&ana, bank, id(&bia)), remove(&bia, bank, id(&ana)));
    assert_eq!([one, two].iter().filter(|it| it.is_ok()).count(), 1);
}

#[tokio::test]
async fn who_is_removed_is_told_and_sees_nothing_from_then_on() {
    let (test, ana, bia, bank) = team().await;
    remove(&ana, bank, id(&bia)).await.unwrap();
    assert!(super::super::find(&bia, bank).await.unwrap().is_none());
    let told = Mail::MembershipChanged {
        group: bank,
        account: id(&bia),
        role: None,
    };
    assert_eq!(mails(&test).await, [told]);
    assert_eq!(times(&test, Action::MemberRemoved).await, 1);
    let again = remove(&ana, bank, id(&bia)).await;
    assert!(matches!(
        again,
        Err(MemberError::Common(Error::NotFound(_)))
    ));
}

#[tokio::test]
async fn handing_over_swaps_the_roles_and_tells_the_new_owner() {
    let (test, ana, bia, bank) = team().await;
    hand_over(&ana, bank, id(&bia)).await.unwrap();
    assert_eq!(role(&ana, bank).await, Some(MemberRole::Developer));
    assert_eq!(role(&bia, bank).await, Some(MemberRole::Owner));
    let told = Mail::MembershipChanged {
        group: bank,
        account: id(&bia),
        role: Some(MemberRole::Owner),
    };
    assert_eq!(mails(&test).await, [told]);
    let again = hand_over(&ana, bank, id(&bia)).await;
    assert!(matches!(
        again,
        Err(MemberError::Common(Error::Forbidden(_)))
    ));
}

#[tokio::test]
async fn only_owners_change_the_team_and_strangers_see_none() {
    let (test, ana, bia, bank) = team().await;
    let eve = test.person("eve@outra.example", &[]).await;
    for change in [
        change_role(&bia, bank, id(&bia), MemberRole::Owner).await,
        remove(&bia, bank, id(&ana)).await,
        hand_over(&bia, bank, id(&bia)).await,
    ] {
        assert!(matches!(
            change,
            Err(MemberError::Common(Error::Forbidden(_)))
        ));
    }
    let strange = [
        change_role(&eve, bank, id(&eve), MemberRole::Owner).await,
        remove(&eve, bank, id(&ana)).await,
        leave(&eve, bank).await,
    ];
    for change in strange {
        assert!(matches!(
            change,
            Err(MemberError::Common(Error::NotFound(_)))
        ));
    }
    assert!(matches!(
        page(&eve, bank, None).await,
        Err(Error::NotFound(_))
    ));
    let people = page(&bia, bank, None).await.unwrap().items;
    assert_eq!(people.len(), 2);
    assert!(people.iter().all(|it| it.last_sign_in_at.is_none()));
}
