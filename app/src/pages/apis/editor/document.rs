//! The `OpenAPI` document of an API: sent as a file, or as a text.

use axum::{
    extract::{Multipart, Path, multipart::MultipartError},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::catalogue::{self, ApiContent, ApiDetails, DraftError, Fingerprint, Section};
use leptos::prelude::*;
use locales::{Locale, api_editor as e, common, number};
use openapi::{MAX_PROBLEMS, Problem, reference::Reference};

use super::{
    super::{ADMINISTRATOR, problems::problem},
    field::{Field, FormState, Kind},
    frame::{self, Place},
    mistakes::{MistakeSummary, Mistakes},
    openapi_words::words,
    section::{SEEN, seen},
    typed::Typed,
};
use crate::{
    components::{Fact, Icon, MachineFact, Symbol},
    forms::FieldMessage,
    routes,
    web::{Flash, Page, PageError, Site, Visit, see_other_with},
};

const FILE: &str = "arquivo";
const TEXT: &str = "texto";
/// What a form has beside the document.
const FIELDS: usize = 64 << 10;
/// A document that was refused is shown for correction up to so many bytes.
const SHOWN: usize = 256 << 10;

pub(super) fn routes(site: Site) -> Site {
    let most = openapi::SIZE + FIELDS;
    site.get(ADMINISTRATOR, routes::API_OPENAPI, show)
        .post_large(ADMINISTRATOR, routes::API_OPENAPI, most, save)
}

async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Page, PageError> {
    let api = catalogue::details(&visit.scope, &slug).await?;
    let fingerprint = Section::Document.fingerprint(&api.content)?;
    let mut typed = Typed::default();
    typed.add(SEEN, fingerprint.as_str());
    Ok(page(&visit, &api, &typed, &Mistakes::default(), &[]))
}

/// What was sent.
#[derive(Default)]
struct Sent {
    seen: String,
    /// The file, or else the text.
    document: Vec<u8>,
    /// Whether it was pasted: then it is shown again whole, as nobody has it elsewhere.
    is_pasted: bool,
    is_too_large: bool,
}

async fn save(
    visit: Visit,
    Path(slug): Path<String>,
    form: Multipart,
) -> Result<Response, PageError> {
    let locale = visit.locale;
    let sent = receive(form).await?;
    let mut typed = Typed::default();
    typed.add(SEEN, sent.seen.as_str());
    if sent.is_pasted || sent.document.len() <= SHOWN {
        typed.add(TEXT, String::from_utf8_lossy(&sent.document));
    }
    let mut mistakes = Mistakes::default();
    let mut wrong = vec![];
    if sent.is_too_large {
        mistakes.add(FILE, e::too_large(locale, openapi::SIZE >> 20));
    } else if sent.document.trim_ascii().is_empty() {
        mistakes.add(FILE, e::nothing_sent(locale));
    } else {
        match catalogue::read_document(&sent.document) {
            Ok(read) => match store(&visit, &slug, &sent.seen, read.json).await {
                Ok(()) => {
                    let address = Place::Section(Section::Document).address(&slug);
                    return Ok(see_other_with(&address, Flash::DraftSaved, &visit));
                }
                Err(DraftError::Changed) => mistakes = Mistakes::overtaken(),
                Err(DraftError::Problems(problems)) => {
                    for found in &problems {
                        mistakes.add(FILE, problem(found, locale));
                    }
                }
                Err(DraftError::Common(error)) => return Err(error.into()),
            },
            Err(problems) => wrong = problems,
        }
    }
    let api = catalogue::details(&visit.scope, &slug).await?;
    if mistakes.overtaken {
        let now = Section::Document.fingerprint(&api.content)?;
        typed.replace(SEEN, now.as_str());
    }
    let page = page(&visit, &api, &typed, &mistakes, &wrong);
    Ok(page.unprocessable().into_response())
}

async fn store(visit: &Visit, slug: &str, seen: &str, json: String) -> Result<(), DraftError> {
    let content = ApiContent {
        openapi: Some(json),
        ..ApiContent::default()
    };
    let seen = Fingerprint::sent(seen);
    catalogue::save(&visit.scope, slug, Section::Document, &seen, &content).await
}

/// # Errors
/// [`PageError::Malformed`] when no form of ours was sent.
async fn receive(mut form: Multipart) -> Result<Sent, PageError> {
    let mut sent = Sent::default();
    let refused = |error: MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Ok(true),
        _ => Err(PageError::Malformed),
    };
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Ok(sent),
            Err(error) => {
                sent.is_too_large = refused(error)?;
                return Ok(sent);
            }
        };
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = match field.bytes().await {
            Ok(bytes) => bytes,
            Err(error) => {
                sent.is_too_large = refused(error)?;
                return Ok(sent);
            }
        };
        match name.as_str() {
            SEEN => sent.seen = String::from_utf8_lossy(&bytes).into_owned(),
            // The file stands before the text.
            FILE | TEXT if sent.document.is_empty() => {
                sent.document = bytes.to_vec();
                sent.is_pasted = name == TEXT;
            }
            _ => {}
        }
    }
}

fn page(
    visit: &Visit,
    api: &ApiDetails,
    typed: &Typed,
    mistakes: &Mistakes,
    wrong: &[Problem],
) -> Page {
    let locale = visit.locale;
    let place = Place::Section(Section::Document);
    let current = place.address(&api.slug);
    let title = if api.content.openapi.is_some() {
        e::replace_document(locale)
    } else {
        e::send_document(locale)
    };
    let form = FormState {
        typed,
        mistakes,
        locale,
    };
    frame::draw(visit, api, place, || {
        view! {
            <MistakeSummary mistakes current=&current locale/>
            {(!wrong.is_empty()).then(|| refused_alert(wrong, locale))}
            <Current api locale/>
            <section class="section">
                <h2>{title}</h2>
                <form class="form form--wide" method="post" enctype="multipart/form-data" novalidate>
                    {seen(typed)}
                    <FileField mistakes locale/>
                    <Field name=TEXT label=e::pasted(locale) hint=e::pasted_hint(locale) kind=Kind::Document form=&form/>
                    <div class="actions">
                        <button class="btn">{e::send(locale)}</button>
                        <a class="btn btn--quiet" href=Place::Summary.address(&api.slug)>{common::back(locale)}</a>
                    </div>
                </form>
            </section>
        }
    })
}

#[component]
fn FileField<'a>(mistakes: &'a Mistakes, locale: Locale) -> impl IntoView + use<> {
    let mistake = mistakes.of(FILE).map(str::to_owned);
    let described_by = if mistake.is_some() {
        "arquivo-hint arquivo-error"
    } else {
        "arquivo-hint"
    };
    let invalid = mistake.is_some();
    view! {
        <div class="field" class:field--invalid=invalid>
            <label for=FILE>{e::file(locale)}</label>
            <p class="field__hint" id="arquivo-hint">{e::file_hint(locale)}</p>
            <input
                type="file" id=FILE name=FILE accept=".yaml,.yml,.json,application/json,application/yaml"
                aria-describedby=described_by aria-invalid=invalid.then_some("true")
            />
            <FieldMessage name=FILE error=mistake/>
        </div>
    }
}

/// Why a document was refused, line by line.
fn refused_alert(wrong: &[Problem], locale: Locale) -> impl IntoView + use<> {
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2><Icon symbol=Symbol::Alert/> {e::document_wrong(locale)}</h2>
            <p>{e::document_wrong_hint(locale)}</p>
            {problem_list(wrong, locale)}
        </div>
    }
}

fn problem_list(problems: &[Problem], locale: Locale) -> impl IntoView + use<> {
    let lines = problems.iter().map(|problem| {
        let line = problem
            .position
            .map(|position| e::line(locale, position.line));
        let place = (!problem.place.is_empty()).then(|| {
            let place = problem.place.clone();
            view! { <br/> <code translate="no" class="soft">{place}</code> }
        });
        view! {
            <li>
                {line.map(|line| view! { <strong>{line}</strong> ": " })}
                {words(&problem.kind, locale)} {place}
            </li>
        }
    });
    let more = (problems.len() >= MAX_PROBLEMS).then(|| view! { <p>{e::and_more(locale)}</p> });
    view! { <ul class="places">{lines.collect_view()}</ul> {more} }
}

/// The document as it is, and what of it is not obeyed.
#[component]
fn Current<'a>(api: &'a ApiDetails, locale: Locale) -> AnyView {
    let Some(document) = api.content.openapi.as_deref() else {
        return view! { <p class="soft">{e::no_document(locale)}</p> }.into_any();
    };
    let reference = Reference::parse(document);
    let operations = reference.map_or(0, |it| it.operations.len());
    let operations = match operations {
        1 => e::operations_one(locale).to_owned(),
        count => e::operations(locale, number::count(count as u64, locale)),
    };
    let ignored = catalogue::read_document(document.as_bytes());
    let ignored = ignored.map(|it| it.ignored).unwrap_or_default();
    let ignored = if ignored.is_empty() {
        view! { <p class="soft">{e::all_obeyed(locale)}</p> }.into_any()
    } else {
        view! {
            <details class="panel">
                <summary>{e::not_obeyed(locale)} " (" {ignored.len()} ")"</summary>
                {problem_list(&ignored, locale)}
            </details>
        }
        .into_any()
    };
    let size = format!(
        "{} KiB",
        number::count(document.len().div_ceil(1024) as u64, locale)
    );
    view! {
        <section class="stack">
            <h2>{e::document_now(locale)}</h2>
            <dl class="facts">
                <Fact name=e::document(locale) value=operations/>
                <MachineFact name=e::size(locale) value=size/>
            </dl>
            {ignored}
        </section>
    }
    .into_any()
}
