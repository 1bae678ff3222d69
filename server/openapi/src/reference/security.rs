//! How callers prove who they are.

use serde_json::Value;

use super::{
    Text,
    source::Source,
    text::{items, members, optional, string, strings},
};

/// A way to prove who calls.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// As requirements name it.
    pub name: String,
    pub kind: SchemeKind,
    /// In Markdown.
    pub description: Text,
}

/// What a caller sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// A key in a header, a query or a cookie.
    ApiKey {
        place: String,
        name: String,
    },
    /// A scheme of the header `Authorization`, such as `bearer`.
    Http {
        scheme: String,
        bearer_format: Option<String>,
    },
    OAuth2(Vec<Flow>),
    /// Found at this address.
    OpenIdConnect(String),
    /// A certificate of the caller.
    MutualTls,
    /// Of another type.
    Other(String),
}

/// A way to a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Such as `clientCredentials`.
    pub name: String,
    pub authorization_url: Option<String>,
    pub token_url: Option<String>,
    /// The scopes with what each allows.
    pub scopes: Vec<(String, String)>,
}

/// One scheme that a call needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    pub scheme: String,
    pub scopes: Vec<String>,
}

pub(super) fn schemes(source: Source<'_>) -> Vec<Scheme> {
    let components = &source.root["components"];
    let schemes = members(components, "securitySchemes").map(|(name, scheme)| {
        let scheme = source.here(scheme).unwrap_or(scheme);
        Scheme {
            name: name.clone(),
            kind: kind(scheme),
            description: Text::of(scheme, "description"),
        }
    });
    schemes.collect()
}

fn kind(scheme: &Value) -> SchemeKind {
    match string(scheme, "type").as_str() {
        "apiKey" => SchemeKind::ApiKey {
            place: string(scheme, "in"),
            name: string(scheme, "name"),
        },
        "http" => SchemeKind::Http {
            scheme: string(scheme, "scheme").to_lowercase(),
            bearer_format: optional(scheme, "bearerFormat"),
        },
        "oauth2" => SchemeKind::OAuth2(members(scheme, "flows").map(flow).collect()),
        "openIdConnect" => SchemeKind::OpenIdConnect(string(scheme, "openIdConnectUrl")),
        "mutualTLS" => SchemeKind::MutualTls,
        other => SchemeKind::Other(other.to_owned()),
    }
}

fn flow((name, flow): (&String, &Value)) -> Flow {
    let scopes = members(flow, "scopes");
    let scopes =
        scopes.map(|(scope, means)| (scope.clone(), means.as_str().unwrap_or_default().to_owned()));
    Flow {
        name: name.clone(),
        authorization_url: optional(flow, "authorizationUrl"),
        token_url: optional(flow, "tokenUrl"),
        scopes: scopes.collect(),
    }
}

/// What the calls of an operation need: its own requirements, or else those of the document.
pub(super) fn needs(root: &Value, operation: &Value) -> Vec<Vec<Need>> {
    let owner = if operation.get("security").is_some() {
        operation
    } else {
        root
    };
    let requirements = items(owner, "security").iter();
    let requirements = requirements
        .filter_map(Value::as_object)
        .map(|requirement| {
            let needs = requirement.keys().map(|scheme| Need {
                scheme: scheme.clone(),
                scopes: strings(&Value::Object(requirement.clone()), scheme),
            });
            needs.collect()
        });
    requirements.collect()
}
