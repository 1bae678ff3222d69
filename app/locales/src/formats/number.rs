//! Numbers as the reader's language writes them, by the rules of Unicode (CLDR).

use icu_decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};
use icu_locale_core::locale;

use crate::Locale;

thread_local! {
    static FORMATTERS: [Option<DecimalFormatter>; 3] = Locale::ALL.map(formatter);
}

/// A whole number: 1.234 in Portuguese, 1,234 in English and 1234 in Spanish.
#[must_use]
pub fn count(number: u64, locale: Locale) -> String {
    write(&Decimal::from(number), locale)
}

/// A number of tenths, without the decimal where it is 0: 15 is 1,5 in Portuguese, and 20 is 2.
#[must_use]
pub fn decimal(tenths: u128, locale: Locale) -> String {
    let mut number = Decimal::from(tenths);
    number.multiply_pow10(-1);
    number.absolute.trim_end_if_integer();
    write(&number, locale)
}

/// Without the data of a language, which is compiled in, the digits alone.
fn write(number: &Decimal, locale: Locale) -> String {
    FORMATTERS.with(|all| match &all[locale as usize] {
        Some(formatter) => formatter.format(number).to_string(),
        None => number.to_string(),
    })
}

/// The portal's English is British.
fn formatter(locale: Locale) -> Option<DecimalFormatter> {
    let locale = match locale {
        Locale::PtBr => locale!("pt-BR"),
        Locale::En => locale!("en-GB"),
        Locale::Es => locale!("es"),
    };
    DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_as_each_language_does() {
        for (number, [pt, en, es]) in [
            (0, ["0", "0", "0"]),
            (999, ["999", "999", "999"]),
            (1_000, ["1.000", "1,000", "1000"]),
            (9_999, ["9.999", "9,999", "9999"]),
            (12_345, ["12.345", "12,345", "12.345"]),
            (1_234_567, ["1.234.567", "1,234,567", "1.234.567"]),
        ] {
            assert_eq!(count(number, Locale::PtBr), pt);
            assert_eq!(count(number, Locale::En), en);
            assert_eq!(count(number, Locale::Es), es);
        }
    }

    #[test]
    fn a_decimal_has_the_mark_of_its_language_and_no_needless_zero() {
        for (tenths, [pt, en, es]) in [
            (0, ["0", "0", "0"]),
            (5, ["0,5", "0.5", "0,5"]),
            (80, ["8", "8", "8"]),
            (12_345, ["1.234,5", "1,234.5", "1234,5"]),
            (123_450, ["12.345", "12,345", "12.345"]),
        ] {
            assert_eq!(decimal(tenths, Locale::PtBr), pt);
            assert_eq!(decimal(tenths, Locale::En), en);
            assert_eq!(decimal(tenths, Locale::Es), es);
        }
    }
}
