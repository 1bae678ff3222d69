//! Files a request in one act, for programs: people go through the steps of a draft.

use values::{ApplicationName, Description};

use super::submit;
use crate::{
    Error, Scope,
    accounts::TooOften,
    catalogue::{Catalogue, Plan},
    from_common,
    ids::{ApiId, GroupId},
    requests::{
        self, ChoiceOutcome, ChooseError, GroupChoice, RequestAnswers, SubmitError,
        SubmittedRequest,
    },
    store::Vault,
};

/// A request that is to be filed.
#[derive(Clone, Debug)]
pub struct NewRequest {
    pub api: ApiId,
    pub plan: Plan,
    pub group: GroupId,
    pub name: ApplicationName,
    pub description: Description,
    pub answers: RequestAnswers,
}

#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error("the asker belongs to no such group")]
    UnknownGroup,
    #[error("the API is not offered on this plan")]
    NotOffered,
    /// The group has an open request for the same API and plan.
    #[error("such a request is open already")]
    AlreadyOpen,
    /// Something that the API asks for is not answered.
    #[error("the request is not complete")]
    Incomplete,
    /// Somebody else wrote into the draft meanwhile.
    #[error("the draft was changed meanwhile")]
    Changed,
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(FileError);

/// Files a request of the asker. A draft of theirs for the same API and plan becomes this request.
///
/// # Errors
/// [`FileError::UnknownGroup`] for a group that the asker does not belong to,
/// [`FileError::NotOffered`] when the asker may not ask for the plan, [`FileError::AlreadyOpen`] when
/// the group has an open request for it, [`FileError::Incomplete`] when an answer is missing,
/// [`FileError::Changed`] when somebody wrote into the draft meanwhile.
pub async fn file(
    scope: &Scope,
    vault: &Vault,
    catalogue: &Catalogue,
    new: NewRequest,
) -> Result<SubmittedRequest, FileError> {
    let visible = requests::visible(scope, catalogue).await?;
    let api = visible.find(new.api).ok_or(FileError::NotOffered)?;
    // What would be refused anyway leaves a draft as it is.
    if !api.request_form.is_answered_by(&new.answers) {
        return Err(FileError::Incomplete);
    }
    let group = GroupChoice::Existing(new.group);
    let draft = match requests::start(scope, catalogue, new.api, new.plan, group).await {
        Ok(ChoiceOutcome::Draft(draft)) => draft,
        Ok(ChoiceOutcome::AlreadyOpen(_)) => return Err(FileError::AlreadyOpen),
        Err(ChooseError::UnknownGroup | ChooseError::NameTaken) => {
            return Err(FileError::UnknownGroup);
        }
        Err(ChooseError::TooOften(wait)) => return Err(wait.into()),
        Err(ChooseError::Common(Error::NotFound(_))) => return Err(FileError::NotOffered),
        Err(ChooseError::Common(error)) => return Err(error.into()),
    };
    let (name, description) = (new.name.clone(), new.description.clone());
    requests::describe(scope, draft, name, description, new.answers.clone()).await?;
    let read = requests::draft(scope, catalogue, draft).await?;
    let read = read.ok_or(FileError::Changed)?;
    let is_own = read.group.as_ref().map(|group| group.id) == Some(new.group)
        && (read.name.as_str(), read.description.as_str())
            == (new.name.as_str(), new.description.as_str())
        && read.answers == new.answers;
    if !is_own {
        return Err(FileError::Changed);
    }
    Ok(submit(scope, vault, catalogue, draft, read.updated_at).await?)
}

impl From<SubmitError> for FileError {
    fn from(error: SubmitError) -> Self {
        match error {
            SubmitError::Incomplete(_) => Self::Incomplete,
            SubmitError::Changed => Self::Changed,
            SubmitError::NotOffered => Self::NotOffered,
            SubmitError::AlreadyOpen(_) => Self::AlreadyOpen,
            SubmitError::TooOften(wait) => wait.into(),
            SubmitError::Common(error) => error.into(),
        }
    }
}
