//! What the examination is made with, and all that it can say: still hidden, until the browser
//! brings it to life.

use domain::{credentials::OwnKey, values::doctor::Kind};
use leptos::prelude::*;
use locales::{Locale, doctor as t};

use super::words::{Words, commands_view, words};
use crate::{
    components::{Icon, Notice, NoticeKind, Symbol, terms},
    islands::doctor::{
        CLEAR, EXAMINATION, FINDINGS, FOR_CALL, FOR_TOKEN, MEND, TEXT, WITHOUT_SCRIPT,
    },
};

#[component]
pub fn Examination<'a>(
    own: &'a [OwnKey],
    public_url: &'a str,
    locale: Locale,
) -> impl IntoView + use<> {
    let findings = Kind::ALL
        .iter()
        .map(|kind| {
            view! { <Finding kind=*kind words=words(*kind, public_url, locale) own locale/> }
        })
        .collect_view();
    let keys: Vec<_> = own.iter().map(|key| key.public_key.as_str()).collect();
    let without = view! { <p>{t::no_script_text(locale)}</p> };
    view! {
        <div id=WITHOUT_SCRIPT>
            <Notice kind=NoticeKind::Info title=t::no_script(locale) content=without/>
        </div>
        <section
            class="doctor" id=EXAMINATION aria-label=t::title(locale) hidden
            data-keys=keys.join(" ") data-issuer=public_url.to_owned()
        >
            {purposes(locale)}
            <div class="field">
                <label for=TEXT>{t::label(locale)}</label>
                <p class="field__hint" id="colado-hint">{t::hint(locale)}</p>
                <textarea
                    id=TEXT class="mono" rows="5" autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-describedby="colado-hint"
                ></textarea>
            </div>
            <div class="actions">
                <button type="button" class="btn" id=MEND hidden>{t::mend(locale)}</button>
                <button type="button" class="btn btn--quiet" id=CLEAR hidden>{t::clear(locale)}</button>
            </div>
            <ul class="findings" role="list" id=FINDINGS aria-live="polite" aria-label=t::findings(locale)>
                {findings}
            </ul>
        </section>
    }
}

fn purposes(locale: Locale) -> impl IntoView {
    let choice = |id, name, chosen| {
        view! {
            <label class="check">
                <input type="radio" name="finalidade" id=id checked=chosen/>
                {name}
            </label>
        }
    };
    view! {
        <fieldset class="doctor__purpose">
            <legend>{t::purpose(locale)}</legend>
            {choice("para-o-que-parece", t::purpose_unsaid(locale), true)}
            {choice(FOR_TOKEN, t::purpose_token(locale), false)}
            {choice(FOR_CALL, t::purpose_call(locale), false)}
        </fieldset>
    }
}

#[component]
fn Finding<'a>(
    kind: Kind,
    words: Words,
    own: &'a [OwnKey],
    locale: Locale,
) -> impl IntoView + use<> {
    let (class, shape) = if kind.is_fine() {
        ("finding finding--good", Symbol::Check)
    } else {
        ("finding finding--bad", Symbol::Alert)
    };
    let particulars = words.particulars;
    view! {
        <li class=class hidden>
            <Icon symbol=shape/>
            <div>
                <p><strong>{words.cause}</strong></p>
                {kind.is_fine().then(|| key_owners(own, locale))}
                {particulars.map(|text| view! { <p data-particulars=text></p> })}
                <p>{words.remedy}</p>
                {commands_view(words.commands)}
            </div>
        </li>
    }
}

fn key_owners(own: &[OwnKey], locale: Locale) -> impl IntoView + use<> {
    let texts = own.iter().map(|key| {
        let application = if key.sandbox {
            t::sandbox_key(locale, &key.application)
        } else {
            key.application.clone()
        };
        let closed = (!key.is_open()).then(|| t::closed(locale, terms::status(key.status, locale)));
        view! { <p hidden>{t::own(locale, application)} {closed.map(|closed| view! { " " {closed} })}</p> }
    });
    view! { <div data-own="">{texts.collect_view()}</div> }
}
