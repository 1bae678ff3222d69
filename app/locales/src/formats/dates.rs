//! How dates are written.

use crate::Locale;

const MONTHS: [[&str; 12]; 3] = [
    [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
];

/// The name of a month, counted from 0.
#[must_use]
pub const fn month(locale: Locale, month0: u32) -> &'static str {
    MONTHS[locale as usize][month0 as usize % 12]
}

texts! {
    date(day, month, year) = {
        pt: "{day} de {month} de {year}",
        en: "{day} {month} {year}",
        es: "{day} de {month} de {year}",
    };
    date_time(date, hour, minute) = { pt: "{date}, {hour}h{minute}", en: "{date}, {hour}:{minute}", es: "{date}, {hour}:{minute}" };
}
