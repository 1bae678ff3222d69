//! Makes the application of an approved request.

use sea_orm::{ActiveModelTrait, DbErr, Set};

use crate::{
    catalogue::Plan,
    clock::Timestamp,
    db::Transaction,
    entities::{application, application_plan},
    ids::{AccountId, ApiId, GroupId, RequestId},
    vocabulary::ApplicationState,
};

/// The application that a request asks for.
pub(crate) struct NewApplication {
    pub request: RequestId,
    pub api: ApiId,
    pub plan: Plan,
    pub group: GroupId,
    pub applicant: AccountId,
    pub name: String,
    pub description: String,
    pub requested_at: Timestamp,
    /// The remark of the approval.
    pub remark: Option<String>,
}

impl NewApplication {
    /// The rows of an application that was approved at a time, and of its first plan.
    pub(crate) fn rows(
        self,
        approved_at: Timestamp,
    ) -> (application::ActiveModel, application_plan::ActiveModel) {
        let id = self.request.application();
        let plan = application_plan::ActiveModel {
            request_id: Set(self.request),
            application_id: Set(id),
            plan: Set(self.plan),
            since: Set(approved_at),
        };
        let application = application::ActiveModel {
            id: Set(id),
            api_id: Set(self.api),
            plan: Set(self.plan),
            group_id: Set(self.group),
            applicant_id: Set(self.applicant),
            name: Set(self.name),
            description: Set(self.description),
            state: Set(ApplicationState::Approved),
            reason: Set(self.remark),
            requested_at: Set(self.requested_at),
            approved_at: Set(approved_at),
            updated_at: Set(approved_at),
        };
        (application, plan)
    }
}

/// Makes the application. A request makes one; a second one breaks a constraint.
pub(crate) async fn create(
    transaction: &Transaction,
    new: NewApplication,
    approved_at: Timestamp,
) -> Result<(), DbErr> {
    let (application, plan) = new.rows(approved_at);
    application.insert(transaction).await?;
    plan.insert(transaction).await?;
    Ok(())
}
