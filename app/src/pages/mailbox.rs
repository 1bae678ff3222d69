//! The mail of a development run, for whoever sits at the machine.

use ::mail::{Mailbox, StoredMail};
use axum::{
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use domain::ids::MailId;
use leptos::prelude::*;
use locales::mailbox as t;

use crate::{
    components::{LargeIcon, PageHead, Symbol, Time, time},
    routes,
    web::{Access::Development, Ids, Page, PageError, Site, Visit},
};

/// Mails carry their own styles, as mail programs need; nothing else may load or run.
const HTML_PART_POLICY: &str =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

pub fn routes(site: Site) -> Site {
    site.get(Development, routes::MAILBOX, newest)
        .get(Development, routes::MAILBOX_MESSAGE, message)
        .get(Development, routes::MAILBOX_HTML, html_part)
}

async fn newest(visit: Visit) -> Result<Page, PageError> {
    let mails = mailbox(&visit)?.list().map_err(PageError::fault)?;
    let open = mails.first().map(|mail| mail.id);
    Ok(page(&visit, &mails, open))
}

async fn message(visit: Visit, Ids(id): Ids<MailId>) -> Result<Page, PageError> {
    let mails = mailbox(&visit)?.list().map_err(PageError::fault)?;
    let id = find(&visit, id)?.id;
    Ok(page(&visit, &mails, Some(id)))
}

async fn html_part(visit: Visit, Ids(id): Ids<MailId>) -> Result<Response, PageError> {
    let mut response = Html(find(&visit, id)?.html).into_response();
    let policy = HeaderValue::from_static(HTML_PART_POLICY);
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}

fn mailbox(visit: &Visit) -> Result<&Mailbox, PageError> {
    visit.app.mailbox.as_ref().ok_or(PageError::NotFound)
}

fn find(visit: &Visit, id: MailId) -> Result<StoredMail, PageError> {
    mailbox(visit)?
        .find(id)
        .map_err(PageError::fault)?
        .ok_or(PageError::NotFound)
}

fn page(visit: &Visit, mails: &[StoredMail], open: Option<MailId>) -> Page {
    let locale = visit.locale;
    Page::new(visit, t::title(locale), || {
        let opened = mails.iter().find(|mail| Some(mail.id) == open);
        let content = match opened {
            Some(mail) => view! { <div class="mailbox"><MailList visit mails open=mail.id/> {article(visit, mail)}</div> }.into_any(),
            None => empty(visit).into_any(),
        };
        view! {
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            {content}
        }
    })
}

fn empty(visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Mail/>
            <h2>{t::empty_title(locale)}</h2>
            <p>{t::empty(locale)}</p>
            <div class="actions"><a class="btn" href=routes::SIGN_UP>{locales::layout::sign_up(locale)}</a></div>
        </div>
    }
}

#[component]
fn MailList<'a>(visit: &'a Visit, mails: &'a [StoredMail], open: MailId) -> impl IntoView + use<> {
    let entry = |mail: &StoredMail| {
        let href = routes::fill(routes::MAILBOX_MESSAGE, &[&mail.id]);
        let current = (mail.id == open).then_some("true");
        let meta = format!("{} · {}", mail.to, time::date_time(mail.at, visit));
        view! {
            <li>
                <a href=href aria-current=current>
                    <span class="mailbox__subject">{mail.subject.clone()}</span>
                    <span class="mailbox__meta">{meta}</span>
                </a>
            </li>
        }
    };
    let entries = mails.iter().map(entry).collect_view();
    view! { <ul class="mailbox__list" role="list" aria-label=t::messages(visit.locale)>{entries}</ul> }
}

fn article(visit: &Visit, mail: &StoredMail) -> impl IntoView + use<> {
    let locale = visit.locale;
    let html_part = routes::fill(routes::MAILBOX_HTML, &[&mail.id]);
    view! {
        <article class="mailbox__message">
            <h2>{mail.subject.clone()}</h2>
            <dl class="facts">
                <div><dt>{t::to(locale)}</dt><dd>{mail.to.to_string()}</dd></div>
                <div><dt>{t::sent_at(locale)}</dt><dd><Time at=mail.at visit/></dd></div>
            </dl>
            <hr/>
            <pre class="mailbox__text">{text_with_links(&mail.text)}</pre>
            <p><a href=html_part>{t::html_part(locale)}</a></p>
        </article>
    }
}

/// The text with its addresses as links.
fn text_with_links(text: &str) -> impl IntoView + use<> {
    text.split_inclusive(char::is_whitespace)
        .map(|word| {
            let word = word.to_owned();
            if word.starts_with("http://") || word.starts_with("https://") {
                let href = word.trim_end().to_owned();
                view! { <a href=href>{word}</a> }.into_any()
            } else {
                word.into_any()
            }
        })
        .collect_view()
}
