//! What the portal's own API answered to whoever is signed in, and the same as a program.

use domain::gateway::OwnTry;
use leptos::prelude::*;
use locales::try_it as t;
use samples::Language;

use super::{
    exchange::{Exchange, Text, exchange, stamp},
    outcome::{LEFT_OUT, as_program, header},
};
use crate::{
    components::{Heading, Programs},
    web::Visit,
};

#[component]
pub fn OwnOutcome<'a>(
    made: &'a OwnTry,
    /// What the call does.
    title: &'a str,
    /// The language of the program that is unfolded.
    language: Language,
    /// The level of its heading.
    level: u8,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let status = made.answer.result.status;
    let program = as_program(&made.call, None, title);
    let is_cut = made.answer.is_cut;
    let below = level + 1;
    view! {
        <section class="section" id="resultado" aria-labelledby="resultado-titulo">
            <div class="split">
                <Heading level id="resultado-titulo" text=t::result(locale)/>
                <span class=stamp(status)>{status}</span>
            </div>
            <p class="soft small">{t::own_answered(locale)}</p>
            {exchange(&call(made, visit), below, locale)}
            {is_cut.then(|| view! { <p class="soft small">{t::cut(locale)}</p> })}
            <section class="stack" aria-labelledby="o-mesmo">
                <div>
                    <Heading level=below id="o-mesmo" text=t::as_program(locale)/>
                    <p class="soft small">{t::own_as_program(locale)}</p>
                </div>
                <Programs call=&program open=language locale/>
            </section>
        </section>
    }
}

/// As a program makes it.
fn call<'a>(made: &'a OwnTry, visit: &Visit) -> Exchange<'a> {
    let public_url = &visit.app.services.portal.settings.public_url;
    let sent = &made.call.sent;
    let line = format!("{} {public_url}{}", sent.method, made.call.path_and_query);
    let token = format!("x-client-auth: Bearer {LEFT_OUT}");
    let answer = &made.answer;
    Exchange {
        title: t::own_step(visit.locale),
        elapsed: made.call.elapsed,
        request: [line, token]
            .into_iter()
            .chain(sent.headers.iter().map(header))
            .collect(),
        sent: Text::of(&sent.body, &sent.headers),
        status: answer.result.status,
        headers: answer.headers.iter().map(header).collect(),
        body: Text::of(&answer.body, &answer.headers),
    }
}
