//! Staff hand a group over, by two of them.

use super::*;
use crate::{
    Role,
    groups::handover::{HandoverError, confirm, for_staff, propose, withdraw},
    requests::tests::{joins, reason},
};

const BIA: &str = "bia@bancoexemplo.com.br";

#[tokio::test]
async fn a_second_person_confirms_and_every_owner_is_told() {
    let (test, ana, bia, bank) = team().await;
    let julia = test.person("julia@balcao.example", &[Role::Support]).await;
    let caio = test.person("caio@balcao.example", &[Role::Support]).await;
    let to = BIA.parse().unwrap();
    let proposed = propose(&julia, bank, &to, &reason()).await.unwrap();
    let again = propose(&caio, bank, &to, &reason()).await;
    assert!(matches!(again, Err(HandoverError::AlreadyOpen)));
    let alone = confirm(&julia, proposed).await;
    assert!(matches!(alone, Err(HandoverError::SecondPerson)));
    assert!(
        for_staff(&julia, bank)
            .await
            .unwrap()
            .waiting
            .unwrap()
            .is_own
    );
    assert_eq!(role(&bia, bank).await, Some(MemberRole::Developer));
    confirm(&caio, proposed).await.unwrap();
    assert_eq!(role(&bia, bank).await, Some(MemberRole::Owner));
    assert_eq!(role(&ana, bank).await, Some(MemberRole::Owner));
    let over = withdraw(&caio, proposed).await;
    assert!(matches!(over, Err(HandoverError::Over)));
    let told = |to: &Scope| Mail::GroupHandover {
        handover: proposed,
        to: id(to),
    };
    let sent = mails(&test).await;
    assert_eq!(sent.iter().filter(|it| **it == told(&ana)).count(), 2);
    assert_eq!(times(&test, Action::HandoverConfirmed).await, 1);
}

#[tokio::test]
async fn nobody_of_the_group_or_for_themselves_hands_it_over() {
    let (test, _, _, bank) = team().await;
    let julia = test.person("julia@balcao.example", &[Role::Support]).await;
    let own = "julia@balcao.example".parse().unwrap();
    let own = propose(&julia, bank, &own, &reason()).await;
    assert!(matches!(own, Err(HandoverError::SecondPerson)), "{own:?}");
    let to = BIA.parse().unwrap();
    let proposed = propose(&julia, bank, &to, &reason()).await.unwrap();
    let caio = test.person("caio@balcao.example", &[Role::Support]).await;
    joins(&caio, bank).await;
    let member = confirm(&caio, proposed).await;
    assert!(
        matches!(member, Err(HandoverError::SecondPerson)),
        "{member:?}"
    );
}

#[tokio::test]
async fn nobody_else_hands_groups_of_others_over() {
    let (test, ana, _, bank) = team().await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let julia = test.person("julia@balcao.example", &[Role::Support]).await;
    for who in [&ana, &carlos] {
        let refused = propose(who, bank, &BIA.parse().unwrap(), &reason()).await;
        assert!(matches!(
            refused,
            Err(HandoverError::Common(Error::Forbidden(_)))
        ));
    }
    let nobody = "ninguem@bancoexemplo.com.br".parse().unwrap();
    let refused = propose(&julia, bank, &nobody, &reason()).await;
    assert!(matches!(refused, Err(HandoverError::UnknownPerson)));
    let own = "ana@bancoexemplo.com.br".parse().unwrap();
    let refused = propose(&julia, bank, &own, &reason()).await;
    assert!(matches!(refused, Err(HandoverError::AlreadyOwner)));
}
