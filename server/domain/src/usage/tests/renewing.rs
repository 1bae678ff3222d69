//! Plans that renew, and the limits of each plan for itself.

use chrono::TimeDelta;

use super::*;
use crate::{
    catalogue::{ApiFiles, Plan, PlanOffer, PlanTerms, set_upstream},
    gateway::{self, Caller, Refusal},
    jobs::Mail,
    requests::request_plan_change,
    testing,
};

const DAY: u64 = 86_400;

/// A hundred calls each thirty days.
fn each_month() -> PlanTerms {
    PlanTerms {
        calls: Some(100),
        days: Some(30),
        renews: true,
        ..PlanTerms::default()
    }
}

impl Trial {
    /// SMV comes in these plans from now on.
    async fn offers<const N: usize>(&self, plans: [(Plan, PlanTerms); N]) {
        let files = ApiFiles {
            plans: Some(plans.into()),
            ..ApiFiles::default()
        };
        testing::import(&self.test, "smv", files).await;
    }

    /// The terms of the period that runs.
    fn monthly(&self) -> Terms {
        let offer = PlanOffer {
            plan: Plan::Trial,
            calls: Some(100),
            days: Some(30),
            renews: true,
        };
        let since = self.terms(1).starts_at;
        Terms::of_plan(self.application, offer, since, self.now()).unwrap()
    }

    async fn quota(&self) -> QuotaView {
        let view = quota_of(&self.ana, &self.test.catalogue, self.application).await;
        view.unwrap().unwrap()
    }

    async fn marks(&self) -> Vec<u8> {
        let mails = requests::mails(&self.test).await.into_iter();
        let marks = mails.filter_map(|mail| match mail {
            Mail::QuotaMark { percent, .. } => Some(percent),
            _ => None,
        });
        marks.collect()
    }
}

#[tokio::test]
async fn at_the_end_of_a_period_a_new_count_begins_on_every_instance() {
    let trial = trial().await;
    let (first, second) = (meter(1), meter(2));
    assert_eq!(trial.calls(&first, &trial.monthly(), 60).await, 60);
    trial.flush(&first).await;
    trial.close(&first).await;
    assert_eq!(trial.calls(&second, &trial.monthly(), 100).await, 40);
    trial.passes(30 * DAY - 1);
    assert_eq!(trial.calls(&second, &trial.monthly(), 10).await, 0);
    trial.passes(1);
    assert_eq!(trial.calls(&first, &trial.monthly(), 30).await, 30);
    // This instance still holds a lease of the period before.
    assert_eq!(trial.calls(&second, &trial.monthly(), 10).await, 10);
    trial.close(&second).await;
    trial.close(&first).await;
    assert_eq!(trial.granted().await, (40, BTreeMap::new()));
    assert_eq!(trial.calls(&first, &trial.monthly(), 100).await, 60);
    // Periods without a call are passed over.
    trial.passes(100 * DAY);
    assert_eq!(trial.calls(&first, &trial.monthly(), 150).await, 100);
}

#[tokio::test]
async fn the_state_tells_the_window_and_what_is_left_of_it() {
    let trial = trial().await;
    let meter = meter(1);
    trial.passes(40 * DAY);
    let admission = meter.admit(trial.portal(), &trial.monthly()).await.unwrap();
    let Admission::Within(state) = admission else {
        panic!("{admission:?}");
    };
    assert_eq!((state.calls, state.remaining), (100, 99));
    assert_eq!(state.window, Some(Duration::from_secs(30 * DAY)));
    assert_eq!(state.left, Some(Duration::from_secs(20 * DAY)));
    let [(_, policy), (_, limit)] = rate_limit(CallKind::Trial, &state);
    assert_eq!(policy, "\"trial\";q=100;w=2592000");
    assert_eq!(limit, "\"trial\";r=99;t=1728000");
}

#[tokio::test]
async fn a_new_period_tells_its_marks_anew() {
    let trial = trial().await;
    let meter = meter(1);
    trial.calls(&meter, &trial.monthly(), 100).await;
    trial.flush(&meter).await;
    trial.passes(30 * DAY);
    trial.flush(&meter).await;
    trial.calls(&meter, &trial.monthly(), 10).await;
    trial.flush(&meter).await;
    assert_eq!(trial.marks().await, [100]);
    trial.calls(&meter, &trial.monthly(), 45).await;
    trial.flush(&meter).await;
    assert_eq!(trial.marks().await, [100, 50]);
}

#[tokio::test]
async fn its_quota_is_seen_as_it_stands_in_the_period_that_runs() {
    let trial = trial().await;
    trial.offers([(Plan::Trial, each_month())]).await;
    let began = trial.now();
    let meter = meter(1);
    trial.calls(&meter, &trial.monthly(), 90).await;
    trial.counts(&meter, 200, 90);
    trial.flush(&meter).await;
    let first = trial.quota().await;
    let ends = first.ends_at.unwrap();
    assert_eq!((first.used, first.limit, first.renews), (90, 100, true));
    assert_eq!(
        (first.starts_at, ends),
        (began, began + TimeDelta::days(30))
    );

    trial.passes(30 * DAY);
    let second = trial.quota().await;
    assert_eq!((second.used, second.mark, second.forecast), (0, None, None));
    assert_eq!(second.starts_at, ends);
    assert_eq!(second.ends_at, Some(ends + TimeDelta::days(30)));
    assert!(!second.is_over(trial.now()));

    // The last seven days tell, also those of the period before: 28 calls in a week, and 72 are left.
    trial.passes(DAY);
    trial.calls(&meter, &trial.monthly(), 28).await;
    trial.counts(&meter, 200, 28);
    trial.flush(&meter).await;
    let used = trial.quota().await;
    assert_eq!((used.used, used.left()), (28, 72));
    let in_18_days = trial.now() + TimeDelta::days(18);
    assert_eq!(used.forecast, Some(Forecast::RunsOut(in_18_days)));
}

#[tokio::test]
async fn a_plan_that_begins_to_renew_goes_on_and_one_that_ceases_ends() {
    let trial = trial().await;
    let meter = meter(1);
    let once = || Terms {
        ends_at: Some(trial.terms(1).starts_at + TimeDelta::days(30)),
        ..trial.terms(100)
    };
    assert_eq!(trial.calls(&meter, &once(), 70).await, 70);
    // The same period: what was used stays used.
    assert_eq!(trial.calls(&meter, &trial.monthly(), 70).await, 30);
    trial.passes(31 * DAY);
    assert_eq!(trial.calls(&meter, &once(), 1).await, 0);
    assert_eq!(trial.calls(&meter, &trial.monthly(), 70).await, 70);
    assert_eq!(trial.calls(&meter, &once(), 1).await, 0);
    assert_eq!(trial.calls(&meter, &trial.monthly(), 70).await, 30);
}

#[tokio::test]
async fn pay_per_use_is_held_to_its_own_terms_from_the_change_of_plan_on() {
    let trial = trial().await;
    let carlos = trial
        .test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let pay = |calls| PlanTerms {
        calls,
        ..each_month()
    };
    trial
        .offers([
            (Plan::Trial, each_month()),
            (Plan::PayPerUse, pay(Some(10))),
        ])
        .await;
    let test = &trial.test;
    let url = Some("https://api.example".to_owned());
    set_upstream(&test.system(), &test.catalogue, "smv", url)
        .await
        .unwrap();
    trial.calls(&test.meter, &trial.monthly(), 80).await;
    trial.passes(12 * DAY);
    let asked = request_plan_change(&trial.ana, &test.catalogue, trial.application).await;
    approvals::approve(&carlos, &test.vault, asked.unwrap().request, None)
        .await
        .unwrap();

    let changed_at = trial.now();
    let quota = trial.quota().await;
    assert_eq!(
        (quota.plan, quota.used, quota.limit),
        (Plan::PayPerUse, 0, 10)
    );
    assert_eq!(quota.starts_at, changed_at);
    let key = requests::keys(&trial.ana, trial.application).await.unwrap();
    let client = test.authority.client(&test.portal, &key.public_key).await;
    let client = client.unwrap().unwrap();
    let caller = Caller {
        kind: client.plan.into(),
        client,
    };
    let api = || test.catalogue.current().by_slug("smv").unwrap();
    for _ in 0..10 {
        let spent = gateway::spend(test, &api(), &caller).await;
        assert!(spent.unwrap().is_some());
    }
    let refused = gateway::spend(test, &api(), &caller).await;
    assert!(
        matches!(refused, Err(Refusal::Exhausted(..))),
        "{refused:?}"
    );
    trial.passes(30 * DAY);
    let spent = gateway::spend(test, &api(), &caller).await;
    assert_eq!(spent.unwrap().unwrap().remaining, 9);

    // Without a limit of calls and without days it goes on for ever, and its days alone end it.
    trial
        .offers([(Plan::PayPerUse, PlanTerms::default())])
        .await;
    let spent = gateway::spend(test, &api(), &caller).await;
    assert_eq!(spent.unwrap(), None);
    let for_a_month = PlanTerms {
        days: Some(30),
        ..PlanTerms::default()
    };
    trial.offers([(Plan::PayPerUse, for_a_month)]).await;
    let refused = gateway::spend(test, &api(), &caller).await;
    assert!(matches!(refused, Err(Refusal::Ended(..))), "{refused:?}");
    test.meter.close(&test.portal).await.unwrap();
}
