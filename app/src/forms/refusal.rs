//! A form that was not taken, said of it as a whole: of no field in particular.

use std::time::Duration;

use leptos::prelude::*;
use locales::{Locale, contact, sign_in as t};

use crate::{
    components::{Icon, Message, Symbol, wait},
    web::Page,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Of address or password: the page does not say which.
    Credentials,
    Throttled {
        retry_after: Duration,
    },
    /// Too many forms of the reader's network had mails sent.
    TooManyForms {
        retry_after: Duration,
    },
    /// Too many messages to support came from the reader or their network.
    TooManyMessages {
        retry_after: Duration,
    },
    /// The form was filled in as people do not. The page does not say how it knows.
    Unlikely,
}

/// The box on top of a form that was refused.
#[component]
pub fn RefusalAlert(refusal: Refusal, locale: Locale) -> impl IntoView {
    let Message { heading, text } = refusal.message(locale);
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2><Icon symbol=Symbol::Alert/> {heading}</h2>
            <p>{text}</p>
        </div>
    }
}

impl Refusal {
    /// The page with the status of the refusal.
    pub fn answer(self, page: Page) -> Page {
        match self {
            Self::Credentials | Self::Unlikely => page.unprocessable(),
            Self::Throttled { retry_after }
            | Self::TooManyForms { retry_after }
            | Self::TooManyMessages { retry_after } => page.throttled(retry_after),
        }
    }

    fn message(self, locale: Locale) -> Message {
        match self {
            Self::Credentials => Message::new(t::refused_title(locale), t::refused(locale)),
            Self::Throttled { retry_after } => Message::new(
                t::throttled_title(locale),
                t::throttled(locale, wait::words(retry_after, locale)),
            ),
            Self::TooManyForms { retry_after } => Message::new(
                t::throttled_title(locale),
                t::forms_throttled(locale, wait::words(retry_after, locale)),
            ),
            Self::TooManyMessages { retry_after } => Message::new(
                t::throttled_title(locale),
                contact::throttled(locale, wait::words(retry_after, locale)),
            ),
            Self::Unlikely => {
                Message::new(contact::unlikely_title(locale), contact::unlikely(locale))
            }
        }
    }
}
