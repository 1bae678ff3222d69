//! "Fale conosco": a message to support, from anybody.

use std::fmt::Write;

use axum::response::{IntoResponse, Response};
use domain::{
    accounts::Email,
    messages::{self, NewMessage, SendError, SentForm},
};
use leptos::prelude::*;
use locales::{Locale, contact as t, layout};
use serde::Deserialize;
use values::{MessageSubject, MessageText, PersonName};

use super::sent;
use crate::{
    components::{Action, ActionLink, LargeIcon, PageHead, SupportChannels, Symbol},
    forms::{ErrorSummary, Errors, FieldKind, FieldLabel, Refusal, RefusalAlert, TextField},
    routes,
    web::{
        Access::Anyone, KeptForm, Page, PageError, Plain, PostedForm, Public, Site, Visit,
        see_other,
    },
};

/// The field that people do not see. Robots like its name.
const UNSEEN: &str = "website";

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::CONTACT, show)
        .get(Anyone, routes::CONTACT_MARKDOWN, show_markdown)
        .post(Anyone, routes::CONTACT, send)
        .get(Anyone, routes::CONTACT_SENT, show_sent)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    name: String,
    email: String,
    subject: String,
    text: String,
    #[serde(rename = "website")]
    unseen: String,
    seal: String,
}

impl Form {
    /// What is known of the reader is filled in.
    fn of(visit: &Visit) -> Self {
        let person = visit.person();
        Self {
            name: person.map(domain::Person::full_name).unwrap_or_default(),
            email: person.map(|it| it.email.clone()).unwrap_or_default(),
            ..Self::default()
        }
    }

    fn parse(&self, locale: Locale) -> Result<NewMessage, Errors> {
        let mut errors = Errors::default();
        let name = errors.check("name", PersonName::parse(&self.name));
        let email = errors.check("email", Email::parse(&self.email));
        let subject = errors.check("subject", MessageSubject::parse(&self.subject));
        let text = errors.check("text", MessageText::parse(&self.text));
        errors.finish(|| {
            Some(NewMessage {
                name: name?,
                email: email?,
                subject: subject?,
                text: text?,
                locale,
            })
        })
    }
}

async fn show(visit: Visit, KeptForm(kept): KeptForm<Form>) -> Response {
    if visit.wants_markdown {
        return markdown(&visit).into_response();
    }
    let form = kept.unwrap_or_else(|| Form::of(&visit));
    page(&visit, &form, &Errors::default(), None).into_response()
}

async fn show_markdown(visit: Visit) -> Plain {
    markdown(&visit)
}

/// Where one writes, what to write, and the other ways.
fn markdown(visit: &Visit) -> Plain {
    let locale = visit.locale;
    let root = &visit.app.services.portal.settings.public_url;
    let mut md = format!("# {}\n\n> {}\n\n", t::title(locale), t::lead(locale));
    for (name, address) in [
        (t::submit(locale), routes::CONTACT),
        (layout::questions(locale), routes::QUESTIONS_MARKDOWN),
    ] {
        let _ = writeln!(md, "- [{name}]({root}{address})");
    }
    let _ = write!(
        md,
        "\n{} {}\n",
        t::subject_hint(locale),
        t::text_hint(locale)
    );
    let channels = &visit.app.support;
    if !channels.is_empty() {
        let _ = writeln!(md, "\n## {}\n", t::channels(locale));
    }
    for channel in channels {
        let _ = write!(
            md,
            "- {}: [{}]({})",
            channel.label, channel.shown, channel.href
        );
        match channel.note.text(locale) {
            Some(note) => {
                let _ = writeln!(md, " – {note}");
            }
            None => md.push('\n'),
        }
    }
    Plain::markdown(md)
}

async fn send(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let message = match form.parse(visit.locale) {
        Ok(message) => message,
        Err(errors) => {
            let page = page(&visit, &form, &errors, None);
            return Ok(page.unprocessable().into_response());
        }
    };
    let sent = SentForm {
        seal: &form.seal,
        unseen: &form.unseen,
    };
    let incidents = &visit.app.services.incidents;
    let refusal = match messages::send(&visit.scope, visit.vault(), incidents, sent, &message).await
    {
        Ok(number) => {
            let answer = see_other(routes::CONTACT_SENT);
            return Ok(sent::remember_number(answer, &number, &visit));
        }
        Err(SendError::Unlikely) => Refusal::Unlikely,
        Err(SendError::TooOften { retry_after }) => Refusal::TooManyMessages { retry_after },
        Err(SendError::Common(error)) => return Err(error.into()),
    };
    let page = page(&visit, &form, &Errors::default(), Some(refusal));
    Ok(refusal.answer(page).into_response())
}

fn page(visit: &Visit, form: &Form, errors: &Errors, refusal: Option<Refusal>) -> Page {
    let locale = visit.locale;
    Page::new(visit, t::title(locale), || {
        view! {
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <div class="columns">
                <form class="form" method="post" novalidate>
                    {refusal.map(|refusal| view! { <RefusalAlert refusal locale/> })}
                    <ErrorSummary errors labels=labels(locale) locale/>
                    <MessageFields form errors locale/>
                    <HiddenFields form visit/>
                    <div class="actions"><button class="btn">{t::submit(locale)}</button></div>
                    <p class="soft small">
                        {t::privacy(locale)} " "
                        <a href=routes::PRIVACY>{layout::privacy(locale)}</a> "."
                    </p>
                </form>
                <OtherWays visit/>
            </div>
        }
    })
    .described(t::lead(locale))
    .public(Public::at(routes::CONTACT).as_markdown(routes::CONTACT_MARKDOWN))
    .unique()
}

fn labels(locale: Locale) -> [FieldLabel; 4] {
    [
        FieldLabel::new("name", t::name(locale)),
        FieldLabel::new("email", t::email(locale)),
        FieldLabel::new("subject", t::subject(locale)),
        FieldLabel::new("text", t::text(locale)),
    ]
}

#[component]
fn MessageFields<'a>(form: &'a Form, errors: &'a Errors, locale: Locale) -> impl IntoView + use<> {
    view! {
        <div class="form__pair">
            <TextField
                name="name" label=t::name(locale) value=form.name.as_str() autocomplete="name"
                errors locale
            />
            <TextField
                name="email" label=t::email(locale) value=form.email.as_str()
                kind=FieldKind::Email autocomplete="email" errors locale
            />
        </div>
        <TextField
            name="subject" label=t::subject(locale) value=form.subject.as_str()
            hint=t::subject_hint(locale) autocomplete="off" errors locale
        />
        <TextField
            name="text" label=t::text(locale) value=form.text.as_str() hint=t::text_hint(locale)
            kind=FieldKind::Paragraphs errors locale
        />
    }
}

/// When the form was drawn, and a field that is there for robots: the style sheet hides it from
/// everybody, and its label tells whoever has none to leave it empty.
#[component]
fn HiddenFields<'a>(form: &'a Form, visit: &'a Visit) -> impl IntoView + use<> {
    let seal = messages::form_seal(&visit.scope, visit.vault(), Some(&form.seal));
    view! {
        <input type="hidden" name="seal" value=seal/>
        <div class="unseen">
            <label for=UNSEEN>{t::leave_empty(visit.locale)}</label>
            <input id=UNSEEN name=UNSEEN type="text" tabindex="-1" autocomplete="off"/>
        </div>
    }
}

/// Where the answer may be already, and how else to reach the owner's staff.
#[component]
fn OtherWays<'a>(visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let channels = &visit.app.support;
    let channels = (!channels.is_empty()).then(|| {
        view! {
            <section class="panel">
                <h2>{t::channels(locale)}</h2>
                <SupportChannels channels locale/>
            </section>
        }
    });
    view! {
        <aside class="stack" aria-label=t::other_ways(locale)>
            <section class="panel">
                <h2>{layout::questions(locale)}</h2>
                <p>{t::questions(locale)}</p>
                <p><a href=routes::QUESTIONS>{t::see_questions(locale)}</a></p>
            </section>
            {channels}
        </aside>
    }
}

async fn show_sent(visit: Visit) -> Page {
    let locale = visit.locale;
    let title = sent::number(&visit).map_or_else(
        || t::sent_title(locale).to_owned(),
        |number| t::sent_title_with(locale, number),
    );
    let home = Action::quiet(t::go_home(locale), routes::HOME);
    Page::new(&visit, title.clone(), || {
        view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::Mail/>
                <h1>{title}</h1>
                <p>{t::sent(locale)}</p>
                <p class="soft small">{t::sent_hint(locale)}</p>
                <div class="actions"><ActionLink action=home/></div>
            </div>
        }
    })
    .narrow()
}
