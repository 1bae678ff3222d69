//! The names of browsers and systems in the list of sessions.

texts! {
    browser_on(browser, system) = { pt: "{browser} no {system}", en: "{browser} on {system}", es: "{browser} en {system}" };
    some_browser = { pt: "Navegador", en: "Browser", es: "Navegador" };
    unknown = { pt: "Aparelho desconhecido", en: "Unknown device", es: "Dispositivo desconocido" };
}
