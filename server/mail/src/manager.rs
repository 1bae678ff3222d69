//! The mails to contract managers about their work.

use sea_orm::DbErr;

use super::{
    filed::FiledRequest,
    letters::{DigestItem, ManagerCoverage, Request, RequestAssigned, RequestDigest},
    links,
    render::{Reader, Rendered},
};
use domain::{
    Role, Scope, accounts,
    approvals::{self, QueueItem},
    catalogue::{self, Catalogue, Plan},
    clock::Timestamp,
    ids::{AccountId, RequestId},
    managers::{self, Coverage},
    requests::RequestKind,
};
use locales::{Locale, mail as t, terms};

/// To one who still is a manager and still looks after it.
pub(super) async fn assigned(
    scope: &Scope,
    catalogue: &Catalogue,
    request: RequestId,
    manager: AccountId,
    by: Option<AccountId>,
) -> Rendered {
    let (Some(filed), Some(reader)) = (
        FiledRequest::find(scope, catalogue, request).await?,
        manager_of(scope, manager).await?,
    ) else {
        return Ok(None);
    };
    let asked = &filed.request;
    if !asked.state.is_open() || asked.assignee_id != Some(manager) {
        return Ok(None);
    }
    let names = accounts::names(scope.portal.db.reader(), by.into_iter()).await?;
    let by = names.into_values().next();
    let by = by.unwrap_or_else(|| t::by_the_portal(reader.locale).to_owned());
    let link = links::decision(&scope.portal, request);
    let letter = |name, request| RequestAssigned {
        name,
        by,
        request,
        link,
    };
    filed.write(scope, reader, letter).await
}

/// To one who still is a manager, if something that came since then still waits for them.
pub(super) async fn digest(
    scope: &Scope,
    catalogue: &Catalogue,
    manager: AccountId,
    since: Timestamp,
) -> Rendered {
    let Some(reader) = manager_of(scope, manager).await? else {
        return Ok(None);
    };
    let found = approvals::digest(scope, catalogue, manager, since).await?;
    if found.items.is_empty() {
        return Ok(None);
    }
    let items = found.items.into_iter();
    let letter = RequestDigest {
        name: reader.name.clone(),
        items: items.map(|it| told(scope, it, reader.locale)).collect(),
        has_more: found.has_more,
        link: links::decisions(&scope.portal),
        choose: links::manager_preferences(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

fn told(scope: &Scope, item: QueueItem, locale: Locale) -> DigestItem {
    let plan = match (item.request.kind, item.request.plan) {
        (RequestKind::PlanChange, _) => terms::plan_upgrade(locale),
        (RequestKind::Access, Plan::Trial) => terms::plan_trial(locale),
        (RequestKind::Access, Plan::PayPerUse) => terms::plan_pay_per_use(locale),
    };
    DigestItem {
        link: links::decision(&scope.portal, item.request.id),
        cnpj: item.group.cnpj.masked(),
        description: item.request.description,
        request: Request {
            number: item.request.number,
            api: item.api.text(locale).name.clone(),
            plan,
            name: item.request.name,
            group: item.group.name,
            company: item.group.legal_name,
        },
    }
}

/// To one who still is a manager: what they decide on when the mail is sent.
pub(super) async fn coverage(scope: &Scope, catalogue: &Catalogue, manager: AccountId) -> Rendered {
    let Some(reader) = manager_of(scope, manager).await? else {
        return Ok(None);
    };
    let coverage = managers::coverage_of(scope.portal.db.reader(), scope, manager).await?;
    let letter = ManagerCoverage {
        name: reader.name.clone(),
        parts: parts(scope, catalogue, coverage, reader.locale).await?,
        link: links::decisions(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

async fn parts(
    scope: &Scope,
    catalogue: &Catalogue,
    coverage: Coverage,
    locale: Locale,
) -> Result<Vec<String>, DbErr> {
    let Coverage::Only { apis, cnpj_roots } = coverage else {
        return Ok(vec![t::coverage_everything(locale).to_owned()]);
    };
    let mut parts = Vec::with_capacity(apis.len() + cnpj_roots.len() + 1);
    for api in apis {
        let api = catalogue::api_of(scope, catalogue, api).await?;
        parts.push(t::coverage_api(locale, &api.text(locale).name));
    }
    let companies = cnpj_roots.iter();
    parts.extend(companies.map(|root| t::coverage_company(locale, root)));
    parts.push(t::coverage_stands_in(locale).to_owned());
    Ok(parts)
}

async fn manager_of(scope: &Scope, account: AccountId) -> Result<Option<Reader>, DbErr> {
    let db = scope.portal.db.reader();
    if !accounts::has_role(db, account, Role::ContractManager).await? {
        return Ok(None);
    }
    Reader::find(scope, account).await
}
