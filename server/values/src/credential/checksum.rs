//! The checksum at the end of a secret key: CRC-32 (ISO-HDLC, as in zip) in base 62.
//!
//! The CRC goes bit by bit: in a browser, a table would cost more bytes than it saves time.

/// Six digits hold every CRC, because 62⁶ is more than 2³².
pub(super) const LENGTH: usize = 6;

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// The polynomial 0x04C11DB7, with the lowest bit first.
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// Six digits, the highest first.
pub(super) fn of(text: &str) -> String {
    let mut rest = crc32(text.as_bytes());
    let mut digits = [DIGITS[0]; LENGTH];
    for digit in digits.iter_mut().rev() {
        *digit = DIGITS[(rest % 62) as usize];
        rest /= 62;
    }
    digits.map(char::from).iter().collect()
}

fn crc32(bytes: &[u8]) -> u32 {
    let shift = |crc: u32, _| (crc >> 1) ^ (POLYNOMIAL * (crc & 1));
    !bytes
        .iter()
        .fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), shift))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_crc_that_others_compute() {
        // The check value from the catalogue of CRC algorithms, and the results of zlib.
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"abcdefghijklmnopqrstuvwxyz"), 0x4C27_50BD);
    }

    #[test]
    fn it_has_six_digits_of_base_62() {
        assert_eq!(of(""), "000000");
        assert_eq!(of("123456789"), "3jZRME");
    }
}
