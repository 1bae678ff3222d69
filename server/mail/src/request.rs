//! The mails about a request for access, each to one of those who deal with it.

use locales::{Locale, terms};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{
    letters::{
        Approved, Cancelled, DecisionAwaited, DecisionsAwaited, Rejected, Request, RequestReceived,
    },
    links,
    render::{Reader, Rendered},
    upgrade,
};
use domain::{
    Role, Scope,
    applications::State,
    audit::{self, Action, Entry, Subject},
    catalogue::{self, Catalogue, Plan},
    clock::Timestamp,
    groups,
    ids::{AccountId, ApplicationId},
    rows::{account, account_role, application, audit_event, permission_group},
};

/// A filed request with its group, applicant and owner.
pub(super) struct FiledRequest<'a> {
    catalogue: &'a Catalogue,
    pub application: application::Model,
    pub group: permission_group::Model,
    pub applicant: account::Model,
    /// Who stands for the group as long as nobody has confirmed its address.
    pub owner: Option<account::Model>,
}

pub(super) async fn received(
    scope: &Scope,
    catalogue: &Catalogue,
    application: ApplicationId,
) -> Rendered {
    let Some(filed) = FiledRequest::find(scope, catalogue, application).await? else {
        return Ok(None);
    };
    if filed.application.upgrades.is_some() {
        return upgrade::received(scope, filed).await;
    }
    let reader = Reader::from(filed.applicant.clone());
    let letter = RequestReceived {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        link: links::request(&scope.portal, application),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// To one who still is a manager, of what still waits.
pub(super) async fn decision_awaited(
    scope: &Scope,
    catalogue: &Catalogue,
    application: ApplicationId,
    manager: AccountId,
) -> Rendered {
    let (Some(filed), Some(reader)) = (
        FiledRequest::find(scope, catalogue, application).await?,
        Reader::find(scope, manager).await?,
    ) else {
        return Ok(None);
    };
    if filed.application.state != State::Pending || !is_manager(scope, manager).await? {
        return Ok(None);
    }
    if filed.application.upgrades.is_some() {
        return upgrade::awaited(scope, filed, reader).await;
    }
    let letter = DecisionAwaited {
        name: reader.name.clone(),
        applicant: filed.applicant_name(),
        request: filed.request(scope, reader.locale).await?,
        link: links::decision(&scope.portal, application),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// To one who still is a manager, when something that came since then still waits for them.
pub(super) async fn more_awaited(scope: &Scope, manager: AccountId, since: Timestamp) -> Rendered {
    let Some(reader) = Reader::find(scope, manager).await? else {
        return Ok(None);
    };
    let waits = application::Entity::find()
        .filter(application::Column::State.eq(State::Pending))
        .filter(application::Column::SubmittedAt.gte(since))
        .filter(application::Column::ApplicantId.ne(manager))
        .one(scope.portal.db.reader())
        .await?;
    if waits.is_none() || !is_manager(scope, manager).await? {
        return Ok(None);
    }
    let letter = DecisionsAwaited {
        name: reader.name.clone(),
        link: links::decisions(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn decided(
    scope: &Scope,
    catalogue: &Catalogue,
    application: ApplicationId,
) -> Rendered {
    let (Some(filed), Some(decision)) = (
        FiledRequest::find(scope, catalogue, application).await?,
        Decision::find(scope, application).await?,
    ) else {
        return Ok(None);
    };
    match (filed.application.upgrades, decision) {
        (Some(target), decision) => upgrade::decided(scope, filed, target, decision).await,
        (None, Decision::Approved { remark }) => approved(scope, filed, remark).await,
        (None, Decision::Rejected { reason }) => rejected(scope, filed, reason).await,
    }
}

async fn approved(scope: &Scope, filed: FiledRequest<'_>, remark: Option<String>) -> Rendered {
    let reader = Reader::from(filed.applicant.clone());
    let letter = Approved {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        remark,
        link: links::application(&scope.portal, filed.group.id, filed.application.id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

async fn rejected(scope: &Scope, filed: FiledRequest<'_>, reason: String) -> Rendered {
    let reader = Reader::from(filed.applicant.clone());
    let letter = Rejected {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        reason,
        link: links::request(&scope.portal, filed.application.id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn cancelled(
    scope: &Scope,
    catalogue: &Catalogue,
    application: ApplicationId,
) -> Rendered {
    let Some(filed) = FiledRequest::find(scope, catalogue, application).await? else {
        return Ok(None);
    };
    if let Some(target) = filed.application.upgrades {
        return upgrade::cancelled(scope, filed, target).await;
    }
    let reader = Reader::from(filed.applicant.clone());
    let letter = Cancelled {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        link: links::request(&scope.portal, application),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// What was decided, and what was said of it. The application's own row tells how it stands now:
/// it may have been suspended since, or resumed with another remark.
pub(super) enum Decision {
    Approved { remark: Option<String> },
    Rejected { reason: String },
}

impl Decision {
    /// As the trail has it; a request is decided once.
    async fn find(scope: &Scope, application: ApplicationId) -> Result<Option<Self>, DbErr> {
        let decisions = [Action::ApplicationApproved, Action::ApplicationRejected];
        let found = audit::about(Subject::Application(application))
            .filter(audit_event::Column::Action.is_in(decisions))
            .into_model::<Entry>()
            .one(scope.portal.db.reader())
            .await?;
        Ok(found.map(
            |Entry {
                 action, details, ..
             }| match action {
                Action::ApplicationApproved => Self::Approved { remark: details },
                _ => Self::Rejected {
                    reason: details.unwrap_or_default(),
                },
            },
        ))
    }
}

impl<'a> FiledRequest<'a> {
    pub async fn find(
        scope: &Scope,
        catalogue: &'a Catalogue,
        id: ApplicationId,
    ) -> Result<Option<Self>, DbErr> {
        let db = scope.portal.db.reader();
        let Some(application) = application::Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let Some(group) = application.group_id else {
            return Ok(None);
        };
        let group = permission_group::Entity::find_by_id(group).one(db).await?;
        let applicant = account::Entity::find_by_id(application.applicant_id)
            .one(db)
            .await?;
        let Some((group, applicant)) = group.zip(applicant) else {
            return Ok(None);
        };
        let owner = match group.email_confirmed_at {
            Some(_) => None,
            None => groups::first_owner(db, group.id).await?,
        };
        Ok(Some(Self {
            catalogue,
            application,
            group,
            applicant,
            owner,
        }))
    }

    pub async fn request(&self, scope: &Scope, locale: Locale) -> Result<Request, DbErr> {
        let api = catalogue::api_of(scope, self.catalogue, self.application.api_id).await?;
        Ok(Request {
            number: self.application.number.clone().unwrap_or_default(),
            api: api.text(locale).name.clone(),
            plan: plan_name(&self.application, locale),
            name: self.application.name.clone(),
            group: self.group.name.clone(),
            company: self.group.legal_name.clone(),
        })
    }

    pub fn applicant_name(&self) -> String {
        let account::Model {
            given_name,
            family_name,
            ..
        } = &self.applicant;
        format!("{given_name} {family_name}")
    }
}

async fn is_manager(scope: &Scope, account: AccountId) -> Result<bool, DbErr> {
    let role = account_role::Entity::find_by_id((account, Role::ContractManager))
        .one(scope.portal.db.reader())
        .await?;
    Ok(role.is_some())
}

const fn plan_name(application: &application::Model, locale: Locale) -> &'static str {
    match application.plan {
        _ if application.upgrades.is_some() => terms::plan_upgrade(locale),
        Plan::Trial => terms::plan_trial(locale),
        Plan::PayPerUse => terms::plan_pay_per_use(locale),
    }
}
