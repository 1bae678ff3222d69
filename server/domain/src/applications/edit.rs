//! Writing a request, step by step.

use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, QueryFilter, Set,
    sea_query::{Expr, OnConflict},
};
use values::{ApplicationName, Description};

use super::{
    ChoiceOutcome, ChooseError, GroupChoice, State,
    choice::{open_request, settle},
    draft::own,
};
use crate::{
    Forbidden, Person, Scope,
    catalogue::{Catalogue, Plan},
    db::Transaction,
    entities::application,
    folding::fold,
    ids::{ApiId, ApplicationId},
};

#[derive(Debug, thiserror::Error)]
pub enum DescribeError {
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error("no such draft")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Starts a request with its group. A draft that the asker has of the same API and plan is
/// taken up again, for that group.
///
/// # Errors
/// Fails with [`ChooseError`], whose variants name the causes.
pub async fn start(
    scope: &Scope,
    catalogue: &Catalogue,
    api: ApiId,
    plan: Plan,
    choice: GroupChoice,
) -> Result<ChoiceOutcome, ChooseError> {
    let person = scope.require_signed_in()?;
    if !catalogue.current().offers(api, plan) {
        return Err(ChooseError::NotFound);
    }
    let transaction = scope.portal.db.begin().await?;
    let group = settle(&transaction, scope, person, choice).await?;
    if let Some(open) = open_request(&transaction, group, api, plan).await? {
        return Ok(ChoiceOutcome::AlreadyOpen(open));
    }
    let row = application::ActiveModel {
        group_id: Set(Some(group)),
        ..blank(scope, person, api, plan)
    };
    let taken_up = [application::Column::GroupId, application::Column::UpdatedAt];
    let draft = application::Entity::insert(row)
        .on_conflict(one_draft().update_columns(taken_up).to_owned())
        .exec_with_returning(&transaction)
        .await?;
    transaction.commit().await?;
    Ok(ChoiceOutcome::Draft(draft.id))
}

/// Chooses another group for a draft.
///
/// # Errors
/// Fails with [`ChooseError`], whose variants name the causes.
pub async fn choose_group(
    scope: &Scope,
    id: ApplicationId,
    choice: GroupChoice,
) -> Result<ChoiceOutcome, ChooseError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let draft = own(person.id, id).one(&transaction).await?;
    let draft = draft.ok_or(ChooseError::NotFound)?;
    let group = settle(&transaction, scope, person, choice).await?;
    if let Some(open) = open_request(&transaction, group, draft.api_id, draft.plan).await? {
        return Ok(ChoiceOutcome::AlreadyOpen(open));
    }
    let change = application::ActiveModel {
        group_id: Set(Some(group)),
        ..Default::default()
    };
    if !edit(&transaction, scope, person, id, change).await? {
        return Err(ChooseError::NotFound);
    }
    transaction.commit().await?;
    Ok(ChoiceOutcome::Draft(id))
}

/// Says what the application is called and what it is for.
///
/// # Errors
/// Fails with [`DescribeError`], whose variants name the causes.
pub async fn describe(
    scope: &Scope,
    id: ApplicationId,
    name: ApplicationName,
    description: Description,
) -> Result<(), DescribeError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let change = application::ActiveModel {
        search_text: Set(fold(name.as_str())),
        name: Set(name.as_str().to_owned()),
        description: Set(description.as_str().to_owned()),
        ..Default::default()
    };
    if !edit(&transaction, scope, person, id, change).await? {
        return Err(DescribeError::NotFound);
    }
    transaction.commit().await?;
    Ok(())
}

/// A draft of which nothing is known yet but its API and plan.
pub(super) fn blank(
    scope: &Scope,
    applicant: &Person,
    api: ApiId,
    plan: Plan,
) -> application::ActiveModel {
    application::ActiveModel {
        id: Set(scope.portal.new_id()),
        api_id: Set(api),
        plan: Set(plan),
        applicant_id: Set(applicant.id),
        name: Set(String::new()),
        description: Set(String::new()),
        search_text: Set(String::new()),
        state: Set(State::Draft),
        created_at: Set(scope.now()),
        updated_at: Set(scope.now()),
        ..Default::default()
    }
}

/// What happens when the person has a draft of this API and plan already: the target is the
/// partial unique index, whose condition must stand there word for word.
pub(super) fn one_draft() -> OnConflict {
    OnConflict::columns([
        application::Column::ApplicantId,
        application::Column::ApiId,
        application::Column::Plan,
    ])
    .target_and_where(Expr::cust("state = 'draft'"))
    .to_owned()
}

/// Changes a draft of the applicant's, if it still is one.
async fn edit(
    transaction: &Transaction,
    scope: &Scope,
    applicant: &Person,
    id: ApplicationId,
    change: application::ActiveModel,
) -> Result<bool, DbErr> {
    let edited = application::Entity::update_many()
        .set(application::ActiveModel {
            updated_at: Set(scope.now()),
            ..change
        })
        .filter(application::Column::Id.eq(id))
        .filter(application::Column::ApplicantId.eq(applicant.id))
        .filter(application::Column::State.eq(State::Draft))
        .exec(transaction)
        .await?;
    Ok(edited.rows_affected == 1)
}
