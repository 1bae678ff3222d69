//! The company of a group, which its owners correct as long as nobody decides by it.

use axum::response::{IntoResponse, Response};
use domain::{
    groups::Group,
    ids::GroupId,
    teams::{self, Company, CompanyError},
};
use leptos::prelude::*;
use locales::{Locale, common, group_edit as t, group_form as words};
use serde::Deserialize;
use validator::Validate;
use values::{Cnpj, LegalName};

use super::place::Team;
use crate::{
    components::{Breadcrumbs, Crumb, Notice, NoticeKind, PageHead},
    forms::{ErrorSummary, Errors, FieldError, FieldLabel, TextField, filled, message},
    islands::CnpjField,
    routes,
    web::{
        Access::Member, Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit,
        see_other_with,
    },
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::GROUP_COMPANY, show)
        .post(Member, routes::GROUP_COMPANY, save)
}

#[derive(Default, Deserialize, Validate)]
#[serde(default)]
struct Form {
    legal_name: String,
    #[validate(custom(function = filled))]
    cnpj: String,
}

impl Form {
    fn of(group: &Group) -> Self {
        Self {
            legal_name: group.legal_name.clone(),
            cnpj: group.cnpj.masked(),
        }
    }

    fn parse(&self) -> Result<Company, Errors> {
        let mut errors = Errors::of_shape(self);
        let legal_name = errors.check("legal_name", LegalName::parse(&self.legal_name));
        let cnpj = errors.check("cnpj", Cnpj::from_typed(&self.cnpj));
        errors.finish(|| {
            Some(Company {
                legal_name: legal_name?,
                cnpj: cnpj?,
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
    let fixed = teams::is_company_fixed(&visit.scope, id).await?;
    let form = kept.unwrap_or_else(|| Form::of(&team.group));
    Ok(page(&visit, &team, fixed, &form, &Errors::default()))
}

async fn save(
    visit: Visit,
    Ids(id): Ids<GroupId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let team = Team::managed(&visit, id).await?;
    let (fixed, errors) = match form.parse() {
        Ok(company) => match teams::change_company(&visit.scope, id, &company).await {
            Ok(()) => {
                let group = team.address(routes::GROUP);
                return Ok(see_other_with(&group, Flash::GroupSaved, &visit));
            }
            Err(CompanyError::Fixed) => (true, Errors::default()),
            Err(CompanyError::NameTaken) => (false, Errors::of("cnpj", FieldError::GroupExists)),
            Err(CompanyError::Common(error)) => return Err(error.into()),
        },
        Err(errors) => (false, errors),
    };
    let page = page(&visit, &team, fixed, &form, &errors);
    Ok(page.unprocessable().into_response())
}

fn page(visit: &Visit, team: &Team, fixed: bool, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let title = t::change_company(locale);
    Page::new(visit, title, || {
        let mut crumbs = team.crumbs(locale);
        crumbs.push(Crumb::new(
            team.address(routes::GROUP_EDIT),
            t::title(locale),
        ));
        let content = if fixed {
            view! { <FixedCompany locale/> }.into_any()
        } else {
            view! { <CompanyFields team form errors locale/> }.into_any()
        };
        view! {
            <Breadcrumbs locale crumbs here=title/>
            <PageHead title lead=t::company_lead(locale)/>
            {content}
        }
    })
    .narrow()
}

#[component]
fn CompanyFields<'a>(
    team: &'a Team,
    form: &'a Form,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let labels = [
        FieldLabel::new("legal_name", words::legal_name(locale)),
        FieldLabel::new("cnpj", words::cnpj(locale)),
    ];
    let cnpj_error = errors.get("cnpj").map(|error| message(error, locale));
    view! {
        <form class="form" method="post" novalidate>
            <ErrorSummary errors labels locale/>
            <TextField
                name="legal_name" label=words::legal_name(locale) value=form.legal_name.as_str()
                hint=words::legal_name_hint(locale) autocomplete="organization" errors locale
            />
            <CnpjField
                locale label=words::cnpj(locale).to_owned() hint=words::cnpj_hint(locale).to_owned()
                value=form.cnpj.clone() error=cnpj_error
            />
            <div class="actions">
                <button class="btn">{common::save(locale)}</button>
                <a class="btn btn--quiet" href=team.address(routes::GROUP_EDIT)>{common::cancel(locale)}</a>
            </div>
        </form>
    }
}

/// Why the company is not changed here, and where to ask.
#[component]
pub(super) fn FixedCompany(locale: Locale) -> impl IntoView {
    let content = view! {
        <p>{t::company_fixed(locale)}</p>
        <p><a href=routes::CONTACT>{t::write_to_us(locale)}</a></p>
    };
    view! { <Notice kind=NoticeKind::Info title=t::company_fixed_title(locale) content/> }
}
