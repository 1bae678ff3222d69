//! The credential as clients send it.

use values::credential::{
    KeyMistake, PUBLIC_KEY_LENGTH, SECRET_DRAWN, SECRET_KEY_LENGTH, basic, checksum_holds,
    is_public_key, is_secret_key, key_mistake, secret_key,
};

const PUBLIC: &str = "mQ7tWr2xKp9ZyB4nVc8L";
const SECRET: &str = "blc_Xw5RzT0uYb2PqNs7MvCd9LfHj44COhIT";

#[test]
fn is_the_base64_of_both_keys() {
    // The example of RFC 7617 §2.
    assert_eq!(
        basic("Aladdin", "open sesame"),
        "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    );
    assert_eq!(basic("a", "b>?"), "YTpiPj8=");
}

/// Old services build it with a shell program; `base64` breaks lines after 76 characters.
#[test]
fn is_one_line_of_base64() {
    assert_eq!((PUBLIC_KEY_LENGTH, SECRET_KEY_LENGTH), (20, 36));
    assert_eq!((PUBLIC.len(), SECRET.len()), (20, 36));
    assert_eq!(basic(PUBLIC, SECRET).len(), 76);
}

#[test]
fn a_secret_key_carries_its_checksum() {
    let drawn = "Xw5RzT0uYb2PqNs7MvCd9LfHj4";
    assert_eq!(drawn.len(), SECRET_DRAWN);
    assert_eq!(secret_key(drawn), SECRET);
    assert!(is_secret_key(SECRET) && checksum_holds(SECRET));
    for at in 4..SECRET.len() {
        for other in ["a", "0", "Z"] {
            let mut wrong = SECRET.to_owned();
            wrong.replace_range(at..=at, other);
            assert!(is_secret_key(&wrong));
            assert_eq!(checksum_holds(&wrong), wrong == SECRET, "{wrong}");
        }
    }
}

#[test]
fn keys_of_today_and_of_before_are_known_by_their_form() {
    let (long_public, long_secret) = ("a".repeat(32), "b".repeat(48));
    assert!(is_public_key(PUBLIC) && is_public_key(&long_public));
    assert!(is_secret_key(SECRET) && is_secret_key(&long_secret) && checksum_holds(&long_secret));
    for text in ["", "a", &long_secret, SECRET, &"ç".repeat(10), &PUBLIC[1..]] {
        assert!(!is_public_key(text), "{text}");
    }
    for text in [
        "",
        "blc_",
        &long_public,
        PUBLIC,
        &SECRET[1..],
        &SECRET[..35],
    ] {
        assert!(!is_secret_key(text), "{text}");
    }
}

#[test]
fn two_keys_tell_what_is_wrong_with_them() {
    let wrong = SECRET.replace("Yb2", "Yb3");
    for (public, secret, expected) in [
        (PUBLIC, SECRET, None),
        (PUBLIC, "whatever", None),
        (PUBLIC, &"b".repeat(48), None),
        (SECRET, PUBLIC, Some(KeyMistake::Swapped)),
        (SECRET, SECRET, Some(KeyMistake::SecretForPublic)),
        (PUBLIC, PUBLIC, Some(KeyMistake::PublicForSecret)),
        (PUBLIC, &wrong, Some(KeyMistake::Character)),
        (PUBLIC, &format!("{SECRET}\n"), Some(KeyMistake::LineBreak)),
    ] {
        assert_eq!(key_mistake(public, secret), expected, "{public}:{secret}");
    }
}
