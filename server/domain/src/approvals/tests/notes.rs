//! What managers note for each other, and the reasons that they save.

use values::NoteText;

use super::*;
use crate::{Error, entities::audit_event, translated::Translated};

fn text() -> NoteText {
    "Confirmei por telefone com a Bia.".parse().unwrap()
}

#[tokio::test]
async fn managers_read_each_others_notes_and_delete_their_own() {
    let (test, ana, carlos) = people().await;
    let dora = manager(&test, "dora@balcao.example").await;
    let id = asks(&ana, group(&ana).await).await.request;
    add_note(&carlos, id, &text()).await.unwrap();
    let notes = seen(&dora, id).await.notes;
    assert_eq!(notes[0].text, text().to_string());
    assert!(!notes[0].is_own);
    let refused = delete_note(&dora, id, notes[0].id).await;
    assert!(matches!(refused, Err(Error::NotFound(_))));
    assert!(seen(&carlos, id).await.notes[0].is_own);
    delete_note(&carlos, id, notes[0].id).await.unwrap();
    assert!(seen(&dora, id).await.notes.is_empty());
    assert_eq!(times(&test, Action::NoteAdded).await, 1);
    assert_eq!(times(&test, Action::NoteDeleted).await, 1);
    let trail = audit_event::Entity::find().all(test.portal.db.writer());
    for event in trail.await.unwrap() {
        let details = event.details.unwrap_or_default();
        assert!(!details.contains("telefone"), "{details}");
    }
}

#[tokio::test]
async fn a_party_sees_no_notes_even_as_a_manager() {
    let (_test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    let id = asks(&ana, bank).await.request;
    add_note(&carlos, id, &text()).await.unwrap();
    joins(&carlos, bank).await;
    assert!(seen(&carlos, id).await.notes.is_empty());
    let refused = add_note(&carlos, id, &text()).await;
    assert!(matches!(refused, Err(Error::Forbidden(_))));
}

#[tokio::test]
async fn saved_reasons_are_shared_and_changed_by_one_at_a_time() {
    let (test, ana, carlos) = people().await;
    let dora = manager(&test, "dora@balcao.example").await;
    let new = |title: &str| NewSavedReason {
        title: title.parse().unwrap(),
        texts: Translated::in_default_language("Diga quantas chamadas por mês."),
    };
    let id = save_reason(&carlos, new("Falta o volume")).await.unwrap();
    assert_eq!(saved_reasons(&dora).await.unwrap().len(), 1);
    change_reason(&dora, id, 1, new("Volume")).await.unwrap();
    let late = change_reason(&carlos, id, 1, new("Outro")).await;
    assert!(matches!(late, Err(SaveReasonError::Changed)));
    let late = delete_reason(&carlos, id, 1).await;
    assert!(matches!(late, Err(SaveReasonError::Changed)));
    delete_reason(&carlos, id, 2).await.unwrap();
    assert!(saved_reasons(&dora).await.unwrap().is_empty());
    assert!(matches!(
        saved_reasons(&ana).await,
        Err(Error::Forbidden(_))
    ));
    assert_eq!(times(&test, Action::ReasonSaved).await, 2);
    assert_eq!(times(&test, Action::ReasonDeleted).await, 1);
}
