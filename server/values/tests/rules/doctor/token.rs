//! Access tokens.

use values::doctor::Finding::*;

use super::*;

const GOOD: [Finding; 1] = [TokenFine {
    seconds: 3600,
    own: None,
}];

fn claims(rest: &str) -> String {
    token(&format!(r#"{{"iss":"{ISSUER}",{rest}}}"#))
}

#[test]
fn a_good_one_is_fine_however_it_is_written() {
    let token = good_token();
    for text in [
        token.clone(),
        format!("Bearer {token}"),
        format!("x-client-auth: Bearer {token}"),
        format!("authorization: bearer {token}"),
        format!("curl https://a/b -H 'Authorization: Bearer {token}'"),
        format!(r#"{{"refresh_count":"0","access_token":"{token}","expires_in":3600}}"#),
    ] {
        assert_eq!(found(&text), GOOD, "{text}");
    }
}

#[test]
fn its_time_is_told() {
    let at = |exp: u64, iat: u64| found(&claims(&format!(r#""iat":{iat},"exp":{exp}"#)));
    assert_eq!(at(NOW, NOW), [Expired { seconds: 0 }]);
    assert_eq!(at(NOW - 90, NOW), [Expired { seconds: 90 }]);
    assert_eq!(at(NOW + 3600, NOW + 60), GOOD);
    assert_eq!(at(NOW + 3600, NOW + 61), [NotYet { seconds: 61 }]);
    let starts = claims(&format!(r#""nbf":{},"exp":{}"#, NOW + 600, NOW + 900));
    assert_eq!(found(&starts), [NotYet { seconds: 600 }]);
}

#[test]
fn others_issue_other_ones() {
    let foreign = |issuer: &str| found(&token(&format!(r#"{{{issuer}"exp":{}}}"#, NOW + 60)));
    let of = |issuer: Option<&str>| {
        let issuer = issuer.map(str::to_owned);
        [ForeignToken { issuer }]
    };
    assert_eq!(
        foreign(r#""iss":"https://other.example","#),
        of(Some("https://other.example"))
    );
    assert_eq!(
        foreign(r#""iss":"https:\/\/other.example","#),
        of(Some("https://other.example"))
    );
    assert_eq!(foreign(r#""iss":"somebody","#), of(None));
    assert_eq!(foreign(""), of(None));
}

#[test]
fn a_token_of_another_make_is_a_foreign_one_and_nothing_else() {
    let foreign = [ForeignToken { issuer: None }];
    let uuid = "0f8fad5b-d9cb-469f-a165-70867728950e";
    let encrypted = [r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#, "a", "b", "c", "d"];
    let encrypted = encrypted.map(|part| URL_SAFE_NO_PAD.encode(part)).join(".");
    for token in [
        uuid,
        "ya29.a0AfH6SMBx-Zk_9",
        "gho_16C7e42F292c6912E7710c838347Ae178B4a",
        "2YotnFZFEjr1zCsicMWpAA",
        &encrypted,
    ] {
        for text in [
            format!("Authorization: Bearer {token}"),
            format!("Bearer {token}"),
            format!("curl https://a/b -H 'x-client-auth: Bearer {token}'"),
        ] {
            assert_eq!(found(&text), foreign, "{text}");
        }
    }
    assert_eq!(found(uuid), foreign);
    // A token without an end, or with an unreadable one, still belongs to the other issuer.
    let endless = token(r#"{"iss":"https://other.example","sub":"a"}"#);
    let issuer = Some("https://other.example".to_owned());
    assert_eq!(
        found(&format!("Authorization: Bearer {endless}")),
        [ForeignToken { issuer }]
    );
    assert_eq!(found(&token(r#"{"sub":"a"}"#)), foreign);
}

#[test]
fn any_address_that_ends_in_token_is_asked_for_one() {
    let credential = credential();
    for address in [
        "https://other.example/oauth/token",
        "$BALCAO_URL/oauth2/v1/token",
    ] {
        let command = format!("curl '{address}' -H 'x-client-auth: Basic {credential}'");
        assert_eq!(found(&command), [GrantMissing], "{command}");
        let command = format!("{command} -d grant_type=client_credentials");
        assert_eq!(found(&command), fine(), "{command}");
    }
    let request = format!("POST /connect/token HTTP/1.1\nAuthorization: Basic {credential}");
    assert_eq!(found(&request), fine());
}

#[test]
fn what_is_not_whole_is_no_token() {
    let whole = good_token();
    let (unsigned, _) = whole.rsplit_once('.').unwrap();
    let header = URL_SAFE_NO_PAD.encode("{}");
    for text in [
        unsigned.to_owned(),
        format!("{unsigned}."),
        format!("{whole}.a"),
        whole[..90].to_owned(),
        format!("{header}.{header}.a"),
        claims(r#""exp":"soon""#),
        "eyJ".to_owned(),
    ] {
        let text = format!("x-client-auth: Bearer {text}");
        assert_eq!(asks(&text, Purpose::Call).findings, [NotAToken], "{text}");
    }
    assert_eq!(asks("abc", Purpose::Call).findings, [NotAToken]);
    assert_eq!(asks("Bearer $TOKEN", Purpose::Call).findings, [Placeholder]);
}

#[test]
fn a_broken_line_is_mended() {
    let token = good_token();
    let (start, end) = token.split_at(60);
    let text = format!("Bearer {start}\n  {end}");
    assert_eq!(found(&text), [WhiteSpace { at: 61 }]);
    assert_eq!(
        mended(&text),
        Some(format!("x-client-auth: Bearer {token}"))
    );
}

#[test]
fn tokens_of_others_are_told_from_ones_own() {
    let said = |key: &str| asks_as(&good_token(), Purpose::Call, &[key.to_owned()]).findings;
    let (seconds, own) = (3600, Some(0));
    assert_eq!(said(PUBLIC), [TokenFine { seconds, own }]);
    assert_eq!(said("other"), [AnotherApplication]);
}
