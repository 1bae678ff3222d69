//! What an API asks of a request for it.

use super::*;
use crate::{
    catalogue::{Question, QuestionKind, RequestForm},
    requests::{
        AnswerValue, GivenAnswer, LegalBasis, Step, correct, draft, find, request_plan_change,
    },
    translated::Translated,
};

async fn smv_asks(test: &TestPortal) {
    let form = RequestForm {
        purpose: true,
        personal_data: true,
        questions: vec![Question {
            id: "volume".to_owned(),
            kind: QuestionKind::Number,
            required: true,
            label: Translated::in_default_language("Quantas chamadas por mês?"),
            hint: Translated::default(),
            choices: vec![],
        }],
    };
    let files = ApiFiles {
        request_form: Some(form),
        ..ApiFiles::default()
    };
    testing::import(test, "smv", files).await;
}

fn answers() -> RequestAnswers {
    RequestAnswers {
        purpose: Some("Confirmar quem abre a conta.".to_owned()),
        legal_basis: Some(LegalBasis::Credit),
        given: vec![GivenAnswer {
            question: "volume".to_owned(),
            label: Translated::in_default_language("Quantas chamadas por mês?"),
            value: AnswerValue::Number(1000),
        }],
    }
}

async fn says(person: &Scope, id: RequestId, answers: RequestAnswers) {
    let name = "Banco Exemplo – SMV".parse().unwrap();
    let purpose = "Confirmar o celular na abertura de conta.".parse().unwrap();
    describe(person, id, name, purpose, answers).await.unwrap();
}

#[tokio::test]
async fn a_request_is_complete_once_all_that_is_asked_is_answered() {
    let (test, ana, _) = people().await;
    let id = writes(&ana, group(&ana).await).await;
    smv_asks(&test).await;
    let kept = draft(&ana, &test.catalogue, id).await.unwrap().unwrap();
    assert_eq!(kept.missing(), Some(Step::Description));
    assert!(matches!(
        files(&ana, id).await,
        Err(SubmitError::Incomplete(Step::Description))
    ));

    says(&ana, id, answers()).await;
    let kept = draft(&ana, &test.catalogue, id).await.unwrap().unwrap();
    assert_eq!(kept.missing(), None);
    files(&ana, id).await.unwrap();
}

#[tokio::test]
async fn what_was_answered_stays_on_the_request_its_correction_and_its_change_of_plan() {
    let (test, ana, carlos) = people().await;
    smv_asks(&test).await;
    let bank = group(&ana).await;
    let id = starts(&ana, bank).await;
    says(&ana, id, answers()).await;
    files(&ana, id).await.unwrap();
    let seen = approvals::review(&carlos, &test.catalogue, id).await;
    assert_eq!(seen.unwrap().unwrap().request.answers, answers());

    is_rejected(&carlos, id).await;
    let again = correct(&ana, &test.catalogue, id).await.unwrap();
    let kept = draft(&ana, &test.catalogue, again).await.unwrap().unwrap();
    assert_eq!(kept.answers, answers());

    let asked = files(&ana, again).await.unwrap();
    approvals::approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    let change = request_plan_change(&ana, &test.catalogue, asked.application)
        .await
        .unwrap();
    let change = find(&ana, &test.catalogue, change.request).await.unwrap();
    assert_eq!(change.unwrap().answers, answers());
}

#[tokio::test]
async fn what_is_asked_later_leaves_what_was_said_as_it_was() {
    let (test, ana, _) = people().await;
    smv_asks(&test).await;
    let id = starts(&ana, group(&ana).await).await;
    says(&ana, id, answers()).await;
    files(&ana, id).await.unwrap();
    let nothing = ApiFiles {
        request_form: Some(RequestForm::default()),
        ..ApiFiles::default()
    };
    testing::import(&test, "smv", nothing).await;
    let kept = find(&ana, &test.catalogue, id).await.unwrap().unwrap();
    assert_eq!(kept.answers, answers());
}

#[tokio::test]
async fn what_is_not_asked_any_more_is_not_filed() {
    let (test, ana, _) = people().await;
    smv_asks(&test).await;
    let id = starts(&ana, group(&ana).await).await;
    says(&ana, id, answers()).await;
    let less = ApiFiles {
        request_form: Some(RequestForm {
            purpose: true,
            ..RequestForm::default()
        }),
        ..ApiFiles::default()
    };
    testing::import(&test, "smv", less).await;
    files(&ana, id).await.unwrap();
    let filed = find(&ana, &test.catalogue, id).await.unwrap().unwrap();
    let kept = RequestAnswers {
        purpose: answers().purpose,
        ..RequestAnswers::default()
    };
    assert_eq!(filed.answers, kept);
}
