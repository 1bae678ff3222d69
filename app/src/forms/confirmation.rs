//! The password once more, before something that an open browser must not do alone.

use domain::{
    OwnFactors,
    accounts::{ConfirmError, confirm},
};
use leptos::prelude::*;
use locales::{Locale, common, confirmation as t, factors};

use super::{ErrorSummary, Errors, FieldError, FieldLabel, Username, message};
use crate::{
    components::{PageHead, PasskeyButton, wait},
    islands::PasswordField,
    routes,
    web::{Page, PageError, Visit},
};

/// What the field is called.
const FIELD: &str = "current";

/// What a form sent, to be sent again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HiddenField {
    pub name: &'static str,
    pub value: String,
}

/// What waits for the password.
pub struct PendingForm {
    /// In words, for the page's lead.
    pub what: &'static str,
    /// Where it was sent, and goes again.
    pub action: String,
    pub fields: Vec<HiddenField>,
    /// Where who thinks better of it goes.
    pub cancel: String,
}

/// A prompt for the password, with what was wrong with the one that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordPrompt {
    pub error: Option<FieldError>,
}

impl PasswordPrompt {
    /// Whether the form must ask for the password.
    pub fn of(visit: &Visit) -> Option<Self> {
        (!visit.scope.is_confirmed()).then_some(Self { error: None })
    }

    /// The same, of a form that was sent and had these errors.
    pub fn with(errors: &Errors, visit: &Visit) -> Option<Self> {
        let error = errors.get(FIELD);
        Self::of(visit).map(|_| Self { error })
    }

    /// The same once the form was sent with what was `typed`: when that was right, nothing is
    /// left to ask, and the visit goes on as confirmed.
    pub async fn after(visit: &mut Visit, typed: &str) -> Result<Option<Self>, PageError> {
        if visit.scope.is_confirmed() {
            return Ok(None);
        }
        if typed.is_empty() {
            return Ok(Some(Self::with_error(FieldError::Required)));
        }
        let error = match confirm(&visit.scope, visit.passwords(), typed).await {
            Ok(confirmed) => {
                visit.scope = confirmed;
                return Ok(None);
            }
            Err(ConfirmError::WrongPassword) => FieldError::PasswordWrong,
            Err(ConfirmError::WrongCode) => FieldError::CodeWrong,
            Err(ConfirmError::Throttled { retry_after }) => FieldError::Throttled { retry_after },
            Err(ConfirmError::Overloaded(overloaded)) => return Err(overloaded.into()),
            Err(ConfirmError::Sealed(error)) => return Err(PageError::fault(error)),
            Err(ConfirmError::Common(error)) => return Err(error.into()),
        };
        Ok(Some(Self::with_error(error)))
    }

    /// The same where the first form had no field for the password.
    pub async fn unless_given(
        visit: &mut Visit,
        typed: Option<&str>,
    ) -> Result<Option<Self>, PageError> {
        match typed {
            Some(typed) => Self::after(visit, typed).await,
            None => Ok(Self::of(visit)),
        }
    }

    pub fn errors(self) -> Errors {
        let errors = self.error.map(|error| Errors::of(FIELD, error));
        errors.unwrap_or_default()
    }

    const fn with_error(error: FieldError) -> Self {
        Self { error: Some(error) }
    }

    /// The page with the status of what is wrong.
    pub fn answer(self, page: Page) -> Page {
        match self.error {
            Some(FieldError::Throttled { retry_after }) => page.throttled(retry_after),
            Some(_) | None => page.unprocessable(),
        }
    }

    /// A page of its own, for what was sent by a form that had no such field: it carries on what
    /// was sent.
    pub fn page(self, visit: &Visit, pending: &PendingForm) -> Page {
        let locale = visit.locale;
        let errors = self.errors();
        let kept = pending.fields.iter().map(|field| {
            view! { <input type="hidden" name=field.name value=field.value.clone()/> }
        });
        let page = Page::new(visit, t::title(locale), || {
            view! {
                <PageHead title=t::title(locale) lead=pending.what/>
                <form class="form" method="post" action=pending.action.clone() novalidate>
                    <ErrorSummary errors=&errors labels=[confirmation_label(locale)] locale/>
                    {kept.collect_view()}
                    <PasswordPromptFields prompt=self visit/>
                    <div class="actions">
                        <button class="btn">{common::continue_(locale)}</button>
                        <a class="btn btn--quiet" href=pending.cancel.clone()>{common::cancel(locale)}</a>
                    </div>
                </form>
            }
        })
        .narrow();
        self.answer(page)
    }
}

/// Why the password is asked for, and the field.
#[component]
pub fn PasswordPromptFields<'a>(
    prompt: PasswordPrompt,
    /// What the field is called for links to it.
    #[prop(optional)]
    id: Option<String>,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let email = visit.person().map(|person| person.email.clone());
    let error = prompt.error.map(|error| message(error, locale));
    let id = id.unwrap_or_else(|| FIELD.to_owned());
    let OwnFactors {
        has_app,
        has_passkey,
    } = visit.scope.factors();
    view! {
        <p>{why(visit)}</p>
        {has_app.then(|| view! { <p class="soft small">{factors::or_code(locale)}</p> })}
        <Username email=email.unwrap_or_default() locale/>
        <PasswordField
            locale name=FIELD.to_owned() id label=t::password(locale).to_owned()
            autocomplete="current-password".to_owned() error rules=false
        />
        {has_passkey.then(|| view! {
            <PasskeyButton
                challenge=routes::ACCOUNT_PASSKEY_CHALLENGE field=FIELD
                label=factors::passkey_use(locale) visit
            />
        })}
    }
}

fn why(visit: &Visit) -> String {
    let lifetime = visit.app.services.portal.settings.lifetimes.confirmation;
    t::why(visit.locale, wait::words(lifetime, visit.locale))
}

/// The field's name and label, for the summary of a form's errors.
pub fn confirmation_label(locale: Locale) -> FieldLabel {
    FieldLabel::new(FIELD, t::password(locale))
}
