//! Who looks after a request, and who decides on what.

use chrono::NaiveDate;

use super::*;
use crate::{
    Error, Place,
    entities::account_role,
    ids::AccountId,
    managers::{self, Absence, AbsenceError, Coverage, CoverageChangeError, CoverageError},
};

/// Ana's request, and two who decide.
async fn asked() -> (TestPortal, RequestId, Scope, Scope) {
    let (test, ana, carlos) = people().await;
    let dora = manager(&test, "dora@balcao.example").await;
    let request = asks(&ana, group(&ana).await).await.request;
    (test, request, carlos, dora)
}

fn id(manager: &Scope) -> AccountId {
    manager.account_id().unwrap()
}

async fn assignee(manager: &Scope, request: RequestId) -> Option<AccountId> {
    seen(manager, request).await.assignee.map(|it| it.id)
}

async fn administrator(test: &TestPortal) -> Scope {
    test.person("root@balcao.example", &[Role::Administrator])
        .await
}

fn nothing() -> Coverage {
    Coverage::Only {
        apis: vec![],
        cnpj_roots: vec!["99999999".to_owned()],
    }
}

#[tokio::test]
async fn a_request_is_taken_given_away_and_returned() {
    let (test, request, carlos, dora) = asked().await;
    let (me, colleague) = (id(&carlos), id(&dora));
    assign(&carlos, request, None, Some(me)).await.unwrap();
    assert_eq!(assignee(&dora, request).await, Some(me));
    assign(&carlos, request, Some(me), Some(colleague))
        .await
        .unwrap();
    assert_eq!(assignee(&carlos, request).await, Some(colleague));
    assign(&dora, request, Some(colleague), None).await.unwrap();
    assert_eq!(assignee(&carlos, request).await, None);
    assert_eq!(times(&test, Action::RequestAssigned).await, 2);
    assert_eq!(times(&test, Action::RequestReleased).await, 1);
    let told = Mail::RequestAssigned {
        request,
        manager: colleague,
        by: Some(me),
    };
    let mails = mails(&test).await;
    let assigned = mails
        .iter()
        .filter(|it| matches!(it, Mail::RequestAssigned { .. }));
    assert_eq!(assigned.collect::<Vec<_>>(), [&told]);
}

#[tokio::test]
async fn what_a_former_manager_has_counts_as_nobodys() {
    let (test, request, carlos, dora) = asked().await;
    assign(&dora, request, None, Some(id(&dora))).await.unwrap();
    let unassigned = Search {
        assigned: AssignedTo::Nobody,
        ..Search::default()
    };
    let found = async || {
        let found = search(&carlos, &test.catalogue, &unassigned, Place::First).await;
        found.unwrap().items.len()
    };
    assert_eq!(found().await, 0);
    account_role::Entity::delete_many()
        .filter(account_role::Column::AccountId.eq(id(&dora)))
        .exec(test.portal.db.writer())
        .await
        .unwrap();
    assert_eq!(found().await, 1);
}

#[tokio::test]
async fn of_two_who_take_it_one_has_it_and_the_other_is_told() {
    let (_test, request, carlos, dora) = asked().await;
    let (one, two) = tokio::join!(
        assign(&carlos, request, None, Some(id(&carlos))),
        assign(&dora, request, None, Some(id(&dora)))
    );
    assert_ne!(one.is_ok(), two.is_ok());
    let lost = one.err().or(two.err()).unwrap();
    assert!(matches!(lost, AssignError::Changed), "{lost:?}");
}

#[tokio::test]
async fn what_is_sent_twice_is_done_once() {
    let (test, request, carlos, _) = asked().await;
    for _ in 0..2 {
        assign(&carlos, request, None, Some(id(&carlos)))
            .await
            .unwrap();
    }
    assert_eq!(times(&test, Action::RequestAssigned).await, 1);
}

#[tokio::test]
async fn only_managers_assign_and_only_to_managers() {
    let (test, request, carlos, _) = asked().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let refused = assign(&bia, request, None, Some(id(&bia))).await;
    assert!(matches!(
        refused,
        Err(AssignError::Common(Error::Forbidden(_)))
    ));
    let refused = assign(&carlos, request, None, Some(id(&bia))).await;
    assert!(matches!(refused, Err(AssignError::NotTheirs)));
}

#[tokio::test]
async fn what_is_decided_is_nobodys_to_take() {
    let (_test, request, carlos, dora) = asked().await;
    is_rejected(&carlos, request).await;
    let refused = assign(&dora, request, None, Some(id(&dora))).await;
    assert!(matches!(refused, Err(AssignError::Changed)));
}

#[tokio::test]
async fn a_manager_with_another_part_neither_decides_nor_takes() {
    let (test, request, carlos, dora) = asked().await;
    let root = administrator(&test).await;
    managers::set_coverage(&root, id(&carlos), nothing())
        .await
        .unwrap();
    let refused = approve(&carlos, &test.vault, request, None).await;
    assert!(matches!(refused, Err(DecisionError::NotCovered)));
    let refused = reject(&carlos, request, reason()).await;
    assert!(matches!(refused, Err(DecisionError::NotCovered)));
    let refused = assign(&carlos, request, None, Some(id(&dora))).await;
    assert!(matches!(refused, Err(AssignError::NotCovered)));
    let refused = assign(&dora, request, None, Some(id(&carlos))).await;
    assert!(matches!(refused, Err(AssignError::NotTheirs)));
    let question = "Quantas chamadas por mês?".parse().unwrap();
    let refused = ask(&carlos, request, &question).await;
    assert!(matches!(refused, Err(InquiryError::NotCovered)));
    assert!(!seen(&carlos, request).await.is_covered);
    approve(&dora, &test.vault, request, None).await.unwrap();
    let refused = suspend(&carlos, request.application(), reason()).await;
    assert!(matches!(refused, Err(AccessError::NotCovered)));
}

#[tokio::test]
async fn a_part_is_an_api_or_a_company_whatever_the_establishment() {
    let (test, request, carlos, _) = asked().await;
    let root = administrator(&test).await;
    let smv = test.catalogue.current().by_slug("smv").unwrap().id;
    for (apis, cnpj_roots) in [
        (vec![smv], vec!["99999999".to_owned()]),
        (vec![], vec!["12ABC345".to_owned()]),
    ] {
        let part = Coverage::Only { apis, cnpj_roots };
        managers::set_coverage(&root, id(&carlos), part)
            .await
            .unwrap();
        assert!(seen(&carlos, request).await.is_covered);
    }
    managers::set_coverage(&root, id(&carlos), Coverage::Everything)
        .await
        .unwrap();
    assert_eq!(times(&test, Action::ManagerCoverageChanged).await, 3);
    approve(&carlos, &test.vault, request, None).await.unwrap();
}

#[tokio::test]
async fn a_deputy_decides_while_the_other_is_away() {
    let (test, request, carlos, dora) = asked().await;
    let root = administrator(&test).await;
    managers::set_coverage(&root, id(&dora), nothing())
        .await
        .unwrap();
    let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
    let absence = Absence {
        from: day("2026-08-04"),
        until: day("2026-08-05"),
        deputy: Some(id(&dora)),
    };
    managers::set_absence(&carlos, id(&carlos), Some(absence))
        .await
        .unwrap();
    let decides = async || seen(&dora, request).await.is_covered;
    assert!(!decides().await, "it is 3 August");
    test.clock.advance(std::time::Duration::from_hours(24));
    assert!(decides().await);
    let asked = seen(&dora, request).await.deciders;
    let asked: Vec<_> = asked.iter().map(|it| it.id).collect();
    assert_eq!(asked, [id(&dora)], "who is away is not asked");
    test.clock.advance(std::time::Duration::from_hours(48));
    assert!(!decides().await, "it is 6 August");
}

#[tokio::test]
async fn an_absence_has_days_to_come_and_a_deputy_who_can() {
    let (test, _, carlos, dora) = asked().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let absence = |from: &str, until: &str, deputy: &Scope| Absence {
        from: from.parse().unwrap(),
        until: until.parse().unwrap(),
        deputy: Some(id(deputy)),
    };
    let set = async |absence| managers::set_absence(&carlos, id(&carlos), Some(absence)).await;
    for (from, until) in [("2026-08-05", "2026-08-04"), ("2026-07-01", "2026-08-02")] {
        let refused = set(absence(from, until, &dora)).await;
        assert!(matches!(refused, Err(AbsenceError::Days)), "{until}");
    }
    for deputy in [&carlos, &bia] {
        let refused = set(absence("2026-08-04", "2026-08-04", deputy)).await;
        assert!(matches!(refused, Err(AbsenceError::Deputy)));
    }
}

#[tokio::test]
async fn a_part_is_kept_whole_or_not_at_all() {
    let (test, _, carlos, _) = asked().await;
    let root = administrator(&test).await;
    let companies = |count: usize| Coverage::Only {
        apis: vec![],
        cnpj_roots: (0..count).map(|root| format!("{root:08}")).collect(),
    };
    let set = async |count| managers::set_coverage(&root, id(&carlos), companies(count)).await;
    set(managers::MAX_PARTS).await.unwrap();
    for (count, error) in [
        (0, CoverageError::Empty),
        (managers::MAX_PARTS + 1, CoverageError::TooMany),
    ] {
        let refused = set(count).await;
        assert!(matches!(refused, Err(CoverageChangeError::Coverage(found)) if found == error));
    }
    let kept = managers::manager(&root, id(&carlos)).await.unwrap();
    assert_eq!(kept.coverage, companies(managers::MAX_PARTS));
}

#[tokio::test]
async fn nobody_but_administrators_gives_parts_or_sends_others_away() {
    let (_test, _, carlos, dora) = asked().await;
    let refused = managers::set_coverage(&carlos, id(&dora), Coverage::Everything).await;
    assert!(matches!(
        refused,
        Err(CoverageChangeError::Common(Error::Forbidden(_)))
    ));
    let refused = managers::set_absence(&carlos, id(&dora), None).await;
    assert!(matches!(
        refused,
        Err(AbsenceError::Common(Error::NotFound(_)))
    ));
}
