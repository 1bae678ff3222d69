//! The address of a request tells what the request is for.

use super::Purpose;

/// The paths of the authorization server: all take the credential.
const AUTHORIZATION_SERVER: &str = "/oauth2/v1/";
const TOKEN: &str = "/token";

/// The use of a request to this address: a token when the address is one of the authorization
/// server or ends in `/token`, else a call.
pub fn purpose(address: &str) -> Purpose {
    if address.contains(AUTHORIZATION_SERVER) || is_token_request(address) {
        Purpose::Token
    } else {
        Purpose::Call
    }
}

/// Whether the path ends in `/token`, on any host.
pub fn is_token_request(address: &str) -> bool {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let path = path(&address[..end]).trim_end_matches('/');
    path.to_ascii_lowercase().ends_with(TOKEN)
}

/// The path after the host, or the whole text when it names no host.
fn path(address: &str) -> &str {
    let Some((_, rest)) = address.split_once("://") else {
        return address;
    };
    rest.find('/').map_or("", |start| &rest[start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_ends_in_token_is_a_token_request() {
        for address in [
            "https://a/oauth2/v1/token",
            "https://a/oauth/token/",
            "https://a/Token?x=/y#z",
            "/connect/token",
        ] {
            assert!(is_token_request(address), "{address}");
            assert_eq!(purpose(address), Purpose::Token, "{address}");
        }
        for address in [
            "https://a/tokens",
            "https://a/b?next=/token",
            "https://a/access_token",
            "https://token",
        ] {
            assert!(!is_token_request(address), "{address}");
            assert_eq!(purpose(address), Purpose::Call, "{address}");
        }
        assert!(!is_token_request("https://a/oauth2/v1/introspect"));
        assert_eq!(purpose("https://a/oauth2/v1/introspect"), Purpose::Token);
    }
}
