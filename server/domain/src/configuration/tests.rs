//! What administrators may decide, and what comes of it.

use std::time::Duration;

use sea_orm::EntityTrait;

use super::*;
use crate::{
    entities::audit_event,
    settings::Settings,
    testing::{self, TestPortal, portal},
    translated::Translated,
    vocabulary::{Email, Verdict},
};

async fn administrator(test: &TestPortal) -> Scope {
    test.person("dora@balcao.example", &[Role::Administrator])
        .await
}

fn values() -> RuntimeValues {
    RuntimeValues {
        free_mail_deny: Some(vec!["correio.example".to_owned()]),
        reset_link_hours: Some(3),
        approval_target_hours: Some(24),
        ..RuntimeValues::default()
    }
}

#[tokio::test]
async fn a_change_takes_effect_at_once_and_on_other_instances_once_they_look() {
    let test = portal().await;
    let dora = administrator(&test).await;
    let other = test.visitor_of_another("203.0.113.9", Duration::ZERO).await;
    change(&dora, 0, &values()).await.unwrap();
    assert_eq!(test.portal.reset_link_lifetime(), Duration::from_hours(3));
    assert_eq!(test.portal.decision_target(), Duration::from_hours(24));
    let address = Email::parse("a@correio.example").unwrap();
    assert_eq!(
        test.portal.corporate_mail().classify(&address),
        Verdict::FreeMail
    );
    assert_eq!(other.portal.decision_target(), Duration::from_hours(16));
    other
        .portal
        .runtime
        .refresh(&other.portal.db)
        .await
        .unwrap();
    assert_eq!(other.portal.decision_target(), Duration::from_hours(24));
}

#[tokio::test]
async fn each_setting_is_recorded_with_its_value_before_and_now() {
    let test = portal().await;
    let dora = administrator(&test).await;
    change(&dora, 0, &values()).await.unwrap();
    let (seen, version) = current(&dora).await.unwrap();
    assert_eq!(seen, values());
    let later = RuntimeValues {
        reset_link_hours: None,
        ..values()
    };
    change(&dora, version, &later).await.unwrap();
    let events = audit_event::Entity::find()
        .all(test.portal.db.writer())
        .await;
    let mut details: Vec<_> = events
        .unwrap()
        .into_iter()
        .filter_map(|it| it.details)
        .collect();
    details.sort();
    assert_eq!(
        details,
        [
            "approvals.target: (default) → 24",
            "free-mail.deny: (default) → [\"correio.example\"]",
            "links.reset: (default) → 3",
            "links.reset: 3 → (default)",
        ]
    );
}

#[tokio::test]
async fn of_two_administrators_at_once_the_second_is_told() {
    let test = portal().await;
    let dora = administrator(&test).await;
    change(&dora, 0, &values()).await.unwrap();
    let late = change(&dora, 0, &RuntimeValues::default()).await;
    assert!(matches!(late, Err(ConfigurationError::Changed)));
    assert_eq!(current(&dora).await.unwrap().0, values());
}

#[tokio::test]
async fn what_the_configuration_sets_wins_and_stays() {
    let test = testing::portal_with(Settings {
        fixed: vec![SettingName::ResetLink, SettingName::ApprovalTarget],
        ..testing::settings()
    })
    .await;
    let dora = administrator(&test).await;
    change(&dora, 0, &values()).await.unwrap();
    assert_eq!(current(&dora).await.unwrap().0.reset_link_hours, None);
    assert_eq!(test.portal.reset_link_lifetime(), Duration::from_hours(1));
    assert_eq!(test.portal.decision_target(), Duration::from_hours(16));
}

#[test]
fn what_is_wrong_is_named() {
    let banner = Banner {
        text: Translated::default(),
        begins_at: Some("2026-08-04T12:00:00Z".parse().unwrap()),
        ends_at: Some("2026-08-04T12:00:00Z".parse().unwrap()),
    };
    let wrong = RuntimeValues {
        free_mail_allow: Some(vec!["no domain".to_owned(), "empresa.com.br".to_owned()]),
        registration_link_hours: Some(0),
        approval_target_hours: Some(MAX_APPROVAL_HOURS + 1),
        banner: Some(banner),
        ..RuntimeValues::default()
    };
    let no_domain = "no domain".to_owned();
    assert_eq!(
        mistakes(&wrong),
        [
            ConfigurationMistake::Domain(SettingName::FreeMailAllow, no_domain),
            ConfigurationMistake::LinkHours(SettingName::RegistrationLink),
            ConfigurationMistake::ApprovalHours,
            ConfigurationMistake::NoBannerText,
            ConfigurationMistake::BannerEnds,
        ]
    );
    assert_eq!(mistakes(&values()), []);
}

#[test]
fn a_banner_is_shown_from_its_begin_to_its_end() {
    let at = |text: &str| text.parse().unwrap();
    let banner = Banner {
        begins_at: Some(at("2026-08-04T12:00:00Z")),
        ends_at: Some(at("2026-08-05T12:00:00Z")),
        ..Banner::default()
    };
    assert!(!banner.is_shown(at("2026-08-04T11:59:59Z")));
    assert!(banner.is_shown(at("2026-08-04T12:00:00Z")));
    assert!(!banner.is_shown(at("2026-08-05T12:00:00Z")));
    assert!(Banner::default().is_shown(at("2026-08-05T12:00:00Z")));
}

#[tokio::test]
async fn nobody_else_reads_or_changes_settings() {
    let test = portal().await;
    let carlos = test.person("carlos@balcao.example", &[Role::Support]).await;
    assert!(current(&carlos).await.is_err());
    assert!(change(&carlos, 0, &values()).await.is_err());
}

#[test]
fn a_long_list_is_told_by_what_came_and_went_and_never_at_length() {
    let list = |count: usize| {
        let domains: Vec<_> = (0..count)
            .map(|it| format!("empresa{it:04}.example"))
            .collect();
        format!("{domains:?}")
    };
    let (short, long) = (list(500), list(501));
    let change = told(SettingName::FreeMailDeny, Some(&short), Some(&long));
    assert_eq!(change, "free-mail.deny: +empresa0500.example");
    let all = told(SettingName::FreeMailDeny, None, Some(&long));
    assert!(all.chars().count() < MAX_TOLD + 100);
}
