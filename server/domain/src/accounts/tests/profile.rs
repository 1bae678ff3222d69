use super::*;
use crate::{
    Role,
    accounts::{profile, set_locale, support, update_profile},
};

#[tokio::test]
async fn people_change_their_name_and_language() {
    let (portal, session) = ana().await;
    let scope = portal.with(&session).await;
    update_profile(&scope, name("Júlia"), name("Araújo"), Locale::Es)
        .await
        .unwrap();
    let changed = profile(&scope).await.unwrap();
    assert_eq!(changed.given_name, "Júlia");
    assert_eq!(changed.family_name, "Araújo");
    assert_eq!(changed.email.as_str(), ANA);
    assert_eq!(portal.sees(&session).await.unwrap().locale, Locale::Es);

    let support = portal
        .person("suporte@balcao.example", &[Role::Support])
        .await;
    let found = support::find(&support, "JULIA araujo", None).await.unwrap();
    assert_eq!(found.items.len(), 1);
}

#[tokio::test]
async fn the_language_alone_can_be_changed() {
    let (portal, session) = ana().await;
    let scope = portal.with(&session).await;
    set_locale(&scope, Locale::En).await.unwrap();
    assert_eq!(profile(&scope).await.unwrap().locale, Locale::En);
    assert_eq!(
        portal.signs_in(ANA, PASSWORD).await.unwrap().locale,
        Locale::En
    );
}

#[tokio::test]
async fn visitors_have_no_profile() {
    let portal = portal().await;
    assert!(profile(&portal.scope()).await.is_err());
    assert!(set_locale(&portal.scope(), Locale::En).await.is_err());
}
