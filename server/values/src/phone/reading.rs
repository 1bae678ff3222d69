//! Reads the area code and the number in what people write.

use super::{AREA_LENGTH, COUNTRY, PhoneError, area};
use crate::tidy;

const PUNCTUATION: [char; 5] = [' ', '(', ')', '-', '.'];
const LONGEST_NATIONAL: usize = 11;
/// Prefixes of services. 30, 50, 80 and 90 are no area codes, so no number begins like these.
const SERVICES: [&str; 5] = ["0300", "0303", "0500", "0800", "0900"];

pub(super) fn area_and_number(text: &str) -> Result<(String, String), PhoneError> {
    let national = national(&tidy::code(text))?;
    if SERVICES.iter().any(|service| national.starts_with(service)) {
        return Err(PhoneError::Service);
    }
    let digits = national.strip_prefix('0').unwrap_or(&national);
    if matches!(digits.len(), 8 | 9) {
        return Err(PhoneError::AreaMissing);
    }
    let (area, number) = digits
        .split_at_checked(AREA_LENGTH)
        .ok_or(PhoneError::Number)?;
    if !area::exists(area) {
        return Err(PhoneError::AreaCode);
    }
    if !is_mobile(number) && !is_fixed(number) {
        return Err(PhoneError::Number);
    }
    Ok((area.to_owned(), number.to_owned()))
}

/// The digits without the country code. A text has the country code when a plus precedes it, or
/// when it has more digits than a national number.
fn national(text: &str) -> Result<String, PhoneError> {
    let international = text.strip_prefix('+');
    let digits = digits(international.unwrap_or(text))?;
    match digits.strip_prefix(COUNTRY) {
        Some(rest) if international.is_some() || digits.len() > LONGEST_NATIONAL => {
            Ok(rest.to_owned())
        }
        None if international.is_some() => Err(PhoneError::Country),
        _ => Ok(digits),
    }
}

fn digits(text: &str) -> Result<String, PhoneError> {
    let digits: String = text.chars().filter(|c| !PUNCTUATION.contains(c)).collect();
    if digits.is_empty() {
        Err(PhoneError::Empty)
    } else if digits.bytes().all(|c| c.is_ascii_digit()) {
        Ok(digits)
    } else {
        Err(PhoneError::Character)
    }
}

fn is_mobile(number: &str) -> bool {
    number.len() == 9 && number.starts_with('9')
}

fn is_fixed(number: &str) -> bool {
    number.len() == 8 && number.starts_with(['2', '3', '4', '5'])
}
