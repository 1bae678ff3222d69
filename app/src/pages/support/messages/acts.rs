//! What support does to a message. All forms of its page go to its own address, and their buttons
//! say what to do.

use axum::response::{IntoResponse, Response};
use domain::{
    ids::MessageId,
    messages::{self, ActError, AfterAnswer},
};
use serde::Deserialize;
use values::MessageText;

use super::message::{find, page};
use crate::{
    forms::Errors,
    routes,
    web::{Flash, Ids, PageError, PostedForm, Visit, see_other_with},
};

/// What the buttons are called.
pub(super) const ACT: &str = "act";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Act {
    /// That of the page's first button.
    #[default]
    Answer,
    AnswerAndClose,
    Assign,
    Release,
    Close,
    Reopen,
}

impl Act {
    /// As forms send it.
    pub(super) const fn value(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::AnswerAndClose => "answer-and-close",
            Self::Assign => "assign",
            Self::Release => "release",
            Self::Close => "close",
            Self::Reopen => "reopen",
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Form {
    act: Act,
    /// The revision that the page showed.
    revision: i32,
    pub text: String,
}

pub(super) async fn act(
    visit: Visit,
    Ids(id): Ids<MessageId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let (scope, seen) = (&visit.scope, form.revision);
    let (done, flash) = match form.act {
        Act::Answer => return answer(&visit, id, &form, AfterAnswer::StaysOpen).await,
        Act::AnswerAndClose => return answer(&visit, id, &form, AfterAnswer::Closes).await,
        Act::Assign => (
            messages::assign(scope, id, seen).await,
            Flash::MessageAssigned,
        ),
        Act::Release => (
            messages::release(scope, id, seen).await,
            Flash::MessageReleased,
        ),
        Act::Close => (messages::close(scope, id, seen).await, Flash::MessageClosed),
        Act::Reopen => (
            messages::reopen(scope, id, seen).await,
            Flash::MessageReopened,
        ),
    };
    let flash = match done {
        Ok(()) => flash,
        Err(ActError::Changed) => Flash::MessageChanged,
        Err(ActError::Common(error)) => return Err(error.into()),
    };
    Ok(back(&visit, id, flash))
}

async fn answer(
    visit: &Visit,
    id: MessageId,
    form: &Form,
    then: AfterAnswer,
) -> Result<Response, PageError> {
    let text = match MessageText::parse(&form.text) {
        Ok(text) => text,
        Err(error) => {
            let errors = Errors::of("text", error.into());
            return again(visit, id, form, &errors, false).await;
        }
    };
    let flash = match then {
        AfterAnswer::StaysOpen => Flash::MessageAnswered,
        AfterAnswer::Closes => Flash::MessageAnsweredAndClosed,
    };
    match messages::answer(&visit.scope, id, form.revision, &text, then).await {
        Ok(()) => Ok(back(visit, id, flash)),
        Err(ActError::Changed) => again(visit, id, form, &Errors::default(), true).await,
        Err(ActError::Common(error)) => Err(error.into()),
    }
}

/// The page as the message is now, with the answer that was not sent.
async fn again(
    visit: &Visit,
    id: MessageId,
    form: &Form,
    errors: &Errors,
    was_changed: bool,
) -> Result<Response, PageError> {
    let (view, open) = find(visit, id).await?;
    let page = page(visit, &view, open, form, errors, was_changed);
    Ok(page.unprocessable().into_response())
}

fn back(visit: &Visit, id: MessageId, flash: Flash) -> Response {
    see_other_with(&routes::fill(routes::SUPPORT_MESSAGE, &[&id]), flash, visit)
}
