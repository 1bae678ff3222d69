//! One message: what was asked, what was answered, and what support may do.

use domain::{
    ids::MessageId,
    messages::{self, Message, MessageAct, MessageEvent, MessageState, MessageView},
};
use leptos::prelude::*;
use locales::{Locale, messages as t, support};

use super::acts::{ACT, Act, Form};
use crate::{
    components::{
        Breadcrumbs, Crumb, EmailAddress, Fact, Icon, OpenMessages, Paragraphs, SupportNav, Symbol,
        Time,
    },
    forms::{ErrorSummary, Errors, FieldKind, FieldLabel, TextField},
    routes,
    web::{Ids, KeptForm, Page, PageError, Visit},
};

pub(super) async fn show(
    visit: Visit,
    Ids(id): Ids<MessageId>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Page, PageError> {
    let (view, open) = find(&visit, id).await?;
    let form = kept.unwrap_or_default();
    Ok(page(&visit, &view, open, &form, &Errors::default(), false))
}

pub(super) async fn find(
    visit: &Visit,
    id: MessageId,
) -> Result<(MessageView, OpenMessages), PageError> {
    let view = messages::view(&visit.scope, id).await?;
    let view = view.ok_or(PageError::NotFound)?;
    Ok((view, OpenMessages::count(visit).await?))
}

pub(super) fn page(
    visit: &Visit,
    view: &MessageView,
    open: OpenMessages,
    form: &Form,
    errors: &Errors,
    was_changed: bool,
) -> Page {
    let locale = visit.locale;
    let message = &view.message;
    let number = message.number.clone();
    let crumbs = vec![Crumb::new(routes::SUPPORT_MESSAGES, t::title(locale))];
    Page::new(visit, t::title_of(locale, &number), || {
        view! {
            <SupportNav visit open/>
            <Breadcrumbs locale crumbs here=number.clone()/>
            <header class="page-head">
                <div>
                    <h1>{message.subject.clone()}</h1>
                    <p class="page-head__lead mono">{number}</p>
                </div>
                <StateStamp state=message.state locale/>
            </header>
            {was_changed.then(|| changed_alert(locale))}
            <div class="columns">
                <section class="panel" aria-labelledby="conversa">
                    <h2 id="conversa">{t::conversation(locale)}</h2>
                    <Conversation view visit/>
                </section>
                <aside class="stack" aria-label=t::about(locale)>
                    {facts(view, visit)}
                </aside>
                <AnswerPanel view form errors locale/>
            </div>
        }
    })
}

/// Somebody else was quicker: what was written is still in the form.
fn changed_alert(locale: Locale) -> impl IntoView {
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2><Icon symbol=Symbol::Alert/> {t::changed_title(locale)}</h2>
            <p>{t::changed_answer(locale)}</p>
        </div>
    }
}

#[component]
fn StateStamp(state: MessageState, locale: Locale) -> impl IntoView {
    let (class, word) = match state {
        MessageState::Open => ("stamp stamp--wait", t::state_open(locale)),
        MessageState::Closed => ("stamp stamp--good", t::state_closed(locale)),
    };
    view! { <span class=class>{word}</span> }
}

/// The message, then everything that was done, the oldest first.
#[component]
fn Conversation<'a>(view: &'a MessageView, visit: &'a Visit) -> impl IntoView + use<> {
    let message = &view.message;
    let events = view.events.iter().map(|event| line(event, visit));
    view! {
        <ol class="timeline" role="list">
            <li>
                <p>{t::wrote(visit.locale, &message.name)}</p>
                <blockquote class="said" lang=message.locale().tag()>
                    <Paragraphs text=&message.text/>
                </blockquote>
                <p class="soft small"><Time at=message.submitted_at visit/></p>
            </li>
            {events.collect_view()}
        </ol>
    }
}

fn line(event: &MessageEvent, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let by = event.by.as_ref().map(|name| support::by(locale, name));
    let said = event.said.as_deref().map(|text| {
        view! { <blockquote class="said said--ours"><Paragraphs text/></blockquote> }
    });
    view! {
        <li>
            <p>{act(event.act, locale)} " " {by}</p>
            {said}
            <p class="soft small"><Time at=event.at visit/></p>
        </li>
    }
}

const fn act(act: MessageAct, locale: Locale) -> &'static str {
    match act {
        MessageAct::Assigned => t::was_assigned(locale),
        MessageAct::Released => t::was_released(locale),
        MessageAct::Answered => t::was_answered(locale),
        MessageAct::Closed => t::was_closed(locale),
        MessageAct::Reopened => t::was_reopened(locale),
    }
}

/// Who asked, and who looks after it.
fn facts(view: &MessageView, visit: &Visit) -> impl IntoView + use<> {
    let (locale, message) = (visit.locale, &view.message);
    let account = message.account_id.map(|id| {
        let href = routes::fill(routes::SUPPORT_ACCOUNT, &[&id]);
        let link = view! { <a href=href>{t::see_account(locale)}</a> };
        view! { <Fact name=t::account(locale) value=link/> }
    });
    let assignee = view.assignee.clone();
    let assignee = assignee.unwrap_or_else(|| t::nobody(locale).to_owned());
    view! {
        <section class="panel">
            <h2>{t::sender(locale)}</h2>
            <dl class="facts">
                <Fact name=t::name(locale) value=message.name.clone()/>
                <Fact name=t::email(locale) value=view! { <EmailAddress email=&message.email/> }/>
                <Fact name=t::language(locale) value=message.locale().endonym()/>
                {account}
            </dl>
        </section>
        <section class="panel">
            <h2>{t::care(locale)}</h2>
            <dl class="facts"><Fact name=t::assignee(locale) value=assignee/></dl>
            <CareButtons view locale/>
        </section>
    }
}

/// The buttons that make sense for the message as it stands.
#[component]
fn CareButtons<'a>(view: &'a MessageView, locale: Locale) -> impl IntoView + use<> {
    let take = if view.message.assignee_id.is_some() {
        t::take_over(locale)
    } else {
        t::assign(locale)
    };
    let care = if view.is_mine {
        (Act::Release, t::release(locale))
    } else {
        (Act::Assign, take)
    };
    let buttons = match view.message.state {
        MessageState::Open => vec![care, (Act::Close, t::close(locale))],
        MessageState::Closed => vec![(Act::Reopen, t::reopen(locale))],
    };
    let buttons = buttons.into_iter().map(|(act, label)| {
        view! { <button class="btn btn--quiet btn--small" name=ACT value=act.value()>{label}</button> }
    });
    view! {
        <form class="actions" method="post">
            {revision(&view.message)}
            {buttons.collect_view()}
        </form>
    }
}

fn revision(message: &Message) -> impl IntoView + use<> {
    view! { <input type="hidden" name="revision" value=message.revision.to_string()/> }
}

/// The form for an answer; of a closed message, what was written and not sent.
#[component]
fn AnswerPanel<'a>(
    view: &'a MessageView,
    form: &'a Form,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let content = match view.message.state {
        MessageState::Open => view! { <AnswerForm view form errors locale/> }.into_any(),
        MessageState::Closed => closed(&form.text, locale).into_any(),
    };
    view! { <section class="panel"><h2>{t::answer(locale)}</h2>{content}</section> }
}

fn closed(unsent: &str, locale: Locale) -> impl IntoView + use<> {
    let unsent = (!unsent.trim().is_empty()).then(|| {
        view! {
            <p>{t::unsent(locale)}</p>
            <blockquote class="said said--ours"><Paragraphs text=unsent/></blockquote>
        }
    });
    view! { <p class="soft">{t::closed_hint(locale)}</p> {unsent} }
}

#[component]
fn AnswerForm<'a>(
    view: &'a MessageView,
    form: &'a Form,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let language = view.message.locale();
    view! {
        <form class="form" method="post" novalidate>
            <ErrorSummary errors labels=[FieldLabel::new("text", t::answer_text(locale))] locale/>
            {revision(&view.message)}
            <p class="soft">{t::answer_hint(locale, language.endonym())}</p>
            <TextField
                name="text" label=t::answer_text(locale) value=form.text.as_str()
                kind=FieldKind::Paragraphs errors locale
            />
            <div class="actions">
                <button class="btn" name=ACT value=Act::Answer.value()>{t::send(locale)}</button>
                <button class="btn btn--quiet" name=ACT value=Act::AnswerAndClose.value()>
                    {t::send_and_close(locale)}
                </button>
            </div>
        </form>
    }
}
