//! Fields for a text in every language.

use leptos::prelude::*;
use locales::{Locale, languages};

use super::{Field, FormState, Kind, in_language};

#[component]
pub fn Translations<'a>(
    field: &'a str,
    label: fn(Locale, &'static str) -> String,
    #[prop(optional)] kind: Kind,
    form: &'a FormState<'a>,
) -> impl IntoView + use<> {
    let fields = Locale::ALL.map(|language| {
        let name = in_language(field, language);
        let label = label(form.locale, languages::name(language, form.locale));
        view! { <Field name label kind language form/> }
    });
    view! { <div class="form__pair">{fields}</div> }
}
