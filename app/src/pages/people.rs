//! Administration: who has which role.

mod filter;
mod nominations;

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{
    Role,
    accounts::{
        self, AccountSummary,
        administration::{self, ChangeRolesError, RoleChange},
    },
    ids::AccountId,
};
use leptos::prelude::*;
use locales::{Locale, common, support as t};
use serde::Deserialize;

use self::filter::Filter;
use super::support::{NobodyFound, Verification};
use crate::{
    components::{AdministrationNav, EmailAddress, PageHead, Pagination, Time},
    forms::{HiddenField, PasswordPrompt, PendingForm},
    routes,
    web::{
        Access, Flash, Ids, Page, PageError, PostedForm, Site, Visit, see_other, see_other_with,
    },
};

const ADMINISTRATOR: Access = Access::Role(Role::Administrator);

pub fn routes(site: Site) -> Site {
    let site = nominations::routes(site);
    site.get(ADMINISTRATOR, routes::PEOPLE, show)
        .get(ADMINISTRATOR, routes::PERSON_ROLES, back)
        .post(ADMINISTRATOR, routes::PERSON_ROLES, save)
}

async fn show(visit: Visit, Query(filter): Query<Filter>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let wanted = filter.wanted(visit.scope.now());
    let found = administration::people(&visit.scope, &wanted, filter.cursor()).await?;
    let waiting = accounts::nominations(&visit.scope).await?;
    let next = found.next.map(|cursor| filter.next(cursor));
    Ok(Page::new(&visit, t::people_title(locale), || {
        let list = if found.items.is_empty() {
            view! { <NobodyFound visit=&visit/> }.into_any()
        } else {
            table(&visit, &found.items).into_any()
        };
        view! {
            <AdministrationNav visit=&visit/>
            <PageHead title=t::people_title(locale) lead=t::people_lead(locale)/>
            {nominations::list(&visit, waiting)}
            {filter.form(locale)}
            {list}
            <Pagination locale first=filter.first() next/>
        }
    }))
}

fn table(visit: &Visit, people: &[AccountSummary]) -> impl IntoView + use<> {
    let locale = visit.locale;
    let rows = people
        .iter()
        .map(|person| row(visit, person))
        .collect_view();
    view! {
        <table class="table people">
            <caption class="visually-hidden">{t::people_title(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::person(locale)}</th>
                <th scope="col">{t::roles(locale)}</th>
                <th scope="col">{t::state(locale)}</th>
                <th scope="col">{t::last_sign_in(locale)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(visit: &Visit, person: &AccountSummary) -> impl IntoView + use<> {
    let locale = visit.locale;
    let last = match person.last_sign_in_at {
        Some(at) => view! { <Time at visit/> }.into_any(),
        None => t::never(locale).into_any(),
    };
    view! {
        <tr>
            <td class="table__title">
                {person.full_name()} <br/> <span class="soft small"><EmailAddress email=&person.email/></span>
            </td>
            <td data-label=t::roles(locale)>{roles_form(person, locale)}</td>
            <td data-label=t::state(locale)><Verification account=person visit/></td>
            <td data-label=t::last_sign_in(locale)>{last}</td>
        </tr>
    }
}

fn roles_form(person: &AccountSummary, locale: Locale) -> impl IntoView + use<> {
    let action = routes::fill(routes::PERSON_ROLES, &[&person.id]);
    let name = person.full_name();
    let boxes = Role::ALL.iter().map(|role| {
        let has = person.roles.contains(role);
        view! {
            <label class="check">
                <input type="checkbox" name=role.as_str() value="true" checked=has/>
                {role_name(*role, locale)}
            </label>
        }
    });
    view! {
        <form class="people__roles" method="post" action=action>
            <fieldset>
                <legend class="visually-hidden">{t::roles_of(locale, &name)}</legend>
                {boxes.collect_view()}
                <input type="hidden" name=SEEN value=names(&person.roles)/>
            </fieldset>
            <button class="btn btn--quiet btn--small" aria-label=t::save_roles_of(locale, &name)>{common::save(locale)}</button>
        </form>
    }
}

const fn role_name(role: Role, locale: Locale) -> &'static str {
    match role {
        Role::ContractManager => t::contract_manager(locale),
        Role::Support => t::support_role(locale),
        Role::Administrator => t::administrator(locale),
    }
}

/// Separated by blanks.
fn names(roles: &[Role]) -> String {
    let names: Vec<_> = roles.iter().map(|role| role.as_str()).collect();
    names.join(" ")
}

/// The field with the roles that were seen when the boxes were ticked.
const SEEN: &str = "seen";

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Form {
    seen: String,
    contract_manager: bool,
    support: bool,
    administrator: bool,
    /// The password, where it was asked for.
    current: Option<String>,
}

impl Form {
    fn roles(&self) -> Vec<Role> {
        let chosen = [
            (self.contract_manager, Role::ContractManager),
            (self.support, Role::Support),
            (self.administrator, Role::Administrator),
        ];
        chosen
            .into_iter()
            .filter_map(|(has, role)| has.then_some(role))
            .collect()
    }

    fn change(&self) -> RoleChange {
        let seen = self.seen.split_whitespace();
        let seen: Vec<Role> = seen.filter_map(|name| name.parse().ok()).collect();
        RoleChange::between(&seen, &self.roles())
    }

    fn pending(&self, id: AccountId, locale: Locale) -> PendingForm {
        let field = |name, value: &str| HiddenField {
            name,
            value: value.to_owned(),
        };
        let chosen = self.roles().into_iter();
        let chosen = chosen.map(|role| field(role.as_str(), "true"));
        PendingForm {
            what: t::roles_to_save(locale),
            action: routes::fill(routes::PERSON_ROLES, &[&id]),
            fields: chosen.chain([field(SEEN, &self.seen)]).collect(),
            cancel: routes::PEOPLE.to_owned(),
        }
    }
}

/// For those who come by the address of the form: after signing in again.
async fn back() -> Response {
    see_other(routes::PEOPLE)
}

async fn save(
    mut visit: Visit,
    Ids(id): Ids<AccountId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, form.current.as_deref()).await? {
        let pending = form.pending(id, visit.locale);
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    match administration::change_roles(&visit.scope, id, &form.change()).await {
        Ok(update) => {
            let flash = if update.is_nominated {
                Flash::Nominated
            } else {
                Flash::RolesSaved
            };
            Ok(see_other_with(routes::PEOPLE, flash, &visit))
        }
        Err(ChangeRolesError::LastAdministrator) => Ok(see_other_with(
            routes::PEOPLE,
            Flash::LastAdministrator,
            &visit,
        )),
        Err(ChangeRolesError::OtherOfTwo) => {
            Ok(see_other_with(routes::PEOPLE, Flash::OtherOfTwo, &visit))
        }
        // Asked for above.
        Err(ChangeRolesError::Unconfirmed) => Err(PageError::Forbidden),
        Err(ChangeRolesError::Common(error)) => Err(error.into()),
    }
}
