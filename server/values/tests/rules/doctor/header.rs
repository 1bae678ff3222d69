//! The header, its scheme, and the command around it.

use values::doctor::Finding::*;

use super::*;

fn unknown(name: &str) -> Finding {
    let name = name.to_owned();
    UnknownHeader { name }
}

#[test]
fn headers_that_are_none_are_named() {
    for name in [
        "x-client-authorization",
        "x-clientauth",
        "x_client_auth",
        "x-cliente-auth",
        "client-auth",
        "Autorization",
        "Authorisation",
        "Authentication",
        "X-Auth-Token",
        "proxy-authorization",
        "x-balcao",
    ] {
        let text = format!("{name}: Basic {}", credential());
        assert_eq!(found(&text), [unknown(name)], "{text}");
        assert_eq!(mended(&text), Some(right_header()), "{text}");
    }
    let token = good_token();
    let text = format!("x-acess-token: Bearer {token}");
    assert_eq!(found(&text), [unknown("x-acess-token")]);
    let right = format!("x-client-auth: Bearer {token}");
    assert_eq!(mended(&text), Some(right));
}

#[test]
fn a_known_header_stays_the_one_it_is() {
    let text = format!("AUTHORIZATION: {}", credential());
    assert_eq!(found(&text), [Scheme]);
    let right = format!("Authorization: Basic {}", credential());
    assert_eq!(mended(&text), Some(right));
}

#[test]
fn the_scheme_goes_with_the_call() {
    let (credential, token) = (credential(), good_token());
    let basic = format!("x-client-auth: Basic {token}");
    assert_eq!(found(&basic), [BasicForCall]);
    assert_eq!(
        mended(&basic),
        Some(format!("x-client-auth: Bearer {token}"))
    );
    let bearer = format!("x-client-auth: Bearer {credential}");
    assert_eq!(found(&bearer), [BearerForToken]);
    assert_eq!(mended(&bearer), Some(right_header()));

    let said = |text: &str, purpose| asks(text, purpose).findings;
    assert_eq!(said(&basic, Purpose::Token), [NotACredential]);
    assert_eq!(said(&bearer, Purpose::Call), [NotAToken]);
    assert_eq!(said(&right_header(), Purpose::Call), [BasicForCall]);
    assert_eq!(said(&credential, Purpose::Call), [NotAToken]);
    assert_eq!(said(&token, Purpose::Token), [NotACredential]);
    let bearer = format!("Bearer {token}");
    assert_eq!(said(&bearer, Purpose::Token), [BearerForToken]);
}

#[test]
fn a_scheme_is_there_once() {
    let credential = credential();
    for value in [
        credential.clone(),
        format!("Basic Basic {credential}"),
        format!("Token {credential}"),
        format!("Basic: {credential}"),
    ] {
        let text = format!("x-client-auth: {value}");
        assert_eq!(found(&text), [Scheme], "{text}");
        assert_eq!(mended(&text), Some(right_header()), "{text}");
    }
}

#[test]
fn a_header_without_a_value_has_nothing() {
    for text in [
        "x-client-auth:",
        "x-client-auth: Basic",
        "Bearer ",
        "curl https://a/identity/v1/mobileidentities/smvs",
        "https://a/oauth2/v1/token",
        "GET /a HTTP/1.1\nHost: a",
        r#"{"error":"invalid_client"}"#,
    ] {
        assert_eq!(found(text), [Missing], "{text}");
    }
}

#[test]
fn quotation_marks_are_told_from_a_programs() {
    let credential = credential();
    for text in [
        format!("\"x-client-auth: Basic {credential}\""),
        format!("x-client-auth: \"Basic {credential}\""),
        format!("x-client-auth: ‘Basic {credential}’"),
        format!("`Basic {credential}`"),
        format!(
            "curl https://a/oauth2/v1/token -d grant_type=client_credentials -H '\"x-client-auth: Basic {credential}\"'"
        ),
        format!(
            "curl https://a/oauth2/v1/token -d grant_type=client_credentials -H “x-client-auth: Basic {credential}”"
        ),
    ] {
        assert_eq!(found(&text), [Quotes], "{text}");
        assert_eq!(mended(&text), Some(right_header()), "{text}");
    }
}

#[test]
fn a_value_that_was_broken_goes_on_below() {
    let credential = credential();
    let (start, end) = credential.split_at(64);
    let text = format!("x-client-auth: Basic {start}\n{end}\nAccept: */*");
    assert_eq!(found(&text), [WhiteSpace { at: 65 }]);
    assert_eq!(mended(&text), Some(right_header()));
    let text = format!("x-client-auth:\u{a0}Basic {credential}");
    assert_eq!(found(&text), [WhiteSpace { at: 15 }]);
    assert_eq!(mended(&text), Some(right_header()));
}

#[test]
fn a_command_says_what_it_is_for() {
    let (credential, token) = (credential(), good_token());
    let token_url = "https://a/oauth2/v1/token";
    let api = "https://a/identity/v1/mobileidentities/smvs";
    let cases = [
        (
            format!("curl {api} -H 'x-client-auth: Basic {credential}'"),
            BasicForCall,
        ),
        (
            format!(
                "curl -H 'x-client-auth: Bearer {token}' {token_url} -d grant_type=client_credentials"
            ),
            BearerForToken,
        ),
        (
            format!("curl {token_url} -H 'x-client-auth: Basic {credential}'"),
            GrantMissing,
        ),
        (
            format!(
                "curl {token_url} -H 'x-client-auth: Basic {credential}' -d '{{\"grant_type\":\"client_credentials\"}}'"
            ),
            GrantMissing,
        ),
        (
            format!(
                "curl {token_url} -d grant_type=client_credentials -u {PUBLIC}:{SECRET} -H 'x-client-auth: Basic {credential}'"
            ),
            TwoMethods,
        ),
        (
            format!(
                "curl {api} -H 'x-client-auth: Bearer {token}' -H 'Authorization: Bearer {token}'"
            ),
            TwoMethods,
        ),
        (
            format!("x-client-auth: Bearer {token}\nAuthorization: Bearer {token}"),
            TwoMethods,
        ),
    ];
    for (text, finding) in cases {
        assert_eq!(found(&text), [finding], "{text}");
    }
}

#[test]
fn what_no_header_mends_is_left_as_it_was_pasted() {
    let (credential, token) = (credential(), good_token());
    let token_url = "https://a/oauth2/v1/token";
    for command in [
        format!("curl {token_url} -H 'x-client-auth: Basic {credential}'"),
        format!("curl https://a/identity/v1/smvs -H 'x-client-auth: Basic {credential}'"),
        format!(
            "curl -H 'x-client-auth: Bearer {token}' {token_url} -d grant_type=client_credentials"
        ),
    ] {
        assert_eq!(mended(&command), None, "{command}");
    }
    let command = format!(
        "curl {token_url} -d grant_type=client_credentials -H 'Autorization: Basic {credential}'"
    );
    assert_eq!(mended(&command), Some(right_header()));
}
