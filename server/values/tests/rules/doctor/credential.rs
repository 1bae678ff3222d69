//! The credential and the two keys in it.

use proptest::prelude::*;
use values::{
    credential::{basic, secret_key},
    doctor::Finding::*,
};

use super::*;

#[test]
fn a_right_one_is_fine_however_it_is_written() {
    let credential = credential();
    for text in [
        credential.clone(),
        format!("  {credential}\n"),
        format!("Basic {credential}"),
        format!("x-client-auth: Basic {credential}"),
        format!("X-Client-Auth:basic   {credential}\r\n"),
        format!("Authorization: Basic {credential}"),
        format!("x-client-auth\tBasic {credential}"),
        format!("\"x-client-auth\": \"Basic {credential}\","),
        format!("headers = {{'x-client-auth': 'Basic {credential}', 'accept': '*/*'}}"),
        format!("req.setHeader(\"Authorization\", \"Basic {credential}\");"),
        format!(
            "POST /oauth2/v1/token HTTP/1.1\r\nHost: a\r\nx-client-auth: Basic {credential}\r\n\r\ngrant_type=client_credentials"
        ),
        format!(
            "curl -sS 'https://a/oauth2/v1/token' -H 'x-client-auth: Basic {credential}' -d grant_type=client_credentials"
        ),
        format!(
            "curl https://a/oauth2/v1/token -u {PUBLIC}:{SECRET} -d grant_type=client_credentials"
        ),
        format!(
            "$ curl https://a/oauth2/v1/token \\\n  -d 'grant_type=client_credentials&client_id={PUBLIC}&client_secret={SECRET}'"
        ),
    ] {
        assert_eq!(found(&text), fine(), "{text}");
        assert_eq!(mended(&text), None, "{text}");
    }
}

#[test]
fn nothing_is_found_in_nothing() {
    for text in ["", " \n\t", "\u{feff}"] {
        assert_eq!(asks(text, Purpose::Token), Diagnosis::default());
    }
}

/// The same header mends each way in which programs damage the keys.
#[test]
fn spoilt_ones_are_mended() {
    let credential = credential();
    let (start, end) = credential.split_at(64);
    let keys = format!("{PUBLIC}:{SECRET}");
    let wide: Vec<u8> = keys.bytes().flat_map(|byte| [byte, 0]).collect();
    let wide = STANDARD.encode(wide);
    let padded = encoded(&format!("{keys} "));
    let cases = [
        (encoded(&format!("{keys}\n")), vec![TrailingNewline]),
        (encoded(&format!("{keys}\r\n")), vec![TrailingNewline]),
        (encoded(&format!("{SECRET}:{PUBLIC}")), vec![Swapped]),
        (
            encoded(&format!("{SECRET}:{PUBLIC}\n")),
            vec![TrailingNewline, Swapped],
        ),
        (format!("{start}\n{end}"), vec![WhiteSpace { at: 65 }]),
        (format!("{start} {end}"), vec![WhiteSpace { at: 65 }]),
        (format!("\"{credential}\""), vec![Quotes]),
        (format!("\u{201c}{credential}\u{201d}"), vec![Quotes]),
        (encoded(&format!("\"{keys}\"")), vec![Quotes]),
        (encoded(&format!("{PUBLIC}: {SECRET}")), vec![SpacedColon]),
        (encoded(&format!("{PUBLIC} : {SECRET}")), vec![SpacedColon]),
        (
            format!("{PUBLIC} : {SECRET}"),
            vec![NotEncoded, SpacedColon],
        ),
        (
            format!("x-client-auth: Basic {PUBLIC} : {SECRET}"),
            vec![NotEncoded, SpacedColon],
        ),
        (
            format!(
                "curl https://a/oauth2/v1/token -u '{PUBLIC} : {SECRET}' -d grant_type=client_credentials"
            ),
            vec![SpacedColon],
        ),
        (
            encoded(&format!("{PUBLIC}:{} {}", &SECRET[..9], &SECRET[9..])),
            vec![SpaceInKeys],
        ),
        (
            padded.trim_end_matches('=').to_owned(),
            vec![Padding, SpaceInKeys],
        ),
        (format!("{credential}="), vec![Padding]),
        (encoded(&credential), vec![EncodedTwice]),
        (encoded(&format!("{credential}\n")), vec![EncodedTwice]),
        (wide, vec![Utf16]),
        (keys.clone(), vec![NotEncoded]),
        (format!("{SECRET}:{PUBLIC}"), vec![NotEncoded, Swapped]),
    ];
    for (text, findings) in cases {
        assert_eq!(found(&text), findings, "{text}");
        assert_eq!(mended(&text), Some(right_header()), "{text}");
    }
}

#[test]
fn the_alphabet_of_urls_is_told() {
    // Our keys never give these characters; those of another portal may.
    let text = encoded("a>?:b").replace('+', "-").replace('/', "_");
    assert!(text.contains('_'), "{text}");
    assert_eq!(found(&text)[0], UrlAlphabet);
}

#[test]
fn what_cannot_be_mended_is_said() {
    let cut = &SECRET[..35];
    let cases = [
        (format!("{PUBLIC}:"), vec![EmptySecretKey]),
        (format!(":{SECRET}"), vec![EmptyPublicKey]),
        (
            format!("{PUBLIC}:{cut}"),
            vec![SecretKeyLength { length: 35 }],
        ),
        (
            format!("{}:{SECRET}", &PUBLIC[2..]),
            vec![PublicKeyLength { length: 18 }],
        ),
        (
            format!("{PUBLIC}:{cut}+"),
            vec![KeyCharacter { character: '+' }],
        ),
        (format!("{PUBLIC}{SECRET}"), vec![OneKey]),
        (format!("{PUBLIC}:{PUBLIC}"), vec![PublicForSecret]),
        (format!("{PUBLIC}:{LONG_PUBLIC}"), vec![PublicForSecret]),
        (format!("{SECRET}:{SECRET}"), vec![SecretForPublic]),
        (format!("{LONG_SECRET}:{SECRET}"), vec![SecretForPublic]),
        (format!("{PUBLIC}:{cut}t"), vec![WrongCharacter]),
        (
            format!("{PUBLIC}:{}", SECRET.replace("blc_", "BLC_")),
            vec![WrongCharacter],
        ),
        (
            format!("{PUBLIC}:{}", SECRET.replace("Yb2", "Yb3")),
            vec![WrongCharacter],
        ),
        (format!("{cut}t:{PUBLIC}"), vec![Swapped, WrongCharacter]),
    ];
    for (keys, findings) in cases {
        let text = encoded(&keys);
        assert_eq!(found(&text), findings, "{keys}");
        assert_eq!(mended(&text), None, "{keys}");
    }
    let wrong = SECRET.replace("Yb2", "Yb3");
    for (key, findings) in [
        (PUBLIC, vec![OneKey]),
        (LONG_PUBLIC, vec![OneKey]),
        (SECRET, vec![SecretAlone]),
        (LONG_SECRET, vec![SecretAlone]),
        (&wrong, vec![SecretAlone, WrongCharacter]),
        (cut, vec![SecretAlone, SecretKeyLength { length: 35 }]),
    ] {
        assert_eq!(found(key), findings);
        assert_eq!(found(&format!("x-client-auth: Basic {key}")), findings);
    }
}

#[test]
fn keys_of_before_are_as_good() {
    for (public, secret) in [
        (LONG_PUBLIC, LONG_SECRET),
        (LONG_PUBLIC, SECRET),
        (PUBLIC, LONG_SECRET),
    ] {
        assert_eq!(found(&basic(public, secret)), fine());
        assert_eq!(found(&encoded(&format!("{secret}:{public}"))), [Swapped]);
        let plain = format!("{public}:{secret}");
        let mended = mended(&plain);
        assert_eq!(
            mended,
            Some(format!("x-client-auth: Basic {}", basic(public, secret)))
        );
    }
    let cut = encoded(&format!("{LONG_PUBLIC}:{}", &LONG_SECRET[1..]));
    assert_eq!(found(&cut), [SecretKeyLength { length: 47 }]);
}

#[test]
fn what_is_no_base64_is_pointed_at() {
    let credential = credential();
    let cases = [
        (format!("{}%3D", &credential[..75]), '%', 76),
        (format!("{}*{}", &credential[..4], &credential[5..]), '*', 5),
        (format!("{}={}", &credential[..4], &credential[5..]), '=', 5),
        (format!("{credential}\\n"), '\\', 77),
        ("ção".to_owned(), 'ç', 1),
    ];
    for (text, character, at) in cases {
        assert_eq!(found(&text), [NotBase64 { character, at }], "{text}");
    }
    assert_eq!(found(&credential[..73]), [Cut { length: 73 }]);
    assert_eq!(found("gICA"), [NotText]);
}

#[test]
fn a_place_to_fill_in_is_no_value() {
    for text in [
        "x-client-auth: Basic $CREDENCIAL",
        "x-client-auth: Basic ${CREDENCIAL}",
        "x-client-auth: Basic {{credencial}}",
        "x-client-auth: Basic <sua credencial>",
        "Basic %CREDENCIAL%",
        "curl https://a/oauth2/v1/token -d grant_type=client_credentials -u \"$PUBLICA:$SECRETA\"",
        "curl https://a/oauth2/v1/token -d grant_type=client_credentials -H \"x-client-auth: Basic $(printf %s 'a:b' | base64)\"",
    ] {
        assert_eq!(found(text), [Placeholder], "{text}");
    }
}

#[test]
fn keys_of_others_are_told_from_ones_own() {
    let own = ["other".to_owned(), PUBLIC.to_owned()];
    let text = right_header();
    let said = |keys: &[String]| asks_as(&text, Purpose::Token, keys).findings;
    assert_eq!(said(&own), [CredentialFine { own: Some(1) }]);
    assert_eq!(said(&own[..1]), [AnotherApplication]);
    assert_eq!(said(&[]), fine());
    let swapped = encoded(&format!("{SECRET}:{PUBLIC}"));
    let diagnosis = asks_as(&swapped, Purpose::Token, &own[..1]);
    assert_eq!(diagnosis.findings, [Swapped, AnotherApplication]);
    assert_eq!(diagnosis.mended, None);
}

proptest! {
    #[test]
    fn every_credential_is_fine(
        public in "[A-Za-z0-9]{20}|[A-Za-z0-9]{32}",
        secret in "[A-Za-z0-9]{26}".prop_map(|drawn| secret_key(&drawn)).boxed()
            .prop_union("[A-Za-z0-9]{48}".boxed()),
    ) {
        let credential = basic(&public, &secret);
        prop_assert_eq!(found(&credential), fine());
        prop_assert_eq!(found(&format!("x-client-auth: Basic {credential}")), fine());
        prop_assert_eq!(asks(&credential, Purpose::Token).findings, fine());
    }
}
