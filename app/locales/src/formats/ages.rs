//! How long ago something happened.

texts! {
    just_now = { pt: "agora há pouco", en: "just now", es: "hace un momento" };
    minutes(count) = { pt: "há {count} min", en: "{count} min ago", es: "hace {count} min" };
    hours(count) = { pt: "há {count} h", en: "{count} h ago", es: "hace {count} h" };
    one_day = { pt: "há 1 dia", en: "1 day ago", es: "hace 1 día" };
    left_days(count) = { pt: "{count} dias", en: "{count} days", es: "{count} días" };
    days(count) = { pt: "há {count} dias", en: "{count} days ago", es: "hace {count} días" };
}
