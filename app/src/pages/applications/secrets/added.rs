//! The key that was just made, in full, and what to do with it.

use domain::credentials::RevealedKeys;
use leptos::prelude::*;
use locales::{Locale, applications as words, secrets as t};

use super::{Keys, label, list::stamp};
use crate::{
    components::{Icon, Key, KeyReceipt, Symbol, Time},
    web::Visit,
};

#[component]
pub(super) fn AddedKey<'a>(
    keys: &'a Keys,
    made: &'a RevealedKeys,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let mut secrets = keys.secrets.secrets.iter();
    let secret = secrets.find(|secret| secret.id == made.secret)?;
    let value = made.secret_key.expose().to_owned();
    Some(view! {
        <div class="flash flash--good" role="status"><Icon symbol=Symbol::Check/> <p>{t::added(locale)}</p></div>
        <article class="ticket" id=secret.id.to_string()>
            <header class="ticket__head">
                <div>
                    <h2 class="ticket__title">{label(secret, locale)}</h2>
                    <p class="soft small">
                        {t::created_at(locale)} " " <Time at=secret.created_at visit/>
                    </p>
                </div>
                {stamp(secret, visit)}
            </header>
            <hr class="tear"/>
            <div class="stub">
                <dl class="keys">
                    <Key
                        id="chave-publica".to_owned() name=words::public_key(locale)
                        value=made.public_key.to_string() locale
                    />
                    <Key id="chave-secreta".to_owned() name=words::secret_key(locale) value locale/>
                </dl>
                <KeyReceipt revealed=made visit/>
                {next_steps(locale)}
                <p class="soft small">{words::revealed(locale)}</p>
            </div>
        </article>
    })
}

fn next_steps(locale: Locale) -> impl IntoView {
    let steps = [
        t::now_use(locale),
        t::now_check(locale),
        t::now_revoke(locale),
    ];
    view! {
        <div class="prose">
            <h3>{t::what_now(locale)}</h3>
            <ol>{steps.map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
        </div>
    }
}
