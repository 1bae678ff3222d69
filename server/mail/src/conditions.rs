//! The mails about the conditions of an application, and about the end of its contract.

use chrono::NaiveDate;
use domain::{
    Role, Scope, accounts,
    applications::{self, ApplicationEvent, ApplicationState, StoredConditions},
    catalogue::Catalogue,
    dates,
    ids::{AccountId, ApplicationId},
    jobs::Addressee,
};
use locales::{Locale, mail as t, number};
use sea_orm::DbErr;

use super::{
    filed::FiledRequest,
    letters::{ConditionsChanged, ContractEnded, ContractEnds},
    links,
    render::{Reader, Rendered},
};

/// The conditions of an application, each as a sentence.
pub(super) async fn told(
    scope: &Scope,
    id: ApplicationId,
    locale: Locale,
) -> Result<Vec<String>, DbErr> {
    let found = applications::conditions(scope.portal.db.reader(), id).await?;
    Ok(found.map_or_else(Vec::new, |conditions| sentences(&conditions, locale)))
}

fn sentences(conditions: &StoredConditions, locale: Locale) -> Vec<String> {
    let day = |day: NaiveDate| dates::day(day, locale);
    let sentences = [
        conditions
            .starts_on
            .map(|it| t::condition_start(locale, day(it))),
        conditions
            .ends_on
            .map(|it| t::condition_end(locale, day(it))),
        conditions
            .quota()
            .map(|it| t::condition_calls(locale, number::count(it.into(), locale))),
        conditions
            .contract_number
            .as_ref()
            .map(|it| t::condition_contract(locale, it)),
    ];
    sentences.into_iter().flatten().collect()
}

/// To the applicant, or to the group if that is somebody else: the conditions as they are now, and
/// the last reason for a change.
pub(super) async fn changed(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
    to: Addressee,
) -> Rendered {
    let Some((filed, application)) = FiledRequest::of_application(scope, catalogue, id).await?
    else {
        return Ok(None);
    };
    let reader = filed
        .reader(to)
        .filter(|reader| to == Addressee::Applicant || reader.email != filed.applicant.email)
        .filter(|_| application.state != ApplicationState::Revoked);
    let Some(reader) = reader else {
        return Ok(None);
    };
    let event = ApplicationEvent::ConditionsChange;
    let last = applications::last_event(scope.portal.db.reader(), id, event).await?;
    let reason = last.and_then(|event| event.said).unwrap_or_default();
    let mut conditions = told(scope, id, reader.locale).await?;
    if conditions.is_empty() {
        conditions.push(t::condition_none(reader.locale).to_owned());
    }
    let link = links::application(&scope.portal, filed.group.id, id);
    let letter = |name, request| ConditionsChanged {
        name,
        request,
        conditions,
        reason,
        link,
    };
    filed.write(scope, reader, letter).await
}

/// None when the contract ends on another day by now, or the application does not work anyway.
pub(super) async fn ends(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
    ends_on: NaiveDate,
    to: AccountId,
) -> Rendered {
    let state = ApplicationState::Approved;
    let Some(end) = End::find(scope, catalogue, id, state, to).await? else {
        return Ok(None);
    };
    if end.ends_on != ends_on {
        return Ok(None);
    }
    let (last_day, link) = (end.last_day(), end.link(scope, id));
    let next = if end.is_manager {
        t::contract_ends_manager(end.reader.locale)
    } else {
        t::contract_ends_group(end.reader.locale)
    };
    let letter = |name, request| ContractEnds {
        name,
        request,
        last_day,
        next,
        link,
    };
    end.filed.write(scope, end.reader, letter).await
}

/// None when the application works again by now, or never will.
pub(super) async fn ended(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
    to: AccountId,
) -> Rendered {
    let state = ApplicationState::Suspended;
    let Some(end) = End::find(scope, catalogue, id, state, to).await? else {
        return Ok(None);
    };
    let (last_day, link) = (end.last_day(), end.link(scope, id));
    let next = if end.is_manager {
        t::contract_ended_manager(end.reader.locale)
    } else {
        t::contract_ended_group(end.reader.locale)
    };
    let letter = |name, request| ContractEnded {
        name,
        request,
        last_day,
        next,
        link,
    };
    end.filed.write(scope, end.reader, letter).await
}

/// The end of a contract, and who reads of it.
struct End<'a> {
    filed: FiledRequest<'a>,
    reader: Reader,
    ends_on: NaiveDate,
    /// Whether the reader is a contract manager; otherwise an owner of the group.
    is_manager: bool,
}

impl<'a> End<'a> {
    async fn find(
        scope: &Scope,
        catalogue: &'a Catalogue,
        id: ApplicationId,
        state: ApplicationState,
        to: AccountId,
    ) -> Result<Option<Self>, DbErr> {
        let db = scope.portal.db.reader();
        let found = FiledRequest::of_application(scope, catalogue, id).await?;
        let found = found.filter(|(_, application)| application.state == state);
        let conditions = applications::conditions(db, id).await?;
        let ends_on = conditions.and_then(|conditions| conditions.ends_on);
        let reader = Reader::find(scope, to).await?;
        let (Some((filed, _)), Some(ends_on), Some(reader)) = (found, ends_on, reader) else {
            return Ok(None);
        };
        Ok(Some(Self {
            filed,
            reader,
            ends_on,
            is_manager: accounts::has_role(db, to, Role::ContractManager).await?,
        }))
    }

    fn last_day(&self) -> String {
        dates::day(self.ends_on, self.reader.locale)
    }

    fn link(&self, scope: &Scope, id: ApplicationId) -> String {
        if self.is_manager {
            links::decision(&scope.portal, id.request())
        } else {
            links::application(&scope.portal, self.filed.group.id, id)
        }
    }
}
