//! The form that says when a manager is away and who stands in.

use domain::{
    dates,
    ids::AccountId,
    managers::{self, Absence, AbsenceError, Colleague, Manager},
};
use leptos::prelude::*;
use locales::{Locale, managers as t};
use serde::Deserialize;

use crate::{
    forms::{ErrorSummary, Errors, FieldError, FieldKind, FieldLabel, TextField, day},
    web::{Flash, PageError, Visit},
};

const END: &str = "encerrar";

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct AbsenceForm {
    de: String,
    ate: String,
    /// An account, or nobody.
    substituto: String,
    /// [`END`] where the button was pressed that ends it.
    ato: String,
}

impl From<&Manager> for AbsenceForm {
    fn from(manager: &Manager) -> Self {
        let Some(absence) = manager.absence else {
            return Self::default();
        };
        let deputy = absence.deputy.map(|id| id.to_string());
        Self {
            de: absence.from.to_string(),
            ate: absence.until.to_string(),
            substituto: deputy.unwrap_or_default(),
            ato: String::new(),
        }
    }
}

impl AbsenceForm {
    fn read(&self) -> Result<Absence, Errors> {
        let mut errors = Errors::default();
        let from = errors.check("de", day(&self.de));
        let until = errors.check("ate", day(&self.ate));
        let deputy = match self.substituto.as_str() {
            "" => Some(None),
            id => errors.check(
                "substituto",
                id.parse::<AccountId>()
                    .map(Some)
                    .map_err(|_| FieldError::Choose),
            ),
        };
        match (from, until, deputy) {
            (Some(from), Some(until), Some(deputy)) => Ok(Absence {
                from,
                until,
                deputy,
            }),
            _ => Err(errors),
        }
    }
}

/// Saves or ends an absence: what to say of it, or what is wrong with the form.
///
/// # Errors
/// When the reader may not, or the database cannot be written.
pub async fn save(
    visit: &Visit,
    id: AccountId,
    form: &AbsenceForm,
) -> Result<Result<Flash, Errors>, PageError> {
    if form.ato == END {
        managers::set_absence(&visit.scope, id, None)
            .await
            .map_err(common)?;
        return Ok(Ok(Flash::AbsenceEnded));
    }
    let absence = match form.read() {
        Ok(absence) => absence,
        Err(errors) => return Ok(Err(errors)),
    };
    match managers::set_absence(&visit.scope, id, Some(absence)).await {
        Ok(()) => Ok(Ok(Flash::AbsenceSaved)),
        Err(AbsenceError::Days) => Ok(Err(Errors::of("ate", FieldError::Date))),
        Err(AbsenceError::Deputy) => Ok(Err(Errors::of("substituto", FieldError::Choose))),
        Err(AbsenceError::Common(error)) => Err(error.into()),
    }
}

/// Nothing else keeps an absence from being ended.
fn common(error: AbsenceError) -> PageError {
    match error {
        AbsenceError::Common(error) => error.into(),
        AbsenceError::Days | AbsenceError::Deputy => PageError::Malformed,
    }
}

/// "De 3 de agosto de 2026 a 14 de agosto de 2026. Dora Alves substitui."
pub(super) fn absence_words(manager: &Manager, locale: Locale) -> String {
    let Some(absence) = manager.absence else {
        return t::present(locale).to_owned();
    };
    let (from, until) = (
        dates::day(absence.from, locale),
        dates::day(absence.until, locale),
    );
    let deputy = match &manager.deputy {
        Some(name) => t::stands_in(locale, name),
        None => t::nobody_stands_in(locale).to_owned(),
    };
    format!("{}. {deputy}", t::away(locale, from, until))
}

#[component]
pub fn AbsencePanel<'a>(
    manager: &'a Manager,
    colleagues: &'a [Colleague],
    action: String,
    form: &'a AbsenceForm,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let words = absence_words(manager, locale);
    let others = colleagues.iter().filter(|it| it.id != manager.id);
    let options = others.map(|it| {
        let value = it.id.to_string();
        let selected = value == form.substituto;
        view! { <option value=value selected=selected>{it.name.clone()}</option> }
    });
    let options = options.collect_view();
    let end = manager.absence.is_some().then(|| {
        view! { <button class="btn btn--quiet" name="ato" value=END>{t::absence_end(locale)}</button> }
    });
    let labels = [
        FieldLabel::new("de", t::from(locale)),
        FieldLabel::new("ate", t::until(locale)),
        FieldLabel::new("substituto", t::deputy(locale)),
    ];
    let deputy_error = errors.get("substituto").map(|_| t::absence_deputy(locale));
    view! {
        <section class="panel">
            <h2>{t::absence(locale)}</h2>
            <p>{words}</p>
            <form class="form" method="post" novalidate action=action>
                <ErrorSummary errors labels locale/>
                <p class="soft small">{t::absence_hint(locale)}</p>
                <TextField name="de" label=t::from(locale) value=form.de.as_str() kind=FieldKind::Date errors locale/>
                <TextField
                    name="ate" label=t::until(locale) value=form.ate.as_str()
                    hint=errors.get("ate").map(|_| t::absence_days(locale)).unwrap_or_default()
                    kind=FieldKind::Date errors locale
                />
                <div class="field">
                    <label for="substituto">{t::deputy(locale)}</label>
                    {deputy_error.map(|error| view! { <p class="field__error">{error}</p> })}
                    <select id="substituto" name="substituto">
                        <option value="">{t::nobody(locale)}</option>
                        {options}
                    </select>
                </div>
                <div class="actions">
                    <button class="btn">{t::absence_save(locale)}</button>
                    {end}
                </div>
            </form>
        </section>
    }
}
