//! Mails about what happens to an API.

texts! {
    version_subject(api, version) = {
        pt: "{api}: versão {version}",
        en: "{api}: version {version}",
        es: "{api}: versión {version}",
    };
    version_intro(api, version) = {
        pt: "A versão {version} da API {api} foi publicada.",
        en: "Version {version} of the API {api} has been published.",
        es: "Se publicó la versión {version} de la API {api}.",
    };
    version_notes = { pt: "O que mudou", en: "What changed", es: "Qué cambió" };
    version_button = { pt: "Ver as mudanças", en: "See the changes", es: "Ver los cambios" };

    deprecated_subject(api, day) = {
        pt: "{api} será encerrada em {day}",
        en: "{api} ends on {day}",
        es: "{api} terminará el {day}",
    };
    deprecated_intro(api, day) = {
        pt: "O último dia da API {api} é {day}. Depois dele, nenhuma chamada é atendida.",
        en: "The last day of the API {api} is {day}. After it, no call is answered.",
        es: "El último día de la API {api} es el {day}. Después, no se atiende ninguna llamada.",
    };
    ending_subject(api, days) = {
        pt: "{api}: faltam {days} para o fim",
        en: "{api}: {days} left until the end",
        es: "{api}: faltan {days} para el fin",
    };
    ending_tomorrow = { pt: "1 dia", en: "1 day", es: "1 día" };
    ending_today(api) = {
        pt: "{api}: hoje é o último dia",
        en: "{api}: today is the last day",
        es: "{api}: hoy es el último día",
    };
    successor(api) = {
        pt: "No lugar dela, use a API {api}.",
        en: "Use the API {api} in its place.",
        es: "En su lugar, use la API {api}.",
    };

    incident_subject(kind, title) = {
        pt: "{kind}: {title}",
        en: "{kind}: {title}",
        es: "{kind}: {title}",
    };
    incident_closed_subject(title) = {
        pt: "Encerrado: {title}",
        en: "Closed: {title}",
        es: "Cerrado: {title}",
    };
    incident_affects(what) = { pt: "Afeta: {what}.", en: "Affects: {what}.", es: "Afecta a: {what}." };
    incident_button = { pt: "Ver a situação", en: "See the status", es: "Ver el estado" };

    news_why = {
        pt: "Você recebe este aviso porque usa ou acompanha a API. Para escolher o que receber:",
        en: "You receive this notification because you use or follow the API. To choose what to receive:",
        es: "Usted recibe este aviso porque usa o sigue la API. Para elegir qué recibir:",
    };
    news_end_why = {
        pt: "Quem usa a API sempre recebe os avisos sobre o fim dela. Para escolher o resto:",
        en: "Whoever uses the API always receives notifications about its end. To choose the rest:",
        es: "Quien usa la API siempre recibe los avisos sobre su fin. Para elegir lo demás:",
    };
}
