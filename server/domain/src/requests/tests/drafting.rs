//! Writing a request: every step is kept, and nobody else sees it.

use std::time::Duration;

use super::*;
use crate::{
    Error,
    requests::{
        ChooseError, DraftText, Step, WriteOutcome, choose_group, draft, draft_for, drafts, write,
    },
};

#[tokio::test]
async fn a_draft_is_kept_from_step_to_step() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;

    let id = starts(&ana, bank).await;
    let kept = draft(&ana, &test.catalogue, id).await.unwrap().unwrap();
    assert_eq!(kept.group.as_ref().map(|group| group.id), Some(bank));
    assert_eq!(kept.api.slug, "smv");
    assert_eq!(kept.missing(), Some(Step::Description));

    describes(&ana, id).await;
    let kept = draft(&ana, &test.catalogue, id).await.unwrap().unwrap();
    assert_eq!(kept.name, "Banco Exemplo – SMV");
    assert_eq!(kept.missing(), None);
}

#[tokio::test]
async fn starting_again_takes_the_draft_up_with_all_that_was_typed() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let id = writes(&ana, bank).await;

    let other = GroupChoice::New(new_group("Banco Exemplo – Cobrança"));
    let again = start(&ana, &test.catalogue, api(&ana, "smv"), Plan::Trial, other)
        .await
        .unwrap();
    assert_eq!(again, ChoiceOutcome::Draft(id));

    let kept = draft(&ana, &test.catalogue, id).await.unwrap().unwrap();
    assert_eq!(kept.group.unwrap().name, "Banco Exemplo – Cobrança");
    assert_eq!(kept.name, "Banco Exemplo – SMV");
    assert_eq!(drafts(&ana, &test.catalogue).await.unwrap().len(), 1);
}

#[tokio::test]
async fn each_plan_of_each_api_has_a_draft_of_its_own() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let trial = starts(&ana, bank).await;
    let smv = api(&ana, "smv");

    let use_ = GroupChoice::Existing(bank);
    let production = start(&ana, &test.catalogue, smv, Plan::PayPerUse, use_)
        .await
        .unwrap();
    assert_ne!(production, ChoiceOutcome::Draft(trial));
    assert_eq!(
        draft_for(&ana, smv, Plan::Trial).await.unwrap(),
        Some(trial)
    );
    assert_eq!(drafts(&ana, &test.catalogue).await.unwrap().len(), 2);
}

#[tokio::test]
async fn starting_twice_at_once_makes_one_draft() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let choice = || GroupChoice::New(new_group("Banco Exemplo – Antifraude"));
    let smv = api(&ana, "smv");
    let (one, other) = tokio::join!(
        start(&ana, &test.catalogue, smv, Plan::Trial, choice()),
        start(&ana, &test.catalogue, smv, Plan::Trial, choice()),
    );
    assert_eq!(one.unwrap(), other.unwrap());
    assert_eq!(groups::mine(&ana).await.unwrap().len(), 1);
}

#[tokio::test]
async fn another_group_can_be_chosen_later() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let id = starts(&ana, group(&ana).await).await;
    let choice = GroupChoice::New(new_group("Banco Exemplo – Cobrança"));
    assert_eq!(
        choose_group(&ana, id, choice).await.unwrap(),
        ChoiceOutcome::Draft(id)
    );
    let kept = draft(&ana, &test.catalogue, id).await.unwrap().unwrap();
    assert_eq!(kept.group.unwrap().name, "Banco Exemplo – Cobrança");
}

#[tokio::test]
async fn a_group_of_others_cannot_be_chosen() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let eve = test.person("eve@outra.example", &[]).await;
    let bank = group(&ana).await;
    let own = groups::create(&eve, new_group("Outra")).await.unwrap();
    let smv = api(&eve, "smv");

    let foreign = || GroupChoice::Existing(bank);
    let started = start(&eve, &test.catalogue, smv, Plan::Trial, foreign()).await;
    assert!(matches!(started, Err(ChooseError::UnknownGroup)));
    let id = starts(&eve, own).await;
    let chosen = choose_group(&eve, id, foreign()).await;
    assert!(matches!(chosen, Err(ChooseError::UnknownGroup)));
}

#[tokio::test]
async fn a_draft_of_others_does_not_exist() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    joins(&bia, bank).await;
    let id = writes(&ana, bank).await;

    assert!(draft(&bia, &test.catalogue, id).await.unwrap().is_none());
    assert!(
        draft(&test.scope(), &test.catalogue, id)
            .await
            .unwrap()
            .is_none()
    );
    let (name, purpose) = (
        "Outra".parse().unwrap(),
        "Outra finalidade".parse().unwrap(),
    );
    let described = describe(&bia, id, name, purpose, RequestAnswers::default()).await;
    assert!(matches!(described, Err(Error::NotFound(_))));
    let chosen = choose_group(&bia, id, GroupChoice::Existing(bank)).await;
    assert!(matches!(
        chosen,
        Err(ChooseError::Common(Error::NotFound(_)))
    ));
}

#[tokio::test]
async fn what_is_filed_is_no_draft_any_more() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let filed = asks(&ana, bank).await.request;
    assert!(draft(&ana, &test.catalogue, filed).await.unwrap().is_none());
    let (name, purpose) = (
        "Outra".parse().unwrap(),
        "Outra finalidade".parse().unwrap(),
    );
    let described = describe(&ana, filed, name, purpose, RequestAnswers::default()).await;
    assert!(matches!(described, Err(Error::NotFound(_))));
}

#[tokio::test]
async fn an_open_request_of_the_group_is_led_to() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    joins(&bia, bank).await;
    let open = asks(&ana, bank).await.request;

    let choice = GroupChoice::Existing(bank);
    let started = start(&bia, &test.catalogue, api(&bia, "smv"), Plan::Trial, choice)
        .await
        .unwrap();
    assert_eq!(started, ChoiceOutcome::AlreadyOpen(open));
    assert!(drafts(&bia, &test.catalogue).await.unwrap().is_empty());
}

#[tokio::test]
async fn visitors_and_unknown_apis_start_nothing() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let choice = || GroupChoice::New(new_group("Banco Exemplo – Antifraude"));
    let smv = api(&ana, "smv");
    let visitor = start(&test.scope(), &test.catalogue, smv, Plan::Trial, choice()).await;
    assert!(matches!(
        visitor,
        Err(ChooseError::Common(Error::Forbidden(_)))
    ));
    let unknown = start(
        &ana,
        &test.catalogue,
        test.portal.new_id(),
        Plan::Trial,
        choice(),
    )
    .await;
    assert!(matches!(
        unknown,
        Err(ChooseError::Common(Error::NotFound(_)))
    ));
    assert!(groups::mine(&ana).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_draft_that_is_written_at_once_has_the_revision_that_it_is_filed_by() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let offer = (api(&ana, "smv"), Plan::Trial);
    let words = |name: &str| DraftText {
        name: ApplicationName::parse(name).unwrap(),
        description: Description::parse("Confere o número de quem abre conta.").unwrap(),
        answers: RequestAnswers::default(),
    };
    let writes = async |name: &str| {
        let group = GroupChoice::Existing(bank);
        let written = write(&ana, &test.catalogue, offer, group, words(name)).await;
        match written.unwrap() {
            WriteOutcome::Draft(id, revision) => (id, revision),
            WriteOutcome::AlreadyOpen(open) => panic!("{open} is open"),
        }
    };
    let (id, first) = writes("Cadastro").await;
    assert_eq!(last_change(&ana, id).await, first);
    test.clock.advance(Duration::from_mins(1));
    let (same, second) = writes("Outro nome").await;
    assert_eq!(same, id);
    assert!(second > first);
    let kept = draft(&ana, &test.catalogue, id).await.unwrap().unwrap();
    assert_eq!((&*kept.name, kept.updated_at), ("Outro nome", second));
    assert_eq!(kept.missing(), None);
}

/// What is refused leaves nothing that is half written.
#[tokio::test]
async fn a_draft_is_written_whole_or_not_at_all() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let words = DraftText {
        name: ApplicationName::parse("Cadastro").unwrap(),
        description: Description::parse("Confere o número de quem abre conta.").unwrap(),
        answers: RequestAnswers::default(),
    };
    let offer = (api(&ana, "smv"), Plan::Trial);
    let nobodys = GroupChoice::Existing(test.portal.new_id());
    let refused = write(&ana, &test.catalogue, offer, nobodys, words).await;
    assert!(matches!(refused, Err(ChooseError::UnknownGroup)));
    assert!(drafts(&ana, &test.catalogue).await.unwrap().is_empty());
}
