//! The page where administrators see what was sought and not found.

texts! {
    title = { pt: "Buscas sem resultado", en: "Searches without a result", es: "Búsquedas sin resultado" };
    lead = {
        pt: "O que as pessoas buscaram no catálogo nos últimos 90 dias e não encontraram. Não se guarda quem buscou; o que parece dado pessoal ou chave não é contado.",
        en: "What people searched the catalogue for in the last 90 days and did not find. Who searched is not kept; what looks like personal data or a key is not counted.",
        es: "Lo que la gente buscó en el catálogo en los últimos 90 días y no encontró. No se guarda quién buscó; lo que parece un dato personal o una clave no se cuenta.",
    };
    none_title = { pt: "Nada ficou sem resposta", en: "Nothing went unanswered", es: "Nada quedó sin respuesta" };
    none = {
        pt: "Nos últimos 90 dias, toda busca no catálogo encontrou alguma API.",
        en: "In the last 90 days, every search of the catalogue found an API.",
        es: "En los últimos 90 días, toda búsqueda en el catálogo encontró alguna API.",
    };
    words = { pt: "Busca", en: "Search", es: "Búsqueda" };
    times = { pt: "Vezes", en: "Times", es: "Veces" };
    last = { pt: "Última vez", en: "Last time", es: "Última vez" };
}
