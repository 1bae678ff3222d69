//! The credential doctor: looks at what is pasted while one types. Nothing is sent anywhere.

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};
use locales::{Locale, doctor as t};
use serde::{Deserialize, Serialize};
use values::doctor::{Finding, Purpose, Question, examine};

use super::icons::{ALERT, CHECK, sign};

const TEXT: &str = "colado";

/// What is said of one kind of finding. It comes with the page, which says it anyway.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Words {
    pub cause: String,
    pub remedy: String,
    /// Its particulars, with `{0}` and `{1}` where they go; may be empty.
    pub detail: String,
    /// A command that does it right; may be empty.
    pub command: String,
}

/// Hidden until it can work: it is of no use without JavaScript, and its text is not to be sent.
#[island]
pub fn CredentialDoctor(
    locale: Locale,
    /// One for each kind of finding, in their order.
    words: Vec<Words>,
    /// Says whose a public key is, with `{0}` where the name goes.
    own: String,
    /// The public keys of the reader's applications.
    public_keys: Vec<String>,
    /// Their names, in the same order.
    applications: Vec<String>,
    issuer: String,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let (text, set_text) = signal(String::new());
    let (purpose, set_purpose) = signal(Purpose::Unsaid);
    // Told at each change, for there is no such clock on the server.
    let (now, set_now) = signal(0);
    let change = move |text: String| {
        set_now.set(seconds());
        set_text.set(text);
    };
    Effect::new(move |_| set_ready.set(true));
    let diagnosis = Memo::new(move |_| {
        text.with(|text| {
            examine(&Question {
                text,
                purpose: purpose.get(),
                public_keys: &public_keys,
                issuer: &issuer,
                now: now.get(),
            })
        })
    });
    let replace = move |text: String| {
        change(text);
        focus(TEXT);
    };
    let mend = move |_| {
        if let Some(header) = diagnosis.with(|found| found.mended.clone()) {
            replace(header.expose().to_owned());
        }
    };
    let items = move || {
        let item = |finding: &Finding| item(finding, &words, &own, &applications);
        diagnosis.with(|found| found.findings.iter().map(item).collect_view())
    };
    view! {
        <div class="notice notice--info" role="note" hidden=move || ready.get()>
            <div><p><strong>{t::no_script(locale)}</strong></p><p>{t::no_script_text(locale)}</p></div>
        </div>
        <section class="doctor" hidden=move || !ready.get()>
            <fieldset class="doctor__purpose">
                <legend>{t::purpose(locale)}</legend>
                {[
                    (Purpose::Unsaid, t::purpose_unsaid(locale)),
                    (Purpose::Token, t::purpose_token(locale)),
                    (Purpose::Call, t::purpose_call(locale)),
                ]
                    .map(|(this, name)| view! {
                        <label class="check">
                            <input
                                type="radio" name="finalidade" checked=this == Purpose::default()
                                on:change=move |_| set_purpose.set(this)
                            />
                            {name}
                        </label>
                    })
                    .collect_view()}
            </fieldset>
            <div class="field">
                <label for=TEXT>{t::label(locale)}</label>
                <p class="field__hint" id="colado-dica">{t::hint(locale)}</p>
                <textarea
                    id=TEXT class="mono" rows="5" autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-describedby="colado-dica" prop:value=move || text.get()
                    on:input=move |event| change(event_target_value(&event))
                ></textarea>
            </div>
            <div class="actions">
                <button
                    type="button" class="btn" on:click=mend
                    hidden=move || diagnosis.with(|found| found.mended.is_none())
                >
                    {t::mend(locale)}
                </button>
                <button
                    type="button" class="btn btn--quiet" on:click=move |_| replace(String::new())
                    hidden=move || text.with(String::is_empty)
                >
                    {t::clear(locale)}
                </button>
            </div>
            <div aria-live="polite">
                <ul class="findings" role="list" aria-label=t::findings(locale)>{items}</ul>
            </div>
        </section>
    }
}

fn item(
    finding: &Finding,
    words: &[Words],
    own: &str,
    applications: &[String],
) -> Option<impl IntoView + use<>> {
    let Words {
        cause,
        remedy,
        detail,
        command,
    } = words.get(finding.kind() as usize)?.clone();
    let (class, shape) = if finding.is_fine() {
        ("finding finding--good", CHECK)
    } else {
        ("finding finding--bad", ALERT)
    };
    let detail = particulars(finding, &detail);
    let whose = application(finding)
        .and_then(|own| applications.get(own))
        .map(|name| own.replace("{0}", name));
    Some(view! {
        <li class=class>
            {sign(shape)}
            <div>
                <p><strong>{cause}</strong></p>
                {[detail, whose].map(|text| text.map(|text| view! { <p>{text}</p> }))}
                <p>{remedy}</p>
                {(!command.is_empty()).then(|| view! { <pre>{command}</pre> })}
            </div>
        </li>
    })
}

/// What this very finding has to say; nothing where all of it is in its words.
fn particulars(finding: &Finding, detail: &str) -> Option<String> {
    let with = |value: String| Some(detail.replace("{0}", &value));
    match finding {
        Finding::UnknownHeader { name } => with(name.clone()),
        Finding::WhiteSpace { at } => with(at.to_string()),
        Finding::NotBase64 { character, at } => {
            with(shown(*character)).map(|text| text.replace("{1}", &at.to_string()))
        }
        Finding::KeyCharacter { character } => with(shown(*character)),
        Finding::Cut { length }
        | Finding::PublicKeyLength { length }
        | Finding::SecretKeyLength { length } => with(length.to_string()),
        Finding::ForeignToken { issuer } => issuer.clone().and_then(with),
        Finding::Expired { seconds }
        | Finding::NotYet { seconds }
        | Finding::TokenFine { seconds, .. } => with(duration(*seconds)),
        _ => None,
    }
}

const fn application(finding: &Finding) -> Option<usize> {
    match finding {
        Finding::CredentialFine { own } | Finding::TokenFine { own, .. } => *own,
        _ => None,
    }
}

/// A character that can be seen; one that cannot, by its number.
fn shown(character: char) -> String {
    if character.is_control() {
        format!("U+{:04X}", u32::from(character))
    } else {
        character.to_string()
    }
}

/// As one says it in every language of the portal.
fn duration(seconds: u64) -> String {
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7_200 => format!("{} min", seconds / 60),
        7_200..172_800 => format!("{} h", seconds / 3_600),
        _ => format!("{} d", seconds / 86_400),
    }
}

/// Seconds since 1970, by the browser's clock.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a time of today, rounded down"
)]
fn seconds() -> u64 {
    (js_sys::Date::now() / 1000.0) as u64
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Where the focus cannot go, it stays.
        let _ = element.focus();
    }
}
