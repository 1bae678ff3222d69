//! What the lists of contract managers ask of the database, and what stands around them.

use super::{People, people, whole_tables};
use crate::{
    Place, Scope,
    approvals::{self, AssignedTo, Search},
    ids::RequestId,
    requests::{
        self, RequestOrder,
        tests::{asks, is_rejected},
    },
    testing::TestPortal,
};

#[tokio::test]
async fn lists_of_managers_read_no_table_from_end_to_end() {
    let People {
        test,
        ana,
        staff,
        group,
        request,
        ..
    } = people().await;
    let rejected = asks(&ana, group).await.request;
    is_rejected(&staff, rejected).await;
    for at in [request, rejected] {
        narrowed(&test, &staff, at).await;
    }
    around(&test, &staff).await;
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

/// Lists with filters in every order, on either side of a request.
async fn narrowed(test: &TestPortal, staff: &Scope, at: RequestId) {
    let api = requests::tests::api(staff, "smv");
    let some = [
        ("", "", AssignedTo::Asker),
        ("banco", "", AssignedTo::Nobody),
        ("", "banco", AssignedTo::Anybody),
        ("", "12.ABC.345", AssignedTo::Anybody),
        ("", requests::tests::CNPJ, AssignedTo::Anybody),
    ];
    for order in [
        RequestOrder::Age,
        RequestOrder::Target,
        RequestOrder::Company,
    ] {
        for (query, company, assigned) in some {
            let wanted = Search {
                query: query.to_owned(),
                company: company.to_owned(),
                api: Some(api),
                assigned,
                order,
                ..Search::default()
            };
            for place in [Place::First, Place::After(at), Place::Before(at)] {
                approvals::search(staff, &test.catalogue, &wanted, place)
                    .await
                    .unwrap();
            }
            approvals::counts(staff, &wanted).await.unwrap();
        }
    }
}

/// What stands around the lists, and what is done with them.
async fn around(test: &TestPortal, staff: &Scope) {
    approvals::count_open(staff).await.unwrap();
    approvals::views(staff).await.unwrap();
    approvals::colleagues(staff).await.unwrap();
    let period = approvals::Period::Quarter;
    approvals::numbers(staff, &test.catalogue, period)
        .await
        .unwrap();
    let (manager, since) = (staff.account_id().unwrap(), staff.now());
    approvals::digest(&test.system(), &test.catalogue, manager, since)
        .await
        .unwrap();
    requests::set_missing_targets(&test.system()).await.unwrap();
}
