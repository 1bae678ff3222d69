//! What is said of each kind of finding.

use domain::values::doctor::Kind;
use leptos::prelude::*;
use locales::{Locale, doctor as t, doctor_causes as cause, doctor_remedies as remedy};

use crate::{
    islands::{
        doctor::PLACES,
        shells::{Shell, Word},
    },
    routes,
};

/// Where particulars go, which are known in the browser alone.
const FIRST: &str = PLACES[0];
const SECOND: &str = PLACES[1];

pub type Text = fn(Locale) -> &'static str;

/// Kinds that stand in one table.
pub struct Group {
    pub name: Text,
    pub kinds: &'static [Kind],
}

/// The kinds in the order of what one builds: the header, the base64, the keys, the token.
pub const GROUPS: [Group; 5] = [
    Group {
        name: t::of_header,
        kinds: &[
            Kind::UnknownHeader,
            Kind::BearerForToken,
            Kind::BasicForCall,
            Kind::NotACredential,
            Kind::Scheme,
            Kind::Quotes,
            Kind::Placeholder,
            Kind::Missing,
            Kind::TwoMethods,
            Kind::GrantMissing,
            Kind::TooLong,
        ],
    },
    Group {
        name: t::of_base64,
        kinds: &[
            Kind::TrailingNewline,
            Kind::WhiteSpace,
            Kind::NotBase64,
            Kind::UrlAlphabet,
            Kind::Padding,
            Kind::Cut,
            Kind::NotEncoded,
            Kind::EncodedTwice,
            Kind::Utf16,
            Kind::NotText,
        ],
    },
    Group {
        name: t::of_keys,
        kinds: &[
            Kind::Swapped,
            Kind::SecretForPublic,
            Kind::PublicForSecret,
            Kind::WrongCharacter,
            Kind::AnotherApplication,
            Kind::OneKey,
            Kind::SecretAlone,
            Kind::EmptyPublicKey,
            Kind::EmptySecretKey,
            Kind::PublicKeyLength,
            Kind::SecretKeyLength,
            Kind::SpacedColon,
            Kind::SpaceInKeys,
            Kind::KeyCharacter,
        ],
    },
    Group {
        name: t::of_token,
        kinds: &[
            Kind::Expired,
            Kind::NotYet,
            Kind::NotAToken,
            Kind::ForeignToken,
        ],
    },
    Group {
        name: t::of_success,
        kinds: &[Kind::CredentialFine, Kind::TokenFine],
    },
];

/// A command as one shell takes it.
pub struct ShellCommand {
    pub shell: Shell,
    pub text: String,
}

/// What is said of one kind.
pub struct Words {
    pub cause: &'static str,
    pub remedy: &'static str,
    /// With [`PLACES`] for what is known in the browser alone.
    pub particulars: Option<String>,
    /// What does it right, in each shell that can.
    pub commands: Vec<ShellCommand>,
}

pub fn words(kind: Kind, public_url: &str, locale: Locale) -> Words {
    let texts = texts(kind);
    Words {
        cause: (texts.cause)(locale),
        remedy: (texts.remedy)(locale),
        particulars: particulars(kind, locale),
        commands: commands(kind, public_url),
    }
}

struct Texts {
    cause: Text,
    remedy: Text,
}

const fn texts(kind: Kind) -> Texts {
    let (cause, remedy): (Text, Text) = match kind {
        Kind::TooLong => (cause::too_long, remedy::too_long),
        Kind::Quotes => (cause::quotes, remedy::quotes),
        Kind::UnknownHeader => (cause::unknown_header, remedy::unknown_header),
        Kind::TwoMethods => (cause::two_methods, remedy::two_methods),
        Kind::Missing => (cause::missing, remedy::missing),
        Kind::Scheme => (cause::scheme, remedy::scheme),
        Kind::BearerForToken => (cause::bearer_for_token, remedy::bearer_for_token),
        Kind::BasicForCall => (cause::basic_for_call, remedy::basic_for_call),
        Kind::GrantMissing => (cause::grant_missing, remedy::grant_missing),
        Kind::Placeholder => (cause::placeholder, remedy::placeholder),
        Kind::WhiteSpace => (cause::white_space, remedy::white_space),
        Kind::NotBase64 => (cause::not_base64, remedy::not_base64),
        Kind::UrlAlphabet => (cause::url_alphabet, remedy::url_alphabet),
        Kind::Padding => (cause::padding, remedy::padding),
        Kind::Cut => (cause::cut, remedy::cut),
        Kind::NotText => (cause::not_text, remedy::not_text),
        Kind::Utf16 => (cause::utf16, remedy::utf16),
        Kind::EncodedTwice => (cause::encoded_twice, remedy::encoded_twice),
        Kind::NotEncoded => (cause::not_encoded, remedy::not_encoded),
        Kind::TrailingNewline => (cause::trailing_newline, remedy::trailing_newline),
        Kind::SpaceInKeys => (cause::space_in_keys, remedy::space_in_keys),
        Kind::SpacedColon => (cause::spaced_colon, remedy::spaced_colon),
        Kind::OneKey => (cause::one_key, remedy::one_key),
        Kind::SecretAlone => (cause::secret_alone, remedy::secret_alone),
        Kind::SecretForPublic => (cause::secret_for_public, remedy::secret_for_public),
        Kind::PublicForSecret => (cause::public_for_secret, remedy::public_for_secret),
        Kind::WrongCharacter => (cause::wrong_character, remedy::wrong_character),
        Kind::EmptyPublicKey => (cause::empty_public_key, remedy::empty_public_key),
        Kind::EmptySecretKey => (cause::empty_secret_key, remedy::empty_secret_key),
        Kind::Swapped => (cause::swapped, remedy::swapped),
        Kind::PublicKeyLength => (cause::public_key_length, remedy::public_key_length),
        Kind::SecretKeyLength => (cause::secret_key_length, remedy::secret_key_length),
        Kind::KeyCharacter => (cause::key_character, remedy::key_character),
        Kind::AnotherApplication => (cause::another_application, remedy::another_application),
        Kind::NotACredential => (cause::not_a_credential, remedy::not_a_credential),
        Kind::NotAToken => (cause::not_a_token, remedy::not_a_token),
        Kind::ForeignToken => (cause::foreign_token, remedy::foreign_token),
        Kind::Expired => (cause::expired, remedy::expired),
        Kind::NotYet => (cause::not_yet, remedy::not_yet),
        Kind::CredentialFine => (cause::credential_fine, remedy::credential_fine),
        Kind::TokenFine => (cause::token_fine, remedy::token_fine),
    };
    Texts { cause, remedy }
}

fn particulars(kind: Kind, locale: Locale) -> Option<String> {
    Some(match kind {
        Kind::UnknownHeader => t::written(locale, FIRST),
        Kind::WhiteSpace => t::at(locale, FIRST),
        Kind::NotBase64 => t::character_at(locale, FIRST, SECOND),
        Kind::KeyCharacter => t::character(locale, FIRST),
        Kind::Cut => t::characters(locale, FIRST),
        Kind::PublicKeyLength | Kind::SecretKeyLength => t::length(locale, FIRST),
        Kind::ForeignToken => t::issuer(locale, FIRST),
        Kind::Expired => t::expired(locale, FIRST),
        Kind::NotYet => t::not_yet(locale, FIRST),
        Kind::TokenFine => t::good_for(locale, FIRST),
        _ => return None,
    })
}

/// The keys, the credential and the token stand in variables of the shell.
fn commands(kind: Kind, public_url: &str) -> Vec<ShellCommand> {
    match kind {
        Kind::TrailingNewline
        | Kind::WhiteSpace
        | Kind::SpaceInKeys
        | Kind::SpacedColon
        | Kind::Swapped
        | Kind::OneKey
        | Kind::SecretAlone
        | Kind::NotEncoded => encoders(),
        Kind::BearerForToken | Kind::CredentialFine | Kind::GrantMissing | Kind::NotACredential => {
            let url = format!("{public_url}{}", routes::TOKEN);
            let head = [Word::Plain("-sS"), Word::Text(&url)];
            let who = [
                Word::Plain("-H"),
                Word::Variable("x-client-auth: Basic ", "CREDENCIAL"),
            ];
            let grant = [
                Word::Plain("-d"),
                Word::Plain("grant_type=client_credentials"),
            ];
            by_shell(|shell| shell.curl(&[&head, &who, &grant]))
        }
        Kind::BasicForCall | Kind::TokenFine => {
            let head = [Word::Plain("-sS"), Word::Variable("", "API")];
            let who = [
                Word::Plain("-H"),
                Word::Variable("x-client-auth: Bearer ", "TOKEN"),
            ];
            by_shell(|shell| shell.curl(&[&head, &who]))
        }
        _ => vec![],
    }
}

fn by_shell(command: impl Fn(Shell) -> String) -> Vec<ShellCommand> {
    let command = |shell| ShellCommand {
        shell,
        text: command(shell),
    };
    Shell::ALL.map(command).into()
}

/// `cmd` has nothing that encodes.
fn encoders() -> Vec<ShellCommand> {
    let posix = r#"printf '%s:%s' "$PUBLICA" "$SECRETA" | base64 | tr -d '\n'"#;
    let powershell =
        r#"[Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes("${PUBLICA}:${SECRETA}"))"#;
    let encoder = |shell, command: &str| ShellCommand {
        shell,
        text: command.to_owned(),
    };
    vec![
        encoder(Shell::Posix, posix),
        encoder(Shell::PowerShell, powershell),
    ]
}

/// Each with the shell that it is for.
pub fn commands_view(commands: Vec<ShellCommand>) -> impl IntoView {
    let view = |command: ShellCommand| {
        view! {
            <p class="soft small">{command.shell.name()}</p>
            <pre tabindex="0" translate="no">{command.text}</pre>
        }
    };
    commands.into_iter().map(view).collect_view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_stands_in_one_group() {
        for kind in Kind::ALL {
            let groups = GROUPS.iter().filter(|group| group.kinds.contains(kind));
            assert_eq!(groups.count(), 1, "{kind:?}");
        }
    }
}
