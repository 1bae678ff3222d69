//! What changed in an API, version by version.

texts! {
    title = { pt: "Versões e mudanças", en: "Versions and changes", es: "Versiones y cambios" };
    lead(api) = {
        pt: "O que mudou em {api}, da mudança mais recente à mais antiga.",
        en: "What has changed in {api}, from the latest change to the first.",
        es: "Lo que cambió en {api}, del cambio más reciente al más antiguo.",
    };
    version(version) = { pt: "Versão {version}", en: "Version {version}", es: "Versión {version}" };
    published = {
        pt: "Publicada neste portal.",
        en: "Published on this portal.",
        es: "Publicada en este portal.",
    };
    deprecated(day) = {
        pt: "Será encerrada: o último dia é {day}",
        en: "Coming to an end: the last day is {day}",
        es: "Llegará a su fin: el último día es el {day}",
    };
    retired = { pt: "Encerrada", en: "Retired", es: "Terminada" };
    feed = {
        pt: "Acompanhar por feed (Atom)",
        en: "Follow by feed (Atom)",
        es: "Seguir por feed (Atom)",
    };
}
