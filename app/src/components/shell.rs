//! The document around every page: head, bar with the reader's menu, content, footer.

use leptos::prelude::*;
use locales::{Locale, layout as t};

use super::{Icon, Symbol, other_language};
use crate::{
    routes,
    web::{App, Feed, Flash, Public, SupportChannel, Tone, Visit, text_only, to_html},
};

mod menu;
mod public;

/// What a page puts into the document.
pub struct Content<'a> {
    pub title: &'a str,
    /// None where the page is described by what the portal is.
    pub description: Option<&'a str>,
    pub feed: Option<&'a Feed>,
    /// None of a page that search engines are not to know.
    pub public: Option<&'a Public>,
    /// The page's own HTML, already drawn.
    pub html: &'a str,
    pub narrow: bool,
    pub scripts: Scripts,
    /// What was typed into its form, which a change of language must not lose.
    pub typed: Option<&'a str>,
}

/// The scripts that a page needs.
#[derive(Clone, Copy)]
pub struct Scripts {
    /// For islands.
    pub islands: bool,
    /// For copy buttons that are no islands.
    pub copies: bool,
    /// For buttons that ask for a passkey.
    pub passkeys: bool,
}

/// The whole document.
pub fn document(visit: &Visit, content: &Content) -> String {
    let title = format!("{} · {}", content.title, visit.app.brand.name);
    let brand = &visit.app.brand.name;
    let description = content
        .description
        .map_or_else(|| t::portal_description(visit.locale, brand), str::to_owned);
    let main_class = if content.narrow {
        "page page--narrow"
    } else {
        "page"
    };
    let flash = visit
        .flash
        .map(|flash| to_html(|| flash_message(flash, visit.locale)));
    let html = banner(visit) + &flash.unwrap_or_default() + content.html;
    to_html(|| {
        view! {
            <!DOCTYPE html>
            <html lang=visit.locale.tag()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="color-scheme" content="light dark"/>
                    <meta name="description" content=description.clone()/>
                    <title inner_html=text_only(&title)></title>
                    {content.feed.map(feed_link)}
                    {public::public(visit, content, &description)}
                    {stylesheets(&visit.app)}
                    {content.scripts.copies.then(|| copy_script(&visit.app))}
                    {content.scripts.passkeys.then(|| passkey_script(&visit.app))}
                    {content.scripts.islands.then(|| islands_script(&visit.app))}
                </head>
                <body>
                    <a class="skip-link" href="#conteudo">{t::skip_to_content(visit.locale)}</a>
                    {menu::bar(visit)}
                    <main class=main_class id="conteudo" tabindex="-1" inner_html=html></main>
                    {footer(visit, content.typed)}
                </body>
            </html>
        }
    })
}

/// What administrators tell on every page, while it is to be told. Kept pages are drawn again each minute.
fn banner(visit: &Visit) -> String {
    let values = visit.app.services.portal.runtime.current();
    let shown = values
        .banner
        .as_ref()
        .filter(|banner| banner.is_shown(visit.scope.now()));
    let Some(banner) = shown else {
        return String::new();
    };
    let text = banner.text.text_for(visit.locale).to_owned();
    let lang = other_language(&banner.text, visit.locale);
    to_html(|| {
        view! {
            <div class="notice notice--info" role="note" id="aviso-do-portal" lang=lang>
                <Icon symbol=Symbol::Info/>
                <p>{text}</p>
            </div>
        }
    })
}

fn feed_link(feed: &Feed) -> impl IntoView + use<> {
    let (href, title) = (feed.address.clone(), feed.title);
    view! { <link rel="alternate" type="application/atom+xml" href=href title=title/> }
}

fn stylesheets(app: &App) -> impl IntoView + use<> {
    view! {
        <link rel="icon" type="image/svg+xml" href=app.assets.favicon.clone()/>
        <link rel="stylesheet" href=app.assets.stylesheet.clone()/>
        {app.brand.stylesheet.clone().map(|href| view! { <link rel="stylesheet" href=href/> })}
    }
}

/// Loaded after the content; what it hydrates already works as plain HTML.
fn islands_script(app: &App) -> impl IntoView + use<> {
    let assets = app.assets.clone();
    view! {
        <script
            type="module" src=assets.boot fetchpriority="low"
            data-islands=assets.islands_script data-wasm=assets.islands_wasm
        ></script>
    }
}

fn copy_script(app: &App) -> impl IntoView + use<> {
    view! { <script type="module" src=app.assets.copy.clone() fetchpriority="low"></script> }
}

fn passkey_script(app: &App) -> impl IntoView + use<> {
    view! { <script type="module" src=app.assets.passkey.clone() fetchpriority="low"></script> }
}

fn flash_message(flash: Flash, locale: Locale) -> impl IntoView {
    let (class, sign) = match flash.tone() {
        Tone::Good => ("flash flash--good", Symbol::Check),
        Tone::Bad => ("flash flash--bad", Symbol::Alert),
        Tone::Info => ("flash flash--info", Symbol::Info),
    };
    view! { <div class=class role="status"><Icon symbol=sign/><p>{flash.text(locale)}</p></div> }
}

fn footer(visit: &Visit, typed: Option<&str>) -> impl IntoView + use<> {
    let locale = visit.locale;
    let channels = visit.app.support.clone();
    view! {
        <footer class="foot"><div>
            <nav aria-label=t::footer(locale)>
                <ul role="list">
                    {channels.into_iter().map(|channel| channel_link(channel, locale)).collect_view()}
                    <li><a href=routes::STATUS>{t::status(locale)}</a></li>
                    <li><a href=routes::CONTACT>{t::contact(locale)}</a></li>
                    <li><a href=routes::ONBOARDING>{t::onboarding(locale)}</a></li>
                    <li><a href=routes::QUESTIONS>{t::questions(locale)}</a></li>
                    <li><a href=routes::DOCTOR>{t::doctor(locale)}</a></li>
                    <li><a href=routes::PRIVACY>{t::privacy(locale)}</a></li>
                    <li><a href=routes::TERMS>{t::terms(locale)}</a></li>
                </ul>
            </nav>
            {language_switch(visit, typed)}
            <p class="foot__note">{visit.app.brand.name.clone()}</p>
        </div></footer>
    }
}

fn channel_link(channel: SupportChannel, locale: Locale) -> impl IntoView + use<> {
    let note = channel.note.text(locale).map(str::to_owned);
    view! {
        <li>
            <a href=channel.href>{channel.label}</a>
            {note.map(|note| view! { " " <span class="foot__channel-note">{note}</span> })}
        </li>
    }
}

/// Posts the language and comes back to this very page, with what was typed there.
fn language_switch(visit: &Visit, typed: Option<&str>) -> impl IntoView + use<> {
    let current = visit.locale;
    let back = visit.path.clone();
    let typed = typed.map(str::to_owned);
    view! {
        <form class="language-switch" method="post" action=routes::LANGUAGE aria-label=t::language(current)>
            <input type="hidden" name="back" value=back/>
            {typed.map(|typed| view! { <input type="hidden" name="typed" value=typed/> })}
            {Locale::ALL
                .into_iter()
                .map(|locale| {
                    let marked = (locale == current).then_some("true");
                    view! {
                        <button name="locale" value=locale.tag() lang=locale.tag() aria-current=marked>
                            {locale.endonym()}
                        </button>
                    }
                })
                .collect_view()}
        </form>
    }
}
