//! "Dados do grupo": its name and how it is reached.

use axum::response::{IntoResponse, Response};
use domain::{
    accounts::Email,
    groups::{self, EditGroupError, Group, GroupDetails},
    ids::GroupId,
    teams,
};
use leptos::prelude::*;
use locales::{Locale, common, group_edit as t, group_form as words};
use serde::Deserialize;
use values::{GroupName, Phone};

use super::{
    company::FixedCompany,
    place::{Team, team_nav},
};
use crate::{
    components::{Breadcrumbs, PageHead},
    forms::{ErrorSummary, Errors, FieldError, FieldKind, FieldLabel, TextField},
    routes,
    web::{
        Access::Member, Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit,
        see_other_with,
    },
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::GROUP_EDIT, show)
        .post(Member, routes::GROUP_EDIT, save)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    name: String,
    email: String,
    phone: String,
}

impl Form {
    fn of(group: &Group) -> Self {
        Self {
            name: group.name.clone(),
            email: group.email.shown(),
            phone: group.phone.national(),
        }
    }

    fn parse(&self) -> Result<GroupDetails, Errors> {
        let mut errors = Errors::default();
        let name = errors.check("name", GroupName::parse(&self.name));
        let email = errors.check("email", Email::parse(&self.email));
        let phone = errors.check("phone", Phone::parse(&self.phone));
        errors.finish(|| {
            Some(GroupDetails {
                name: name?,
                email: email?,
                phone: phone?,
            })
        })
    }
}

async fn show(
    visit: Visit,
    Ids(id): Ids<GroupId>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Page, PageError> {
    let team = Team::managed(&visit, id).await?;
    let form = kept.unwrap_or_else(|| Form::of(&team.group));
    let fixed = teams::is_company_fixed(&visit.scope, id).await?;
    Ok(page(&visit, &team, fixed, &form, &Errors::default()))
}

async fn save(
    visit: Visit,
    Ids(id): Ids<GroupId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let team = Team::managed(&visit, id).await?;
    let errors = match form.parse() {
        Ok(details) => match groups::edit(&visit.scope, id, &details).await {
            Ok(()) => {
                let group = team.address(routes::GROUP);
                return Ok(see_other_with(&group, Flash::GroupSaved, &visit));
            }
            Err(EditGroupError::NameTaken) => Errors::of("name", FieldError::GroupExists),
            Err(EditGroupError::TooOften(wait)) => return Err(wait.into()),
            Err(EditGroupError::Common(error)) => return Err(error.into()),
        },
        Err(errors) => errors,
    };
    let fixed = teams::is_company_fixed(&visit.scope, id).await?;
    let page = page(&visit, &team, fixed, &form, &errors);
    Ok(page.unprocessable().into_response())
}

fn page(visit: &Visit, team: &Team, fixed: bool, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    Page::new(visit, t::title(locale), || {
        view! {
            <Breadcrumbs locale crumbs=team.crumbs(locale) here=t::title(locale)/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            {team_nav(team.group.id, team.role, routes::GROUP_EDIT, locale)}
            <DetailsForm team form errors locale/>
            {company_section(team, fixed, locale)}
        }
    })
    .narrow()
}

#[component]
fn DetailsForm<'a>(
    team: &'a Team,
    form: &'a Form,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let labels = [
        FieldLabel::new("name", words::name(locale)),
        FieldLabel::new("email", words::email(locale)),
        FieldLabel::new("phone", words::phone(locale)),
    ];
    view! {
        <form class="form" method="post" novalidate>
            <ErrorSummary errors labels locale/>
            <TextField
                name="name" label=words::name(locale) value=form.name.as_str()
                hint=words::name_hint(locale) autocomplete="off" errors locale
            />
            <TextField
                name="email" label=words::email(locale) value=form.email.as_str()
                hint=t::email_confirmed_anew(locale) kind=FieldKind::Email
                autocomplete="work email" errors locale
            />
            <TextField
                name="phone" label=words::phone(locale) value=form.phone.as_str()
                hint=words::phone_hint(locale) kind=FieldKind::Phone autocomplete="work tel"
                mono=true errors locale
            />
            <div class="actions">
                <button class="btn">{common::save(locale)}</button>
                <a class="btn btn--quiet" href=team.address(routes::GROUP)>{common::cancel(locale)}</a>
            </div>
        </form>
    }
}

fn company_section(team: &Team, fixed: bool, locale: Locale) -> impl IntoView + use<> {
    let content = if fixed {
        view! { <FixedCompany locale/> }.into_any()
    } else {
        let change = team.address(routes::GROUP_COMPANY);
        view! {
            <p class="soft">{t::company_lead(locale)}</p>
            <div class="actions">
                <a class="btn btn--quiet" href=change>{t::change_company(locale)}</a>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="section">
            <h2>{t::company(locale)}</h2>
            <p>
                {team.group.legal_name.clone()} " · "
                <span class="mono nowrap">{team.group.cnpj.masked()}</span>
            </p>
            {content}
        </section>
    }
}
