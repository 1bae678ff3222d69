//! A place for a file of an API: what it takes, what is there now, and its fields.

use domain::catalogue::{
    ApiDetails, Attachment, AttachmentChange, AttachmentChanges, AttachmentFault, NewAttachment,
};
use leptos::prelude::*;
use locales::{Locale, api_attachments as t, languages, number};

use super::super::field::{FormState, Tick};
use crate::{forms::FieldMessage, routes};

pub(super) const LOGO: &str = "logotipo";
const TUTORIAL: &str = "tutorial";
/// Ends the name of the box that takes a file away.
const REMOVE: &str = "-remover";

/// A place for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Logo,
    Tutorial(Locale),
}

impl Slot {
    pub(super) const ALL: [Self; 1 + Locale::ALL.len()] = [
        Self::Logo,
        Self::Tutorial(Locale::PtBr),
        Self::Tutorial(Locale::En),
        Self::Tutorial(Locale::Es),
    ];

    /// The name of its field.
    pub(super) fn field(self) -> String {
        match self {
            Self::Logo => LOGO.to_owned(),
            Self::Tutorial(language) => format!("{TUTORIAL}-{}", language.tag()),
        }
    }

    /// The name of the box that takes the file away.
    pub(super) fn removal(self) -> String {
        format!("{}{REMOVE}", self.field())
    }

    fn label(self, locale: Locale) -> String {
        match self {
            Self::Logo => t::logo(locale).to_owned(),
            Self::Tutorial(language) => t::tutorial_in(locale, languages::name(language, locale)),
        }
    }

    const fn hint(self, locale: Locale) -> &'static str {
        match self {
            Self::Logo => t::logo_hint(locale),
            Self::Tutorial(_) => t::tutorial_hint(locale),
        }
    }

    const fn accepts(self) -> &'static str {
        match self {
            Self::Logo => ".png,.svg,image/png,image/svg+xml",
            Self::Tutorial(_) => ".pdf,application/pdf",
        }
    }

    fn current(self, api: &ApiDetails) -> Option<&Attachment> {
        match self {
            Self::Logo => api.content.logo.as_ref(),
            Self::Tutorial(language) => api.content.tutorials.get(&language),
        }
    }

    pub(super) fn inspect(self, bytes: Vec<u8>) -> Result<NewAttachment, AttachmentFault> {
        match self {
            Self::Logo => NewAttachment::logo(bytes),
            Self::Tutorial(_) => NewAttachment::tutorial(bytes),
        }
    }

    pub(super) fn change(self, changes: &mut AttachmentChanges, change: AttachmentChange) {
        match self {
            Self::Logo => changes.logo = Some(change),
            Self::Tutorial(language) => {
                changes.tutorials.insert(language, change);
            }
        }
    }
}

pub(super) fn size_of(bytes: u64, locale: Locale) -> String {
    const KIB: u64 = 1 << 10;
    const MIB: u64 = 1 << 20;
    if bytes >= MIB && bytes.is_multiple_of(MIB) {
        return format!("{} MiB", number::count(bytes / MIB, locale));
    }
    format!("{} KiB", number::count(bytes.div_ceil(KIB), locale))
}

/// A file that may be chosen, with the one that is used now.
#[component]
pub(super) fn SlotFields<'a>(
    of: Slot,
    api: &'a ApiDetails,
    form: &'a FormState<'a>,
) -> impl IntoView + use<> {
    let (slot, locale) = (of, form.locale);
    let name = slot.field();
    let mistake = form.mistakes.of(&name).map(str::to_owned);
    let invalid = mistake.is_some();
    let hint_id = format!("{name}-hint");
    let described_by = if invalid {
        format!("{hint_id} {name}-error")
    } else {
        hint_id.clone()
    };
    let current = slot.current(api);
    let removal = current.map(|_| {
        view! { <Tick name=slot.removal() label=format!("{}: {}", t::remove(locale), slot.label(locale)) form/> }
    });
    let message = view! { <FieldMessage name=&name error=mistake/> };
    view! {
        <div class="field" class:field--invalid=invalid>
            <label for=name.clone()>{slot.label(locale)}</label>
            {in_use(slot, current, &api.slug, locale)}
            <p class="field__hint" id=hint_id>{slot.hint(locale)}</p>
            <input
                type="file" id=name.clone() name=name accept=slot.accepts()
                aria-describedby=described_by aria-invalid=invalid.then_some("true")
            />
            {message}
        </div>
        {removal}
    }
}

fn in_use(slot: Slot, current: Option<&Attachment>, slug: &str, locale: Locale) -> AnyView {
    let Some(file) = current else {
        let none = match slot {
            Slot::Logo => t::no_logo(locale),
            Slot::Tutorial(_) => t::made_by_portal(locale),
        };
        return view! { <p class="soft small">{none}</p> }.into_any();
    };
    let href = routes::fill(routes::API_ATTACHMENT, &[&slug, &file.digest]);
    let size = size_of(file.size.into(), locale);
    match slot {
        Slot::Logo => view! {
            <p class="logo-line"><img class="logo" src=href alt=t::logo(locale) width="48" height="48"/> <span class="soft small">{size}</span></p>
        }
        .into_any(),
        Slot::Tutorial(_) => view! {
            <p class="small"><a href=href type="application/pdf">{t::in_use(locale)}</a> " · " {size}</p>
        }
        .into_any(),
    }
}
