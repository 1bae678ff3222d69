//! What errors say, in the caller's language: what went wrong, and what to do.

use domain::clients::PortalScope;
use locales::{Locale, portal_api as t};

use super::error::{ApiError, Conflict, Mistake};

pub const fn title(error: &ApiError, locale: Locale) -> &'static str {
    match error {
        ApiError::NoToken | ApiError::InvalidToken => t::invalid_token(locale),
        ApiError::InsufficientScope(_) => t::insufficient_scope(locale),
        ApiError::NotAllowed => t::not_allowed(locale),
        ApiError::NotFound | ApiError::Related(_) => t::not_found(locale),
        ApiError::MethodNotAllowed => t::method_not_allowed(locale),
        ApiError::NotAcceptable => t::not_acceptable(locale),
        ApiError::UnsupportedMediaType => t::unsupported_media_type(locale),
        ApiError::TooLarge => t::too_large(locale),
        ApiError::Parameter(..) => t::invalid_parameter(locale),
        ApiError::Header(_) => t::invalid_header(locale),
        ApiError::Body(_) | ApiError::Type(_) => t::invalid_body(locale),
        ApiError::Invalid(_) => t::invalid_value(locale),
        ApiError::ClientId => t::client_id(locale),
        ApiError::Conflict(_) | ApiError::InProgress(_) => t::conflict(locale),
        ApiError::KeyReused => t::key_reused(locale),
        ApiError::PreconditionFailed => t::precondition_failed(locale),
        ApiError::PreconditionRequired => t::precondition_required(locale),
        ApiError::TooOften(_) => t::too_many_requests(locale),
        ApiError::Fault(Some(_)) => t::temporarily_unavailable(locale),
        ApiError::Fault(None) => t::server_error(locale),
    }
}

pub fn remedy(error: &ApiError, locale: Locale) -> String {
    let text = match error {
        ApiError::InsufficientScope(scope) => {
            return t::insufficient_scope_remedy(locale, PortalScope::as_str(*scope));
        }
        ApiError::NoToken | ApiError::InvalidToken => t::invalid_token_remedy(locale),
        ApiError::NotAllowed => t::not_allowed_remedy(locale),
        ApiError::NotFound => t::not_found_remedy(locale),
        ApiError::MethodNotAllowed => t::method_not_allowed_remedy(locale),
        ApiError::NotAcceptable => t::not_acceptable_remedy(locale),
        ApiError::UnsupportedMediaType => t::unsupported_media_type_remedy(locale),
        ApiError::TooLarge => t::too_large_remedy(locale),
        ApiError::Header(_) => t::invalid_header_remedy(locale),
        ApiError::Related(_) => t::no_such(locale),
        ApiError::Type(_) => t::type_remedy(locale),
        ApiError::ClientId => t::client_id_remedy(locale),
        ApiError::Parameter(_, it) => mistake(*it, locale),
        ApiError::Body(_) | ApiError::Invalid(_) => t::invalid_body_remedy(locale),
        ApiError::Conflict(it) => conflict(*it, locale),
        ApiError::InProgress(_) => t::in_progress(locale),
        ApiError::KeyReused => t::key_reused_remedy(locale),
        ApiError::PreconditionFailed => t::precondition_failed_remedy(locale),
        ApiError::PreconditionRequired => t::precondition_required_remedy(locale),
        ApiError::TooOften(_) => t::too_many_requests_remedy(locale),
        ApiError::Fault(_) => t::fault_remedy(locale),
    };
    text.to_owned()
}

pub const fn mistake(mistake: Mistake, locale: Locale) -> &'static str {
    match mistake {
        Mistake::Unknown => t::unknown(locale),
        Mistake::Repeated => t::repeated(locale),
        Mistake::Value => t::value(locale),
        Mistake::Missing => t::missing(locale),
        Mistake::TooLong => t::too_long(locale),
        Mistake::TooShort => t::too_short(locale),
        Mistake::Unanswered => t::incomplete(locale),
        Mistake::NoQuestion => t::no_question(locale),
        Mistake::Address => t::no_public_address(locale),
    }
}

const fn conflict(conflict: Conflict, locale: Locale) -> &'static str {
    match conflict {
        Conflict::Own => t::own_request(locale),
        Conflict::NotCovered => t::not_covered(locale),
        Conflict::Decided => t::already_decided(locale),
        Conflict::State => t::state_changed(locale),
        Conflict::ContractEnded => t::contract_ended(locale),
        Conflict::NotOffered => t::not_offered(locale),
        Conflict::Open => t::already_open(locale),
        Conflict::SecretOver => t::secret_over(locale),
        Conflict::TooManyKeys => t::too_many_keys(locale),
        Conflict::LabelTaken => t::label_taken(locale),
        Conflict::LastKey => t::last_key(locale),
        Conflict::TooManyWebhooks => t::too_many_webhooks(locale),
        Conflict::WebhookPaused => t::webhook_paused(locale),
        Conflict::DeliveryPending => t::delivery_pending(locale),
        Conflict::AnswerLost => t::answer_lost(locale),
    }
}
