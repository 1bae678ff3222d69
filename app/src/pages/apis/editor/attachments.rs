//! The files of an API: its logo, and tutorials in place of those that are made of its texts.

mod slot;

use axum::{
    extract::{Multipart, Path, multipart::MultipartError},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use domain::catalogue::{
    self, ApiDetails, AttachmentChange, AttachmentChanges, AttachmentFault, DraftError,
    Fingerprint, MAX_LOGO, MAX_TUTORIAL, Section,
};
use leptos::prelude::*;
use locales::{Locale, api_attachments as t, common};

use self::slot::{LOGO, Slot, SlotFields, size_of};
use super::{
    super::ADMINISTRATOR,
    field::FormState,
    frame::{self, Place},
    mistakes::{MistakeSummary, Mistakes},
    section::{SEEN, seen},
    typed::Typed,
};
use crate::{
    routes,
    web::{FileKey, Flash, Page, PageError, Site, Visit, see_other_with},
};

/// What a form has beside its files.
const FIELDS: usize = 64 << 10;

pub(super) fn routes(site: Site) -> Site {
    let most = MAX_LOGO + Locale::ALL.len() * MAX_TUTORIAL + FIELDS;
    site.get(ADMINISTRATOR, routes::API_ATTACHMENTS, show)
        .post_large(ADMINISTRATOR, routes::API_ATTACHMENTS, most, save)
        .get(ADMINISTRATOR, routes::API_ATTACHMENT, show_file)
}

async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Page, PageError> {
    let api = catalogue::details(&visit.scope, &slug).await?;
    let typed = unchanged(&api)?;
    Ok(page(&visit, &api, &typed, &Mistakes::default(), false))
}

fn unchanged(api: &ApiDetails) -> Result<Typed, PageError> {
    let mut typed = Typed::default();
    let fingerprint = Section::Attachments.fingerprint(&api.content)?;
    typed.add(SEEN, fingerprint.as_str());
    Ok(typed)
}

/// A file that the draft names, or what readers see where there is none.
async fn show_file(
    visit: Visit,
    Path((slug, digest)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let api = catalogue::details(&visit.scope, &slug).await?;
    let file = api.content.attachments().find(|it| it.digest == digest);
    let kind = file.ok_or(PageError::NotFound)?.kind;
    let read = async {
        let bytes = catalogue::draft_attachment(&visit.scope, &slug, &digest).await?;
        Ok(move || Ok(bytes))
    };
    let key = FileKey::Attachment(digest.clone());
    let file = visit.app.files().get_or_draw(key, read).await?;
    let name = format!("{slug}.{}", kind.extension());
    Ok(file.respond(kind.as_str(), &name, &headers))
}

/// What was sent.
#[derive(Default)]
struct Sent {
    typed: Typed,
    /// Of those places for which one was chosen.
    files: Vec<(Slot, Vec<u8>)>,
    is_too_large: bool,
}

async fn save(
    visit: Visit,
    Path(slug): Path<String>,
    form: Multipart,
) -> Result<Response, PageError> {
    let locale = visit.locale;
    let Sent {
        mut typed,
        files,
        is_too_large,
    } = receive(form).await?;
    let mut mistakes = Mistakes::default();
    if is_too_large {
        mistakes.add(
            LOGO,
            t::too_large(locale, size_of(MAX_TUTORIAL as u64, locale)),
        );
    }
    let mut changes = AttachmentChanges::default();
    for slot in Slot::ALL {
        if typed.has(&slot.removal()) {
            slot.change(&mut changes, AttachmentChange::Remove);
        }
    }
    let has_files = !files.is_empty();
    for (slot, bytes) in files {
        match slot.inspect(bytes) {
            Ok(new) => slot.change(&mut changes, AttachmentChange::Replace(new)),
            Err(fault) => mistakes.add(slot.field(), words(&fault, locale)),
        }
    }
    if mistakes.is_empty() {
        let seen = Fingerprint::sent(typed.get(SEEN));
        match catalogue::save_attachments(&visit.scope, &slug, &seen, &changes).await {
            Ok(()) => {
                let address = Place::Section(Section::Attachments).address(&slug);
                return Ok(see_other_with(&address, Flash::DraftSaved, &visit));
            }
            Err(DraftError::Changed) => mistakes = Mistakes::overtaken(),
            // Files are inspected before they come here.
            Err(DraftError::Problems(problems)) => {
                return Err(PageError::fault(DraftError::Problems(problems)));
            }
            Err(DraftError::Common(error)) => return Err(error.into()),
        }
    }
    let api = catalogue::details(&visit.scope, &slug).await?;
    if mistakes.overtaken {
        let now = Section::Attachments.fingerprint(&api.content)?;
        typed.replace(SEEN, now.as_str());
    }
    let page = page(&visit, &api, &typed, &mistakes, has_files);
    Ok(page.unprocessable().into_response())
}

/// # Errors
/// [`PageError::Malformed`] when no form of ours was sent.
async fn receive(mut form: Multipart) -> Result<Sent, PageError> {
    let mut sent = Sent::default();
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Ok(sent),
            Err(error) => return too_large(sent, &error),
        };
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = match field.bytes().await {
            Ok(bytes) => bytes,
            Err(error) => return too_large(sent, &error),
        };
        let slot = Slot::ALL.into_iter().find(|slot| slot.field() == name);
        match slot {
            // Browsers send an empty one where nothing was chosen.
            Some(_) if bytes.is_empty() => {}
            Some(slot) => sent.files.push((slot, bytes.to_vec())),
            None => sent.typed.add(name, String::from_utf8_lossy(&bytes)),
        }
    }
}

/// What was sent before it was too much.
fn too_large(mut sent: Sent, error: &MultipartError) -> Result<Sent, PageError> {
    if error.status() != StatusCode::PAYLOAD_TOO_LARGE {
        return Err(PageError::Malformed);
    }
    sent.is_too_large = true;
    Ok(sent)
}

fn words(fault: &AttachmentFault, locale: Locale) -> String {
    match fault {
        AttachmentFault::Empty => t::empty(locale).to_owned(),
        AttachmentFault::Size { most } => t::too_large(locale, size_of(*most as u64, locale)),
        AttachmentFault::NoPicture => t::no_picture(locale).to_owned(),
        AttachmentFault::Png(said) => t::broken_png(locale, said),
        AttachmentFault::Side { width, height } => t::side(locale, width, height),
        AttachmentFault::Svg(said) => t::broken_svg(locale, said),
        AttachmentFault::NoDrawing { line, name } => t::no_drawing(locale, line, name),
        AttachmentFault::NoPdf => t::no_pdf(locale).to_owned(),
    }
}

fn page(
    visit: &Visit,
    api: &ApiDetails,
    typed: &Typed,
    mistakes: &Mistakes,
    lost_files: bool,
) -> Page {
    let locale = visit.locale;
    let place = Place::Section(Section::Attachments);
    let current = place.address(&api.slug);
    let form = FormState {
        typed,
        mistakes,
        locale,
    };
    let tutorials = Slot::ALL.into_iter().filter(|slot| *slot != Slot::Logo);
    let tutorials = tutorials.map(|slot| view! { <SlotFields of=slot api form=&form/> });
    let tutorials = tutorials.collect_view();
    frame::draw(visit, api, place, || {
        view! {
            <form class="form form--wide" method="post" enctype="multipart/form-data" novalidate>
                <MistakeSummary mistakes current=&current locale/>
                {lost_files.then(|| view! { <p role="status">{t::chosen_again(locale)}</p> })}
                {seen(typed)}
                <SlotFields of=Slot::Logo api form=&form/>
                <section class="stack">
                    <h2>{t::tutorials(locale)}</h2>
                    <p class="soft">{t::tutorials_lead(locale)}</p>
                    {tutorials}
                </section>
                <div class="actions">
                    <button class="btn">{common::save(locale)}</button>
                    <a class="btn btn--quiet" href=Place::Summary.address(&api.slug)>{common::back(locale)}</a>
                </div>
            </form>
        }
    })
}
