//! The area codes (DDD) of the Brazilian numbering plan.

/// Whether the area code is one of the 67 in use.
pub(super) fn exists(area: &str) -> bool {
    matches!(
        area.as_bytes(),
        [b'1' | b'4' | b'6' | b'8' | b'9', b'1'..=b'9']
            | [b'2', b'1' | b'2' | b'4' | b'7' | b'8']
            | [b'3', b'1'..=b'5' | b'7' | b'8']
            | [b'5', b'1' | b'3'..=b'5']
            | [b'7', b'1' | b'3'..=b'5' | b'7' | b'9']
    )
}
