//! What a request is for, by its address.

use super::Purpose;

/// Where tokens are asked for, introspected and revoked: all with the credential.
const AUTHORIZATION_SERVER: &str = "/oauth2/v1/";
const TOKEN: &str = "/token";

/// Of the authorization server, or of anything that is asked for a token.
pub fn purpose(address: &str) -> Purpose {
    if address.contains(AUTHORIZATION_SERVER) || is_token_request(address) {
        Purpose::Token
    } else {
        Purpose::Call
    }
}

/// Whether the path ends in `/token`, whoever is asked.
pub fn is_token_request(address: &str) -> bool {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let path = path(&address[..end]).trim_end_matches('/');
    path.to_ascii_lowercase().ends_with(TOKEN)
}

/// What follows the host, where there is one.
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
