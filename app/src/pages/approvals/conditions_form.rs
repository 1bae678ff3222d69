//! The fields of the conditions of an approval.

use chrono::NaiveDate;
use domain::applications::{Conditions, ConditionsError, MAX_CALLS, StoredConditions};
use leptos::prelude::*;
use locales::{Locale, conditions as t};
use serde::Deserialize;
use values::ContractNumber;

use crate::{
    forms::{Errors, FieldError, FieldKind, FieldLabel, TextField, day},
    web::Visit,
};

const STARTS_ON: &str = "starts_on";
const ENDS_ON: &str = "ends_on";
const CALLS: &str = "calls";
const CONTRACT_NUMBER: &str = "contract_number";

/// Conditions as they are typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct ConditionsForm {
    starts_on: String,
    ends_on: String,
    calls: String,
    contract_number: String,
}

impl From<&StoredConditions> for ConditionsForm {
    fn from(stored: &StoredConditions) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            starts_on: day(stored.starts_on),
            ends_on: day(stored.ends_on),
            calls: stored.quota().map(|it| it.to_string()).unwrap_or_default(),
            contract_number: stored.contract_number.clone().unwrap_or_default(),
        }
    }
}

impl ConditionsForm {
    fn is_empty(&self) -> bool {
        let typed = [
            &self.starts_on,
            &self.ends_on,
            &self.calls,
            &self.contract_number,
        ];
        typed.into_iter().all(|typed| typed.trim().is_empty())
    }

    /// What was typed; a last day that is past may stay what it was.
    pub(super) fn parse(
        &self,
        visit: &Visit,
        last_day: Option<NaiveDate>,
    ) -> Result<Conditions, Errors> {
        let mut errors = Errors::default();
        let conditions = Conditions {
            starts_on: optional(&mut errors, STARTS_ON, &self.starts_on, day),
            ends_on: optional(&mut errors, ENDS_ON, &self.ends_on, day),
            calls: optional(&mut errors, CALLS, &self.calls, calls),
            contract_number: optional(
                &mut errors,
                CONTRACT_NUMBER,
                &self.contract_number,
                ContractNumber::parse,
            ),
        };
        let checked = conditions.check_keeping(&visit.scope, last_day);
        if let (true, Err(error)) = (errors.is_empty(), checked) {
            match error {
                ConditionsError::EndsBeforeStart => {
                    errors.add(ENDS_ON, FieldError::EndsBeforeStart);
                }
                ConditionsError::EndIsPast => errors.add(ENDS_ON, FieldError::PastDay),
                ConditionsError::NoCalls | ConditionsError::PlanChange => {
                    errors.add(CALLS, FieldError::Number);
                }
            }
        }
        errors.finish(|| Some(conditions))
    }
}

/// What was typed into a field that may stay empty.
fn optional<T, E: Into<FieldError>>(
    errors: &mut Errors,
    field: &'static str,
    typed: &str,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Option<T> {
    let is_typed = !typed.trim().is_empty();
    is_typed
        .then(|| errors.check(field, parse(typed)))
        .flatten()
}

/// A number of calls, perhaps with points between its thousands.
fn calls(typed: &str) -> Result<u32, FieldError> {
    let digits: String = typed
        .chars()
        .filter(|it| !it.is_whitespace() && *it != '.')
        .collect();
    let calls = digits.parse().ok();
    calls
        .filter(|calls| (1..=MAX_CALLS).contains(calls))
        .ok_or(FieldError::Number)
}

/// What the fields are called in a summary of errors.
pub(super) fn labels(locale: Locale) -> [FieldLabel; 4] {
    [
        FieldLabel::new(STARTS_ON, t::starts_on(locale)),
        FieldLabel::new(ENDS_ON, t::ends_on(locale)),
        FieldLabel::new(CALLS, t::calls(locale)),
        FieldLabel::new(CONTRACT_NUMBER, t::contract_number(locale)),
    ]
}

/// The fields of the conditions.
#[component]
pub(super) fn ConditionsFields<'a>(
    form: &'a ConditionsForm,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    view! {
        <TextField
            name=STARTS_ON label=t::starts_on(locale) value=form.starts_on.as_str()
            hint=t::starts_hint(locale) kind=FieldKind::Date optional=true errors locale
        />
        <TextField
            name=ENDS_ON label=t::ends_on(locale) value=form.ends_on.as_str()
            hint=t::ends_hint(locale) kind=FieldKind::Date optional=true errors locale
        />
        <TextField
            name=CALLS label=t::calls(locale) value=form.calls.as_str()
            hint=t::calls_hint(locale) kind=FieldKind::Number optional=true errors locale
        />
        <TextField
            name=CONTRACT_NUMBER label=t::contract_number(locale)
            value=form.contract_number.as_str() optional=true errors locale
        />
    }
}

/// The fields below a title that unfolds, for an approval. It is open where something was typed.
#[component]
pub(super) fn ConditionsFold<'a>(
    form: &'a ConditionsForm,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    view! {
        <details open=!form.is_empty()>
            <summary>{t::optional_title(locale)}</summary>
            <div class="stack"><ConditionsFields form errors locale/></div>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_a_whole_number_of_at_least_one() {
        for (typed, number) in [("5000", 5000), (" 5.000 ", 5000), ("1", 1)] {
            assert_eq!(calls(typed), Ok(number), "{typed}");
        }
        for typed in ["0", "-1", "1,5", "mil", "9999999999"] {
            assert_eq!(calls(typed), Err(FieldError::Number), "{typed}");
        }
    }
}
