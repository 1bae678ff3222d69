//! How long to wait.

texts! {
    one_second = { pt: "1 segundo", en: "1 second", es: "1 segundo" };
    seconds(count) = { pt: "{count} segundos", en: "{count} seconds", es: "{count} segundos" };
    one_minute = { pt: "1 minuto", en: "1 minute", es: "1 minuto" };
    minutes(count) = { pt: "{count} minutos", en: "{count} minutes", es: "{count} minutos" };
}
