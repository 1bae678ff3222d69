use super::*;
use crate::{
    Error, Role,
    accounts::{
        ConfirmError, SessionKind, change_password, confirm,
        factors::{
            self, CompleteError, FactorError, GivenFactor, RecoveryCode, RemovalError, TotpSecret,
        },
        sessions, support,
    },
    audit::Action,
    entities::account_role,
    testing,
    vocabulary::FactorChange,
};

const STEP: Duration = Duration::from_secs(30);
const NEW: &str = "Outra-8-carroças";

/// Ana with an authenticator app, and the recovery codes that she was shown.
struct AnaWithApp {
    portal: TestPortal,
    here: OpenedSession,
    app: TotpSecret,
    codes: Vec<RecoveryCode>,
}

async fn ana_with_app() -> AnaWithApp {
    let (portal, here) = ana().await;
    let scope = portal.with(&here).await;
    let (app, codes) = adds_app(&portal, &scope).await;
    portal.mails().await;
    portal.clock.advance(STEP);
    AnaWithApp {
        portal,
        here,
        app,
        codes,
    }
}

async fn adds_app(portal: &TestPortal, scope: &Scope) -> (TotpSecret, Vec<RecoveryCode>) {
    factors::begin_app(scope, &portal.vault).await.unwrap();
    let app = factors::pending_app(scope, &portal.vault).await.unwrap();
    let app = app.unwrap();
    let code = app.code_at(portal.portal.now());
    let codes = factors::confirm_app(scope, &portal.vault, &code).await;
    (app, codes.unwrap())
}

impl AnaWithApp {
    fn code(&self) -> String {
        self.app.code_at(self.portal.portal.now())
    }

    /// The password, which leaves the factor to be given.
    async fn half_in(&self) -> Scope {
        let session = self.portal.signs_in(ANA, PASSWORD).await.unwrap();
        assert_eq!(session.kind, SessionKind::AwaitingFactor);
        self.portal.with(&session).await
    }

    async fn gives(&self, scope: &Scope, code: &str) -> Result<OpenedSession, CompleteError> {
        self.gives_and_trusts(scope, code, false).await
    }

    async fn gives_and_trusts(
        &self,
        scope: &Scope,
        code: &str,
        trusts_browser: bool,
    ) -> Result<OpenedSession, CompleteError> {
        let given = GivenFactor {
            code,
            trusts_browser,
            device: FIREFOX,
        };
        factors::complete_sign_in(scope, &self.portal.passwords, given).await
    }
}

#[tokio::test]
async fn an_app_counts_from_its_first_code_on() {
    let (portal, here) = ana().await;
    let scope = portal.with(&here).await;
    factors::begin_app(&scope, &portal.vault).await.unwrap();
    let wrong = factors::confirm_app(&scope, &portal.vault, "000000").await;
    assert!(matches!(wrong, Err(FactorError::WrongCode)));
    let session = portal.signs_in(ANA, PASSWORD).await.unwrap();
    assert_eq!(session.kind, SessionKind::Full);
    let (_, codes) = adds_app(&portal, &scope).await;
    assert_eq!(codes.len(), 10);
    let told = portal.mails().await;
    let added = |mail: &Mail| {
        matches!(
            mail,
            Mail::SecondFactorChanged {
                change: FactorChange::AppAdded,
                ..
            }
        )
    };
    assert!(told.iter().any(added), "{told:?}");
    let session = portal.signs_in(ANA, PASSWORD).await.unwrap();
    assert_eq!(session.kind, SessionKind::AwaitingFactor);
    let another = factors::begin_app(&scope, &portal.vault).await;
    assert!(matches!(another, Err(FactorError::AlreadyThere)));
}

#[tokio::test]
async fn a_secret_that_waits_too_long_is_forgotten() {
    let (portal, here) = ana().await;
    let scope = portal.with(&here).await;
    factors::begin_app(&scope, &portal.vault).await.unwrap();
    portal.clock.advance(HOUR);
    let scope = confirm(&scope, &portal.passwords, PASSWORD).await.unwrap();
    let pending = factors::pending_app(&scope, &portal.vault).await.unwrap();
    assert_eq!(pending, None);
}

#[tokio::test]
async fn an_open_browser_is_not_enough_to_change_factors() {
    let it = ana_with_app().await;
    it.portal.clock.advance(30 * MINUTE);
    let scope = it.portal.with(&it.here).await;
    let refused = factors::remove_app(&scope).await;
    assert!(matches!(refused, Err(FactorError::Unconfirmed)));
    let refused = factors::make_recovery_codes(&scope, &it.portal.vault).await;
    assert!(matches!(refused, Err(FactorError::Unconfirmed)));
    let confirmed = confirm(&scope, &it.portal.passwords, &it.code())
        .await
        .unwrap();
    factors::remove_app(&confirmed).await.unwrap();
    let session = it.portal.signs_in(ANA, PASSWORD).await.unwrap();
    assert_eq!(session.kind, SessionKind::Full);
}

#[tokio::test]
async fn the_password_alone_opens_nothing() {
    let it = ana_with_app().await;
    let half = it.half_in().await;
    assert!(half.person().is_none());
    assert!(half.require_session().is_err());
    assert!(!half.is_confirmed());
    assert!(sessions::list(&half).await.is_err());
    let of_ana = it.portal.with(&it.here).await;
    assert_eq!(sessions::list(&of_ana).await.unwrap().len(), 1);
    let opened = it.gives(&half, &it.code()).await.unwrap();
    assert_eq!(opened.kind, SessionKind::Full);
    assert!(it.portal.with(&opened).await.person().is_some());
}

#[tokio::test]
async fn each_code_is_good_once() {
    let it = ana_with_app().await;
    let (one, other) = (it.half_in().await, it.half_in().await);
    let code = it.code();
    it.gives(&one, &code).await.unwrap();
    let again = it.gives(&other, &code).await;
    assert!(matches!(again, Err(CompleteError::WrongCode)));
    it.portal.clock.advance(STEP);
    it.gives(&other, &it.code()).await.unwrap();
}

#[tokio::test]
async fn a_session_that_waits_opens_one_other() {
    let it = ana_with_app().await;
    let half = it.half_in().await;
    it.gives(&half, &it.code()).await.unwrap();
    it.portal.clock.advance(STEP);
    let again = it.gives(&half, &it.code()).await;
    assert!(matches!(
        again,
        Err(CompleteError::Common(Error::Forbidden(_)))
    ));
}

#[tokio::test]
async fn a_session_waits_for_ten_minutes() {
    let it = ana_with_app().await;
    let session = it.portal.signs_in(ANA, PASSWORD).await.unwrap();
    it.portal.clock.advance(10 * MINUTE);
    assert!(it.portal.sees(&session).await.is_none());
}

#[tokio::test]
async fn a_recovery_code_is_good_once_and_is_announced() {
    let it = ana_with_app().await;
    let code = it.codes[0].expose();
    let half = it.half_in().await;
    it.gives(&half, &code.to_uppercase()).await.unwrap();
    let told = it.portal.mails().await;
    let used = |mail: &Mail| {
        matches!(
            mail,
            Mail::SecondFactorChanged {
                change: FactorChange::RecoveryCodeUsed,
                ..
            }
        )
    };
    assert!(told.iter().any(used), "{told:?}");
    let half = it.half_in().await;
    let again = it.gives(&half, &code).await;
    assert!(matches!(again, Err(CompleteError::WrongCode)));
    let scope = it.portal.with(&it.here).await;
    let left = factors::state(&scope).await.unwrap().recovery_codes;
    assert_eq!(left, 9);
}

#[tokio::test]
async fn new_recovery_codes_end_those_of_before() {
    let it = ana_with_app().await;
    let scope = it.portal.with(&it.here).await;
    let new = factors::make_recovery_codes(&scope, &it.portal.vault).await;
    let new = new.unwrap();
    let half = it.half_in().await;
    let old = it.gives(&half, &it.codes[1].expose()).await;
    assert!(matches!(old, Err(CompleteError::WrongCode)));
    it.gives(&half, &new[1].expose()).await.unwrap();
}

/// Whoever has the password does not begin to guess anew by giving it again.
#[tokio::test]
async fn guessing_codes_waits_however_often_the_password_is_given() {
    let it = ana_with_app().await;
    let mut guesses = 0;
    let refused = loop {
        let half = it.half_in().await;
        match it.gives(&half, "000000").await {
            Err(CompleteError::WrongCode) => guesses += 1,
            other => break other,
        }
        assert!(guesses < 20, "nothing stops the guesses");
    };
    assert!(matches!(refused, Err(CompleteError::Throttled { .. })));
    assert_eq!(guesses, 6);
}

/// Whoever reads the mails of somebody else gets no more guesses by setting new passwords.
#[tokio::test]
async fn guessing_codes_waits_however_often_a_password_is_set() {
    let it = ana_with_app().await;
    for _ in 0..6 {
        let half = it.half_in().await;
        let wrong = it.gives(&half, "000000").await;
        assert!(matches!(wrong, Err(CompleteError::WrongCode)));
    }
    let mails = it.portal.forgets_the_password(ANA).await;
    let link = it.portal.link_in(&mails).await;
    let scope = it.portal.uses(&link).await;
    let session = set_password(&scope, &it.portal.passwords, password(NEW), FIREFOX).await;
    let half = it.portal.with(&session.unwrap()).await;
    let refused = it.gives(&half, "000000").await;
    assert!(matches!(refused, Err(CompleteError::Throttled { .. })));
}

#[tokio::test]
async fn strangers_keep_nobody_from_giving_a_code() {
    let it = ana_with_app().await;
    let half = it.half_in().await;
    for network in 0..30 {
        let stranger = format!("198.51.{network}.7");
        let _ = it
            .portal
            .signs_in_from(&stranger, ANA, "Errada-7-cavalos")
            .await;
    }
    assert!(it.gives(&half, &it.code()).await.is_ok());
}

#[tokio::test]
async fn a_trusted_browser_needs_no_code_for_thirty_days() {
    let it = ana_with_app().await;
    let half = it.half_in().await;
    let code = it.code();
    let mut session = it.gives_and_trusts(&half, &code, true).await.unwrap();
    for _ in 0..2 {
        let browser = it.portal.scope().with_browser(session.browser.clone());
        session = signs_in_with(&it, &browser).await;
        assert_eq!(session.kind, SessionKind::Full);
    }
    let elsewhere = it.portal.signs_in(ANA, PASSWORD).await.unwrap();
    assert_eq!(elsewhere.kind, SessionKind::AwaitingFactor);
    it.portal.clock.advance(30 * 24 * HOUR);
    let browser = it.portal.scope().with_browser(session.browser.clone());
    let later = signs_in_with(&it, &browser).await;
    assert_eq!(later.kind, SessionKind::AwaitingFactor);
}

async fn signs_in_with(it: &AnaWithApp, browser: &Scope) -> OpenedSession {
    let passwords = &it.portal.passwords;
    signing_in(browser, passwords, ANA, PASSWORD, FIREFOX, None)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_trusted_browser_is_listed_and_forgotten() {
    let it = ana_with_app().await;
    let half = it.half_in().await;
    let session = it.gives_and_trusts(&half, &it.code(), true).await.unwrap();
    let scope = it.portal.with(&session).await;
    let scope = scope.with_browser(session.browser.clone());
    let trusted = factors::state(&scope).await.unwrap().trusted;
    let [browser] = &trusted[..] else {
        panic!("{trusted:?}");
    };
    assert!(browser.is_current);
    assert_eq!(browser.device, FIREFOX);
    assert!(factors::forget_browser(&scope, browser.id).await.unwrap());
    assert!(!factors::forget_browser(&scope, browser.id).await.unwrap());
    let again = signs_in_with(&it, &scope).await;
    assert_eq!(again.kind, SessionKind::AwaitingFactor);
}

#[tokio::test]
async fn a_new_password_ends_the_trust_in_browsers() {
    let it = ana_with_app().await;
    let half = it.half_in().await;
    let session = it.gives_and_trusts(&half, &it.code(), true).await.unwrap();
    let scope = it.portal.with(&session).await;
    let scope = scope.with_browser(session.browser.clone());
    change_password(
        &scope,
        &it.portal.passwords,
        PASSWORD,
        password(NEW),
        FIREFOX,
    )
    .await
    .unwrap();
    assert_eq!(factors::state(&scope).await.unwrap().trusted, []);
}

#[tokio::test]
async fn a_link_does_not_get_around_the_factor() {
    let it = ana_with_app().await;
    let mails = it.portal.forgets_the_password(ANA).await;
    let link = it.portal.link_in(&mails).await;
    let scope = it.portal.uses(&link).await;
    let session = set_password(&scope, &it.portal.passwords, password(NEW), FIREFOX)
        .await
        .unwrap();
    assert_eq!(session.kind, SessionKind::AwaitingFactor);
    let half = it.portal.with(&session).await;
    assert!(half.person().is_none());
    it.gives(&half, &it.code()).await.unwrap();
}

#[tokio::test]
async fn a_code_confirms_as_the_password_does() {
    let it = ana_with_app().await;
    it.portal.clock.advance(30 * MINUTE);
    let scope = it.portal.with(&it.here).await;
    let wrong = confirm(&scope, &it.portal.passwords, "000000").await;
    assert!(matches!(wrong, Err(ConfirmError::WrongCode)));
    let code = it.code();
    let confirmed = confirm(&scope, &it.portal.passwords, &code).await.unwrap();
    assert!(confirmed.is_confirmed());
    let again = confirm(&scope, &it.portal.passwords, &code).await;
    assert!(matches!(again, Err(ConfirmError::WrongCode)));
}

#[tokio::test]
async fn a_browser_that_was_not_known_is_announced() {
    let (portal, here) = ana().await;
    portal.mails().await;
    let known = portal.scope().with_browser(here.browser.clone());
    signing_in(&known, &portal.passwords, ANA, PASSWORD, FIREFOX, None)
        .await
        .unwrap();
    assert_eq!(portal.mails().await, []);
    portal.signs_in(ANA, PASSWORD).await.unwrap();
    assert!(matches!(portal.mails().await[..], [Mail::NewSignIn { .. }]));
}

/// Two of support and an administrator beside Ana.
async fn staff(portal: &TestPortal) -> (Scope, Scope, Scope) {
    let both = [Role::Support, Role::Administrator];
    (
        portal
            .person("julia@balcao.example", &[Role::Support])
            .await,
        portal.person("caio@balcao.example", &[Role::Support]).await,
        portal.person("dora@balcao.example", &both).await,
    )
}

fn reason() -> values::Reason {
    "Ligou do número cadastrado.".parse().unwrap()
}

#[tokio::test]
async fn two_of_staff_remove_what_was_lost() {
    let it = ana_with_app().await;
    let ana = it.portal.account_of(ANA).await.unwrap().id;
    let (julia, caio, _) = staff(&it.portal).await;
    factors::ask_removal(&julia, ana, &reason()).await.unwrap();
    let alone = factors::confirm_removal(&julia, ana).await;
    assert!(matches!(alone, Err(RemovalError::SecondPerson)));
    let again = factors::ask_removal(&caio, ana, &reason()).await;
    assert!(matches!(again, Err(RemovalError::Over)));
    let seen = factors::removal_of(&caio, ana).await.unwrap().unwrap();
    assert!(seen.may_confirm);
    factors::confirm_removal(&caio, ana).await.unwrap();
    assert!(it.portal.sees(&it.here).await.is_none());
    let session = it.portal.signs_in(ANA, PASSWORD).await.unwrap();
    assert_eq!(session.kind, SessionKind::Full);
    let told = it.portal.mails().await.into_iter();
    let changes = told.filter_map(|mail| match mail {
        Mail::SecondFactorChanged { change, .. } => Some(change),
        _ => None,
    });
    let mut changes: Vec<_> = changes.collect();
    changes.sort();
    let expected = [FactorChange::RemovalAsked, FactorChange::RemovedByStaff];
    assert_eq!(changes, expected);
    let trail = it.portal.trail().await;
    let removed = |action| trail.iter().any(|event| event.action == action);
    assert!(removed(Action::FactorRemovalAsked));
    assert!(removed(Action::FactorsRemovedByStaff));
    let view = support::view(&julia, ana).await.unwrap().unwrap();
    assert_eq!(view.second_factor_at, None);
}

#[tokio::test]
async fn what_somebody_asked_for_who_left_staff_is_confirmed_by_nobody() {
    let it = ana_with_app().await;
    let ana = it.portal.account_of(ANA).await.unwrap().id;
    let (julia, caio, _) = staff(&it.portal).await;
    factors::ask_removal(&julia, ana, &reason()).await.unwrap();
    let role = (julia.account_id().unwrap(), Role::Support);
    account_role::Entity::delete_by_id(role)
        .exec(it.portal.portal.db.writer())
        .await
        .unwrap();
    let seen = factors::removal_of(&caio, ana).await.unwrap().unwrap();
    assert!(!seen.may_confirm);
    let alone = factors::confirm_removal(&caio, ana).await;
    assert!(matches!(alone, Err(RemovalError::SecondPerson)));
}

#[tokio::test]
async fn who_signs_in_with_the_factor_has_not_lost_it() {
    let it = ana_with_app().await;
    let ana = it.portal.account_of(ANA).await.unwrap().id;
    let (julia, caio, _) = staff(&it.portal).await;
    factors::ask_removal(&julia, ana, &reason()).await.unwrap();
    let half = it.half_in().await;
    it.gives(&half, &it.code()).await.unwrap();
    let late = factors::confirm_removal(&caio, ana).await;
    assert!(matches!(late, Err(RemovalError::Over)));
}

/// A trusted browser asks for no code at the sign-in.
#[tokio::test]
async fn the_owner_cancels_a_removal_without_signing_in_anew() {
    let it = ana_with_app().await;
    let ana = it.portal.account_of(ANA).await.unwrap().id;
    let (julia, caio, _) = staff(&it.portal).await;
    let scope = it.portal.with(&it.here).await;
    factors::ask_removal(&julia, ana, &reason()).await.unwrap();
    let waits = factors::state(&scope).await.unwrap().removal_until;
    assert!(waits.is_some());
    factors::cancel_removal(&scope).await.unwrap();
    let again = factors::cancel_removal(&scope).await;
    assert!(matches!(again, Err(RemovalError::Over)));
    factors::ask_removal(&julia, ana, &reason()).await.unwrap();
    confirm(&scope, &it.portal.passwords, &it.code())
        .await
        .unwrap();
    let late = factors::confirm_removal(&caio, ana).await;
    assert!(matches!(late, Err(RemovalError::Over)));
    let trail = it.portal.trail().await.into_iter();
    let ended = trail.filter(|event| event.action == Action::FactorRemovalWithdrawn);
    assert_eq!(ended.count(), 2);
}

#[tokio::test]
async fn an_administrator_is_freed_by_an_administrator() {
    let portal = portal().await;
    let (julia, caio, dora) = staff(&portal).await;
    let ended = portal
        .person("elias@balcao.example", &[Role::Administrator])
        .await;
    adds_app(&portal, &ended).await;
    let elias = ended.account_id().unwrap();
    factors::ask_removal(&julia, elias, &reason())
        .await
        .unwrap();
    let support = factors::confirm_removal(&caio, elias).await;
    assert!(matches!(support, Err(RemovalError::SecondPerson)));
    factors::confirm_removal(&dora, elias).await.unwrap();
}

#[tokio::test]
async fn a_removal_that_nobody_confirms_is_over_after_three_days() {
    let it = ana_with_app().await;
    let ana = it.portal.account_of(ANA).await.unwrap().id;
    let (julia, caio, _) = staff(&it.portal).await;
    factors::ask_removal(&julia, ana, &reason()).await.unwrap();
    it.portal.clock.advance(3 * 24 * HOUR);
    assert_eq!(factors::removal_of(&caio, ana).await.unwrap(), None);
    crate::accounts::delete_stale(&it.portal.portal)
        .await
        .unwrap();
    factors::ask_removal(&julia, ana, &reason()).await.unwrap();
}

#[tokio::test]
async fn nobody_else_removes_factors() {
    let it = ana_with_app().await;
    let ana = it.portal.account_of(ANA).await.unwrap().id;
    let member = it.portal.person(BIA, &[]).await;
    let manager = it
        .portal
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    for scope in [it.portal.scope(), member, manager] {
        let asked = factors::ask_removal(&scope, ana, &reason()).await;
        assert!(matches!(
            asked,
            Err(RemovalError::Common(Error::Forbidden(_)))
        ));
        let confirmed = factors::confirm_removal(&scope, ana).await;
        assert!(matches!(
            confirmed,
            Err(RemovalError::Common(Error::Forbidden(_)))
        ));
        assert!(factors::removal_of(&scope, ana).await.is_err());
    }
}

#[tokio::test]
async fn staff_act_without_their_roles_until_they_have_a_factor() {
    let settings = crate::settings::Settings {
        staff_second_factor: crate::accounts::StaffFactorPolicy::Required,
        ..testing::settings()
    };
    let portal = testing::portal_with(settings).await;
    portal
        .person("julia@balcao.example", &[Role::Support])
        .await;
    let session = portal
        .signs_in("julia@balcao.example", PASSWORD)
        .await
        .unwrap();
    let scope = portal.with(&session).await;
    assert!(scope.lacks_factor());
    assert!(scope.require(Role::Support).is_err());
    adds_app(&portal, &scope).await;
    let scope = portal.with(&session).await;
    assert!(!scope.lacks_factor());
    assert!(scope.require(Role::Support).is_ok());
}
