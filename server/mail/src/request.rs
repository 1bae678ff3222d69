//! The mails about a request for access, each to one of those who deal with it.

use locales::{Locale, terms};
use sea_orm::DbErr;

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
    accounts::{self, Contact},
    applications::{self, Application},
    catalogue::{self, Catalogue, Plan},
    clock::Timestamp,
    groups::{self, Group},
    ids::{AccountId, ApplicationId, RequestId},
    requests::{self, Decision, RequestKind, RequestState},
};

/// A filed request with its group, applicant and owner.
pub(super) struct FiledRequest<'a> {
    catalogue: &'a Catalogue,
    pub request: requests::Request,
    pub group: Group,
    pub applicant: Contact,
    /// Who stands for the group as long as nobody has confirmed its address.
    pub owner: Option<Contact>,
    /// The plan that its application has by now, or that is asked for.
    plan: Plan,
}

pub(super) async fn received(scope: &Scope, catalogue: &Catalogue, request: RequestId) -> Rendered {
    let Some(filed) = FiledRequest::find(scope, catalogue, request).await? else {
        return Ok(None);
    };
    if filed.request.kind == RequestKind::PlanChange {
        return upgrade::received(scope, filed).await;
    }
    let reader = Reader::from(filed.applicant.clone());
    let letter = RequestReceived {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        link: links::request(&scope.portal, request),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// To one who still is a manager, of what still waits.
pub(super) async fn decision_awaited(
    scope: &Scope,
    catalogue: &Catalogue,
    request: RequestId,
    manager: AccountId,
) -> Rendered {
    let (Some(filed), Some(reader)) = (
        FiledRequest::find(scope, catalogue, request).await?,
        Reader::find(scope, manager).await?,
    ) else {
        return Ok(None);
    };
    if filed.request.state != RequestState::Pending || !is_manager(scope, manager).await? {
        return Ok(None);
    }
    if filed.request.kind == RequestKind::PlanChange {
        return upgrade::awaited(scope, filed, reader).await;
    }
    let letter = DecisionAwaited {
        name: reader.name.clone(),
        applicant: filed.applicant_name(),
        request: filed.request(scope, reader.locale).await?,
        link: links::decision(&scope.portal, request),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// To one who still is a manager, when something that came since then still waits for them.
pub(super) async fn more_awaited(scope: &Scope, manager: AccountId, since: Timestamp) -> Rendered {
    let Some(reader) = Reader::find(scope, manager).await? else {
        return Ok(None);
    };
    let waits = requests::wait_since(scope.portal.db.reader(), since, manager).await?;
    if !waits || !is_manager(scope, manager).await? {
        return Ok(None);
    }
    let letter = DecisionsAwaited {
        name: reader.name.clone(),
        link: links::decisions(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn decided(scope: &Scope, catalogue: &Catalogue, request: RequestId) -> Rendered {
    let (Some(filed), Some(decision)) = (
        FiledRequest::find(scope, catalogue, request).await?,
        requests::decision_of(scope.portal.db.reader(), request).await?,
    ) else {
        return Ok(None);
    };
    if filed.request.kind == RequestKind::PlanChange {
        return upgrade::decided(scope, filed, decision).await;
    }
    let Decision { outcome, said, .. } = decision;
    match outcome {
        RequestState::Approved => approved(scope, filed, said).await,
        RequestState::Rejected => rejected(scope, filed, said.unwrap_or_default()).await,
        RequestState::Pending | RequestState::Cancelled => Ok(None),
    }
}

async fn approved(scope: &Scope, filed: FiledRequest<'_>, remark: Option<String>) -> Rendered {
    let reader = Reader::from(filed.applicant.clone());
    let letter = Approved {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        remark,
        link: links::application(&scope.portal, filed.group.id, filed.request.application_id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

async fn rejected(scope: &Scope, filed: FiledRequest<'_>, reason: String) -> Rendered {
    let reader = Reader::from(filed.applicant.clone());
    let letter = Rejected {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        reason,
        link: links::request(&scope.portal, filed.request.id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn cancelled(
    scope: &Scope,
    catalogue: &Catalogue,
    request: RequestId,
) -> Rendered {
    let Some(filed) = FiledRequest::find(scope, catalogue, request).await? else {
        return Ok(None);
    };
    if filed.request.kind == RequestKind::PlanChange {
        return upgrade::cancelled(scope, filed).await;
    }
    let reader = Reader::from(filed.applicant.clone());
    let letter = Cancelled {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        link: links::request(&scope.portal, request),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

impl<'a> FiledRequest<'a> {
    pub async fn find(
        scope: &Scope,
        catalogue: &'a Catalogue,
        id: RequestId,
    ) -> Result<Option<Self>, DbErr> {
        let Some(request) = requests::load(scope.portal.db.reader(), id).await? else {
            return Ok(None);
        };
        let plan = request.plan;
        Self::complete(scope, catalogue, request, plan).await
    }

    /// With the application that it made.
    pub async fn of_application(
        scope: &Scope,
        catalogue: &'a Catalogue,
        id: ApplicationId,
    ) -> Result<Option<(Self, Application)>, DbErr> {
        let db = scope.portal.db.reader();
        let (Some(application), Some(request)) = (
            applications::find(db, id).await?,
            requests::load(db, id.request()).await?,
        ) else {
            return Ok(None);
        };
        let filed = Self::complete(scope, catalogue, request, application.plan).await?;
        Ok(filed.map(|filed| (filed, application)))
    }

    async fn complete(
        scope: &Scope,
        catalogue: &'a Catalogue,
        request: requests::Request,
        plan: Plan,
    ) -> Result<Option<Self>, DbErr> {
        let db = scope.portal.db.reader();
        let (group, applicant) = (request.group_id, request.applicant_id);
        let mut groups = groups::by_ids(db, [group].into_iter()).await?;
        let mut applicants = accounts::by_ids(db, [applicant].into_iter()).await?;
        let (Some(group), Some(applicant)) = (groups.remove(&group), applicants.remove(&applicant))
        else {
            return Ok(None);
        };
        let owner = match group.email_confirmed_at {
            Some(_) => None,
            None => groups::first_owner(db, group.id).await?,
        };
        Ok(Some(Self {
            catalogue,
            request,
            group,
            applicant,
            owner,
            plan,
        }))
    }

    pub async fn request(&self, scope: &Scope, locale: Locale) -> Result<Request, DbErr> {
        let api = catalogue::api_of(scope, self.catalogue, self.request.api_id).await?;
        Ok(Request {
            number: self.request.number.clone(),
            api: api.text(locale).name.clone(),
            plan: self.plan_name(locale),
            name: self.request.name.clone(),
            group: self.group.name.clone(),
            company: self.group.legal_name.clone(),
        })
    }

    pub fn applicant_name(&self) -> String {
        self.applicant.full_name()
    }

    const fn plan_name(&self, locale: Locale) -> &'static str {
        match (self.request.kind, self.plan) {
            (RequestKind::PlanChange, _) => terms::plan_upgrade(locale),
            (RequestKind::Access, Plan::Trial) => terms::plan_trial(locale),
            (RequestKind::Access, Plan::PayPerUse) => terms::plan_pay_per_use(locale),
        }
    }
}

async fn is_manager(scope: &Scope, account: AccountId) -> Result<bool, DbErr> {
    accounts::has_role(scope.portal.db.reader(), account, Role::ContractManager).await
}
