//! The credential as clients send it.

use values::credential::basic;

#[test]
fn is_the_base64_of_both_keys() {
    // The example of RFC 7617 §2.
    assert_eq!(
        basic("Aladdin", "open sesame"),
        "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    );
    assert_eq!(basic("a", "b>?"), "YTpiPj8=");
}
