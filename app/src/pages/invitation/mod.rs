//! An invitation to a group: opening it changes nothing, however often; whom it is for accepts or
//! declines it by a button. Who has no account yet makes one here, without another mail.

mod closed;

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    groups::invitations::{
        self, AcceptError, InvitationLink, InvitedReader, NewPerson, OpenedInvitation,
    },
    token::Token,
};
use leptos::prelude::*;
use locales::{Locale, invitation as t, layout, sign_up, terms};
use serde::Deserialize;
use validator::Validate;
use values::PersonName;

use self::closed::{ended_page, others_page, unknown_page};
use super::session_start;
use crate::{
    components::{Fact, Time, member_role_meaning, member_role_name},
    forms::{ErrorSummary, Errors, FieldLabel, TextField, agreed},
    pages::sign_up::ConsentField,
    routes,
    web::{
        Access::Anyone, Flash, Page, PageError, PostedForm, Site, Visit, add_return_to, see_other,
        see_other_with,
    },
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::INVITATION, show)
        .post(Anyone, routes::INVITATION, accept)
        .get(Anyone, routes::INVITATION_DECLINE, back)
        .post(Anyone, routes::INVITATION_DECLINE, decline)
        .get(Anyone, routes::INVITATION_REGISTER, back)
        .post(Anyone, routes::INVITATION_REGISTER, register)
}

#[derive(Default, Deserialize, Validate)]
#[serde(default)]
struct Form {
    given_name: String,
    family_name: String,
    #[validate(custom(function = agreed))]
    consent: bool,
}

impl Form {
    fn parse(&self) -> Result<(PersonName, PersonName), Errors> {
        let mut errors = Errors::of_shape(self);
        let given_name = errors.check("given_name", PersonName::parse(&self.given_name));
        let family_name = errors.check("family_name", PersonName::parse(&self.family_name));
        errors.finish(|| Some((given_name?, family_name?)))
    }
}

async fn show(visit: Visit, Path(text): Path<String>) -> Result<Page, PageError> {
    let link = look(&visit, &text).await?;
    Ok(page(
        &visit,
        &text,
        &link,
        &Form::default(),
        &Errors::default(),
    ))
}

async fn look(visit: &Visit, text: &str) -> Result<InvitationLink, PageError> {
    match Token::parse(text) {
        Some(token) => Ok(invitations::inspect(&visit.scope, visit.vault(), &token).await?),
        None => Ok(InvitationLink::Unknown),
    }
}

async fn accept(visit: Visit, Path(text): Path<String>) -> Result<Response, PageError> {
    let Some(token) = Token::parse(&text) else {
        return Ok(unknown_page(&visit).into_response());
    };
    if visit.person().is_none() {
        let here = routes::fill(routes::INVITATION, &[&text]);
        return Ok(see_other(&add_return_to(routes::SIGN_IN, &here)));
    }
    match invitations::accept(&visit.scope, visit.vault(), &token).await {
        Ok(group) => {
            let path = routes::fill(routes::GROUP, &[&group]);
            Ok(see_other_with(&path, Flash::GroupJoined, &visit))
        }
        Err(error) => refused(&visit, &text, error).await,
    }
}

async fn decline(visit: Visit, Path(text): Path<String>) -> Result<Response, PageError> {
    let Some(token) = Token::parse(&text) else {
        return Ok(unknown_page(&visit).into_response());
    };
    match invitations::decline(&visit.scope, visit.vault(), &token).await {
        Ok(()) => Ok(see_other(&routes::fill(routes::INVITATION, &[&text]))),
        Err(error) => refused(&visit, &text, error).await,
    }
}

/// For those who come by the address of the form: from a bookmark, or after a change of language.
async fn back(Path(text): Path<String>) -> Response {
    see_other(&routes::fill(routes::INVITATION, &[&text]))
}

async fn register(
    visit: Visit,
    Path(text): Path<String>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let Some(token) = Token::parse(&text) else {
        return Ok(unknown_page(&visit).into_response());
    };
    let (given_name, family_name) = match form.parse() {
        Ok(names) => names,
        Err(errors) => {
            let link = look(&visit, &text).await?;
            let is_open = matches!(link, InvitationLink::Open(_));
            let page = page(&visit, &text, &link, &form, &errors);
            return Ok(if is_open { page.unprocessable() } else { page }.into_response());
        }
    };
    let person = NewPerson {
        given_name,
        family_name,
        locale: visit.locale,
        device: &visit.device,
        current: visit.token.as_ref(),
    };
    match invitations::register(&visit.scope, visit.vault(), &token, person).await {
        Ok((session, group)) => {
            let group = routes::fill(routes::GROUP, &[&group]);
            let answer = see_other(&add_return_to(routes::PASSWORD, &group));
            Ok(session_start::with_session(answer, &session, &visit))
        }
        Err(error) => refused(&visit, &text, error).await,
    }
}

/// The page that says why nothing was done.
async fn refused(visit: &Visit, text: &str, error: AcceptError) -> Result<Response, PageError> {
    match error {
        AcceptError::Ended(state) => Ok(ended_page(visit, state).into_response()),
        AcceptError::SomebodyElse | AcceptError::HasAccount => {
            let link = look(visit, text).await?;
            let page = page(visit, text, &link, &Form::default(), &Errors::default());
            Ok(page.with_status(StatusCode::CONFLICT).into_response())
        }
        AcceptError::Common(domain::Error::NotFound(_)) => Ok(unknown_page(visit).into_response()),
        AcceptError::Common(error) => Err(error.into()),
    }
}

fn page(visit: &Visit, text: &str, link: &InvitationLink, form: &Form, errors: &Errors) -> Page {
    match link {
        InvitationLink::Open(opened) if opened.reader == InvitedReader::SomebodyElse => {
            others_page(visit, &opened.invitation.email)
        }
        InvitationLink::Open(opened) => open_page(visit, text, opened, form, errors),
        InvitationLink::Ended(state) => ended_page(visit, *state),
        InvitationLink::Unknown => unknown_page(visit),
    }
}

fn open_page(
    visit: &Visit,
    text: &str,
    opened: &OpenedInvitation,
    form: &Form,
    errors: &Errors,
) -> Page {
    let locale = visit.locale;
    Page::new(visit, t::title(locale), || {
        let answer = match opened.reader {
            InvitedReader::Invited => accept_form(text, locale).into_any(),
            InvitedReader::New => view! { <SignUp text opened form errors locale/> }.into_any(),
            InvitedReader::HasAccount | InvitedReader::SomebodyElse => {
                sign_in(text, locale).into_any()
            }
        };
        view! {
            <header class="page-head"><div>
                <h1>{t::title(locale)}</h1>
                <p class="page-head__lead">{t::invites_you(locale, &opened.inviter)}</p>
            </div></header>
            {facts(opened, visit)}
            {answer}
            {decline_form(text, locale)}
        }
    })
    .narrow()
    .secret()
}

fn facts(opened: &OpenedInvitation, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let role = opened.invitation.role;
    let name = member_role_name(role, locale);
    view! {
        <section class="panel">
            <dl class="facts">
                <Fact name=terms::group(locale) value=opened.group.name.clone()/>
                <Fact name=terms::legal_name(locale) value=opened.group.legal_name.clone()/>
                <Fact name=t::your_role(locale) value=view! {
                    {name} " – " {member_role_meaning(role, locale)}
                }/>
                <Fact
                    name=t::valid_until(locale)
                    value=view! { <Time at=opened.invitation.expires_at visit/> }
                />
            </dl>
            <p class="soft small">{t::group_means(locale)}</p>
        </section>
    }
}

fn accept_form(text: &str, locale: Locale) -> impl IntoView + use<> {
    let action = routes::fill(routes::INVITATION, &[&text]);
    view! {
        <form class="form" method="post" action=action>
            <div class="actions"><button class="btn">{t::accept(locale)}</button></div>
        </form>
    }
}

fn sign_in(text: &str, locale: Locale) -> impl IntoView + use<> {
    let here = routes::fill(routes::INVITATION, &[&text]);
    let href = add_return_to(routes::SIGN_IN, &here);
    view! {
        <p>{t::sign_in_first(locale)}</p>
        <div class="actions"><a class="btn" href=href>{layout::sign_in(locale)}</a></div>
    }
}

fn decline_form(text: &str, locale: Locale) -> impl IntoView + use<> {
    let action = routes::fill(routes::INVITATION_DECLINE, &[&text]);
    view! {
        <form method="post" action=action>
            <div class="actions"><button class="btn btn--quiet">{t::decline(locale)}</button></div>
        </form>
    }
}

/// The account that the invitation makes: who one is. The address is known.
#[component]
fn SignUp<'a>(
    text: &'a str,
    opened: &'a OpenedInvitation,
    form: &'a Form,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let action = routes::fill(routes::INVITATION_REGISTER, &[&text]);
    let labels = [
        FieldLabel::new("given_name", sign_up::given_name(locale)),
        FieldLabel::new("family_name", sign_up::family_name(locale)),
        FieldLabel::new("consent", sign_up::consent_label(locale)),
    ];
    let email = opened.invitation.email.shown();
    view! {
        <section class="section">
            <h2>{t::sign_up_title(locale)}</h2>
            <p>{t::sign_up_lead(locale, email)}</p>
            <form class="form" method="post" action=action novalidate>
                <ErrorSummary errors labels locale/>
                <div class="form__pair">
                    <TextField
                        name="given_name" label=sign_up::given_name(locale)
                        value=form.given_name.as_str() autocomplete="given-name" errors locale
                    />
                    <TextField
                        name="family_name" label=sign_up::family_name(locale)
                        value=form.family_name.as_str() autocomplete="family-name" errors locale
                    />
                </div>
                <ConsentField given=form.consent errors locale/>
                <div class="actions"><button class="btn">{t::sign_up(locale)}</button></div>
            </form>
        </section>
    }
}
