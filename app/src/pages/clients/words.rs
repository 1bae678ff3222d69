//! What clients and tokens are called, and what is wrong with what was typed.

use domain::clients::{
    ACCESS_SECONDS, Client, ClientKind, ClientMistake, ClientState, GrantType, MAX_NAME,
    MAX_REDIRECTS, REFRESH_DAYS, RedirectMistake, SecretMistake,
};
use locales::{Locale, clients as t, number};

use crate::forms::rows::Mistakes;

/// The fields.
pub(super) const NAME: &str = "nome";
pub(super) const SECRET: &str = "segredo";
pub(super) const CONFIDENTIAL: &str = "confidencial";
pub(super) const ACCOUNT: &str = "usuario";
pub(super) const SCOPES: &str = "escopos";
pub(super) const ACCESS: &str = "acesso";
pub(super) const REFRESH: &str = "renovacao";
pub(super) const NETWORKS: &str = "redes";
pub(super) const REDIRECTS: &str = "enderecos";

pub(super) const fn kind_name(kind: ClientKind, locale: Locale) -> &'static str {
    match kind {
        ClientKind::Credentials => t::credentials(locale),
        ClientKind::Password => t::password(locale),
        ClientKind::Authorization => t::authorization(locale),
    }
}

pub(super) const fn state_name(state: ClientState, locale: Locale) -> &'static str {
    match state {
        ClientState::Pending => t::pending(locale),
        ClientState::Active => t::active(locale),
        ClientState::Disabled => t::disabled(locale),
    }
}

pub(super) const fn grant_name(grant: GrantType, locale: Locale) -> &'static str {
    match grant {
        GrantType::AuthorizationCode => t::grant_code(locale),
        GrantType::ClientCredentials => t::grant_credentials(locale),
        GrantType::Password => t::grant_password(locale),
        GrantType::RefreshToken => t::grant_refresh(locale),
    }
}

pub(super) const fn yes_no(is: bool, locale: Locale) -> &'static str {
    if is { t::yes(locale) } else { t::no(locale) }
}

/// The kind of a client, and who let it register itself.
pub(super) fn kind_of(client: &Client, locale: Locale) -> String {
    let kind = kind_name(client.kind, locale);
    match &client.bound_to {
        Some(person) => t::registered_by(locale, kind, person.full_name()),
        None => kind.to_owned(),
    }
}

/// Whom a client acts for.
pub(super) fn account_name(client: &Client, locale: Locale) -> String {
    match client.account.as_ref().or(client.bound_to.as_ref()) {
        Some(account) => account.full_name(),
        None if client.kind == ClientKind::Authorization => t::whoever_agrees(locale).to_owned(),
        None => t::anybody(locale).to_owned(),
    }
}

/// A whole number as it is typed.
pub(super) fn count(number: i32, locale: Locale) -> String {
    number::count(u64::from(number.unsigned_abs()), locale)
}

pub(super) fn add(mistakes: &mut Mistakes, found: &[ClientMistake], locale: Locale) {
    for mistake in found {
        let field = field(mistake);
        if mistakes.of(field).is_none() {
            mistakes.add(field, words(mistake, locale));
        }
    }
}

const fn field(mistake: &ClientMistake) -> &'static str {
    match mistake {
        ClientMistake::NoName | ClientMistake::LongName => NAME,
        ClientMistake::NotConfidential => CONFIDENTIAL,
        ClientMistake::NoAccount => ACCOUNT,
        ClientMistake::AccessLifetime => ACCESS,
        ClientMistake::RefreshLifetime => REFRESH,
        ClientMistake::NoScope | ClientMistake::ManyScopes | ClientMistake::Scope(_) => SCOPES,
        ClientMistake::Network(_) => NETWORKS,
        ClientMistake::NoRedirect | ClientMistake::ManyRedirects | ClientMistake::Redirect(..) => {
            REDIRECTS
        }
        ClientMistake::NoSecret | ClientMistake::Secret(_) => SECRET,
    }
}

fn words(mistake: &ClientMistake, locale: Locale) -> String {
    let between = |min, max| t::out_of_range(locale, count(min, locale), count(max, locale));
    match mistake {
        ClientMistake::NoName => t::no_name(locale).to_owned(),
        ClientMistake::LongName => t::long_name(locale, number::count(MAX_NAME as u64, locale)),
        ClientMistake::NotConfidential => t::must_be_confidential(locale).to_owned(),
        ClientMistake::NoAccount => t::no_account(locale).to_owned(),
        ClientMistake::AccessLifetime => between(*ACCESS_SECONDS.start(), *ACCESS_SECONDS.end()),
        ClientMistake::RefreshLifetime => between(*REFRESH_DAYS.start(), *REFRESH_DAYS.end()),
        ClientMistake::NoScope => t::no_scope(locale).to_owned(),
        ClientMistake::ManyScopes => t::many_scopes(locale).to_owned(),
        ClientMistake::Scope(name) => t::unknown_scope(locale, name),
        ClientMistake::Network(text) => t::no_network(locale, text),
        ClientMistake::NoRedirect => t::no_redirect(locale).to_owned(),
        ClientMistake::ManyRedirects => {
            t::many_redirects(locale, number::count(MAX_REDIRECTS as u64, locale))
        }
        ClientMistake::Redirect(text, mistake) => redirect_words(text, mistake, locale),
        ClientMistake::NoSecret => t::no_secret(locale).to_owned(),
        ClientMistake::Secret(mistake) => secret_words(*mistake, locale).to_owned(),
    }
}

fn redirect_words(text: &str, mistake: &RedirectMistake, locale: Locale) -> String {
    match mistake {
        RedirectMistake::NoAddress => t::redirect_no_address(locale, text),
        RedirectMistake::Insecure => t::redirect_insecure(locale, text),
        RedirectMistake::Fragment => t::redirect_fragment(locale, text),
        RedirectMistake::Credentials => t::redirect_credentials(locale, text),
        RedirectMistake::TooLong => t::redirect_long(locale).to_owned(),
        RedirectMistake::Unusual(usual) => t::redirect_unusual(locale, usual),
    }
}

const fn secret_words(mistake: SecretMistake, locale: Locale) -> &'static str {
    match mistake {
        SecretMistake::TooShort => t::secret_short(locale),
        SecretMistake::TooLong => t::secret_long(locale),
        SecretMistake::Character => t::secret_character(locale),
        SecretMistake::Weak => t::secret_weak(locale),
    }
}
