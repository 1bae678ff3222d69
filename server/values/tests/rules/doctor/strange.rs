//! Whatever is pasted: no text is too strange, and no finding tells a secret.

use proptest::prelude::*;
use values::doctor::{Finding, Kind};

use super::*;

const PURPOSES: [Purpose; 3] = [Purpose::Unsaid, Purpose::Token, Purpose::Call];

#[test]
fn a_whole_file_is_not_looked_at() {
    assert_eq!(found(&"a".repeat(20_001)), [Finding::TooLong]);
    assert_ne!(found(&"a".repeat(20_000)), [Finding::TooLong]);
}

#[test]
fn what_a_finding_is_tells_its_kind() {
    let finding = Finding::Cut { length: 5 };
    assert_eq!(finding.kind(), Kind::Cut);
    assert_eq!(Kind::ALL.iter().filter(|kind| kind.is_fine()).count(), 2);
}

#[test]
fn debug_does_not_tell_what_was_mended() {
    let diagnosis = asks(&format!("{PUBLIC}:{SECRET}"), Purpose::Token);
    assert_eq!(
        format!("{diagnosis:?}"),
        "Diagnosis { findings: [NotEncoded], mended: Some(Mended(…)) }"
    );
}

/// One piece of what people paste.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("x-client-auth".to_owned()),
        Just("Authorization: ".to_owned()),
        Just("Basic ".to_owned()),
        Just("Bearer ".to_owned()),
        Just("curl https://a/oauth2/v1/token -H '".to_owned()),
        Just("' -d 'client_secret=".to_owned()),
        Just("\\\n".to_owned()),
        Just("{\"access_token\":\"".to_owned()),
        Just(SECRET.to_owned()),
        Just(PUBLIC.to_owned()),
        Just(credential()),
        Just(good_token()),
        Just(encoded(&format!("{SECRET}:{PUBLIC}\n"))),
        Just(encoded(&format!(" {PUBLIC}: {SECRET}ç"))),
        "[:\"' \n.=$<{-]",
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn no_text_is_too_strange(pieces in prop::collection::vec(piece(), 0..8)) {
        let text = pieces.concat();
        for purpose in PURPOSES {
            for keys in [&[][..], &[PUBLIC.to_owned()]] {
                let diagnosis = asks_as(&text, purpose, keys);
                let said = format!("{diagnosis:?}");
                for secret in [SECRET, &credential(), &good_token()] {
                    prop_assert!(!said.contains(&secret[..32]), "{}", said);
                }
                let nothing = text.chars().all(|c| !c.is_ascii_graphic());
                prop_assert!(nothing || !diagnosis.findings.is_empty(), "{:?}", text);
                if let Some(header) = diagnosis.mended {
                    let again = asks_as(header.expose(), purpose, keys);
                    prop_assert!(again.findings.iter().all(Finding::is_fine));
                    prop_assert_eq!(again.mended, None);
                }
            }
        }
    }
}
