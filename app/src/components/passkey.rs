//! The button that asks for a passkey. It needs a script: without one it is not there.

use domain::accounts::passkeys::are_offered;
use leptos::prelude::*;
use locales::factors as t;

use crate::web::Visit;

/// The button, which fills in a field of its form and sends it; nothing where no passkeys are
/// offered.
#[component]
pub fn PasskeyButton<'a>(
    /// Where the script gets the challenge.
    challenge: &'static str,
    /// The field of the form that takes the answer.
    field: &'static str,
    label: &'static str,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    are_offered(&visit.app.services.portal.settings).then(|| {
        view! {
            <div hidden>
                <button
                    type="button" class="btn btn--quiet" data-passkey=challenge data-field=field
                    data-failed=t::passkey_failed(locale)
                >{label}</button>
                <p class="field__error" role="status"></p>
            </div>
        }
    })
}
