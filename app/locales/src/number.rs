//! Numbers as the reader's language writes them.

use crate::Locale;

/// Thousands set apart: 1.000 in Portuguese and Spanish, 1,000 in English.
#[must_use]
pub fn count(number: u64, locale: Locale) -> String {
    let separator = if locale == Locale::En { ',' } else { '.' };
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(count(0, Locale::PtBr), "0");
        assert_eq!(count(999, Locale::PtBr), "999");
        assert_eq!(count(1_000, Locale::PtBr), "1.000");
        assert_eq!(count(1_234_567, Locale::En), "1,234,567");
    }
}
