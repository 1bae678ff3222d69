//! What a program says of itself (RFC 7591 §2). What is not named here is ignored: addresses of its
//! pages and its logo are never fetched.

use domain::clients::ProgramMetadata;
use serde_json::{Map, Value};

use super::error::RegistrationError;

pub const AUTHORIZATION_CODE: &str = "authorization_code";
pub const REFRESH_TOKEN: &str = "refresh_token";
pub const CODE: &str = "code";

/// How a program says who it is when it asks for tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AuthMethod {
    None,
    #[default]
    Basic,
    Post,
}

impl AuthMethod {
    const ALL: [Self; 3] = [Self::None, Self::Basic, Self::Post];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Basic => "client_secret_basic",
            Self::Post => "client_secret_post",
        }
    }
}

pub struct Metadata {
    pub program: ProgramMetadata,
    pub method: AuthMethod,
}

impl Metadata {
    /// # Errors
    /// When the body is no JSON object, or a member of it cannot be taken.
    pub fn read(body: &[u8]) -> Result<Self, RegistrationError> {
        let members: Map<String, Value> = serde_json::from_slice(body).map_err(|_| {
            RegistrationError::metadata("The body is no JSON object with the client's metadata.")
        })?;
        let redirects = texts(&members, "redirect_uris").map_err(|Wrong(name)| {
            RegistrationError::redirect(format!("{name} must be a list of addresses."))
        })?;
        let renews = renews(&members)?;
        let responses = listed(&members, "response_types")?;
        if responses.is_some_and(|types| types.iter().any(|it| *it != CODE) || types.is_empty()) {
            return Err(RegistrationError::metadata(
                "response_types can have code alone.",
            ));
        }
        let method = method(&members)?;
        let program = ProgramMetadata {
            name: named(&members, "client_name")?
                .unwrap_or_default()
                .to_owned(),
            redirect_addresses: owned(redirects.unwrap_or_default()),
            is_confidential: method != AuthMethod::None,
            renews,
            scopes: words(named(&members, "scope")?.unwrap_or_default()),
        };
        Ok(Self { program, method })
    }
}

/// Whether refresh tokens are among the grants, all of which are known here (§2.1).
fn renews(members: &Map<String, Value>) -> Result<bool, RegistrationError> {
    let Some(grants) = listed(members, "grant_types")? else {
        return Ok(false);
    };
    let is_known = |grant: &&str| [AUTHORIZATION_CODE, REFRESH_TOKEN].contains(grant);
    if !grants.iter().all(is_known) || !grants.contains(&AUTHORIZATION_CODE) {
        return Err(RegistrationError::metadata(
            "grant_types must have authorization_code, and can have refresh_token beside it.",
        ));
    }
    Ok(grants.contains(&REFRESH_TOKEN))
}

fn method(members: &Map<String, Value>) -> Result<AuthMethod, RegistrationError> {
    let Some(asked) = named(members, "token_endpoint_auth_method")? else {
        return Ok(AuthMethod::default());
    };
    let known = AuthMethod::ALL.into_iter().find(|it| it.as_str() == asked);
    known.ok_or_else(|| {
        RegistrationError::metadata(
            "token_endpoint_auth_method must be none, client_secret_basic or client_secret_post.",
        )
    })
}

/// A member that is of another type than it must be.
struct Wrong(&'static str);

/// The text of a member; a `null` counts as missing.
fn named<'a>(
    members: &'a Map<String, Value>,
    name: &'static str,
) -> Result<Option<&'a str>, RegistrationError> {
    match members.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.as_str())),
        Some(_) => Err(RegistrationError::metadata(format!(
            "{name} must be a text."
        ))),
    }
}

fn listed<'a>(
    members: &'a Map<String, Value>,
    name: &'static str,
) -> Result<Option<Vec<&'a str>>, RegistrationError> {
    texts(members, name).map_err(|Wrong(name)| {
        RegistrationError::metadata(format!("{name} must be a list of texts."))
    })
}

/// The texts of a member that is a list.
fn texts<'a>(
    members: &'a Map<String, Value>,
    name: &'static str,
) -> Result<Option<Vec<&'a str>>, Wrong> {
    let list = match members.get(name) {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Array(list)) => list,
        Some(_) => return Err(Wrong(name)),
    };
    let texts: Option<Vec<_>> = list.iter().map(Value::as_str).collect();
    texts.map(Some).ok_or(Wrong(name))
}

fn owned(texts: Vec<&str>) -> Vec<String> {
    texts.into_iter().map(str::to_owned).collect()
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(' ').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Option<Metadata> {
        Metadata::read(body.as_bytes()).ok()
    }

    #[test]
    fn what_is_not_said_is_what_the_standard_says() {
        let least = read(r#"{"client_name": "A", "redirect_uris": ["https://a.example/"]}"#);
        let Metadata { program, method } = least.unwrap();
        assert_eq!(method, AuthMethod::Basic);
        assert!(program.is_confidential && !program.renews);
        assert_eq!(program.name, "A");
        assert_eq!(program.redirect_addresses, ["https://a.example/"]);
        assert_eq!(program.scopes, [""; 0]);
    }

    #[test]
    fn what_is_said_is_read_and_what_nobody_needs_is_ignored() {
        let all = r#"{
            "client_name": "A", "redirect_uris": ["https://a.example/"],
            "grant_types": ["refresh_token", "authorization_code"], "response_types": ["code"],
            "token_endpoint_auth_method": "client_secret_post", "scope": "portal.read  smv",
            "client_uri": 7, "logo_uri": "http://10.0.0.1/", "contacts": {}, "jwks": null
        }"#;
        let Metadata { program, method } = read(all).unwrap();
        assert_eq!(method, AuthMethod::Post);
        assert!(program.is_confidential && program.renews);
        assert_eq!(program.scopes, ["portal.read", "smv"]);
    }

    #[test]
    fn what_cannot_be_taken_is_refused() {
        for wrong in [
            "",
            "[]",
            "\"a\"",
            r#"{"client_name": 1}"#,
            r#"{"redirect_uris": "https://a.example/"}"#,
            r#"{"redirect_uris": [1]}"#,
            r#"{"grant_types": []}"#,
            r#"{"grant_types": ["refresh_token"]}"#,
            r#"{"grant_types": ["authorization_code", "client_credentials"]}"#,
            r#"{"response_types": ["token"]}"#,
            r#"{"response_types": []}"#,
            r#"{"token_endpoint_auth_method": "private_key_jwt"}"#,
            r#"{"scope": ["portal.read"]}"#,
        ] {
            assert!(read(wrong).is_none(), "{wrong}");
        }
    }
}
