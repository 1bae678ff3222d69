//! The catalogue of APIs.

texts! {
    title = { pt: "Catálogo de APIs", en: "API catalogue", es: "Catálogo de APIs" };
    lead = {
        pt: "O que cada API faz, o que ela responde e em quais planos está disponível.",
        en: "What each API does, what it returns and which plans it comes in.",
        es: "Qué hace cada API, qué responde y en qué planes está disponible.",
    };
    search = { pt: "Buscar", en: "Search", es: "Buscar" };
    search_example = { pt: "nome, assunto ou campo", en: "name, subject or field", es: "nombre, tema o campo" };
    category = { pt: "Categoria", en: "Category", es: "Categoría" };
    all_categories = { pt: "Todas", en: "All", es: "Todas" };
    more_filters = { pt: "Mais filtros e ordem", en: "More filters and order", es: "Más filtros y orden" };
    tag = { pt: "Etiqueta", en: "Tag", es: "Etiqueta" };
    all_tags = { pt: "Todas", en: "All", es: "Todas" };
    plan = { pt: "Plano", en: "Plan", es: "Plan" };
    any_plan = { pt: "Qualquer um", en: "Any", es: "Cualquiera" };
    any_state = { pt: "Qualquer uma", en: "Any", es: "Cualquiera" };
    sort = { pt: "Ordem", en: "Order", es: "Orden" };
    by_relevance = { pt: "Mais relevantes", en: "Most relevant", es: "Más relevantes" };
    by_name = { pt: "Nome", en: "Name", es: "Nombre" };
    by_newest = { pt: "Mudança mais recente", en: "Latest change", es: "Cambio más reciente" };
    filter = { pt: "Filtrar", en: "Filter", es: "Filtrar" };
    results = { pt: "APIs encontradas", en: "APIs found", es: "APIs encontradas" };
    one_api = { pt: "1 API", en: "1 API", es: "1 API" };
    apis(count) = { pt: "{count} APIs", en: "{count} APIs", es: "{count} APIs" };

    nothing_found = { pt: "Nenhuma API encontrada", en: "No API found", es: "No se encontró ninguna API" };
    nothing_found_text = {
        pt: "Nenhuma API tem tudo o que você buscou.",
        en: "No API has all that you searched for.",
        es: "Ninguna API tiene todo lo que buscó.",
    };
    check_spelling = {
        pt: "Confira a grafia; acentos e maiúsculas não fazem diferença.",
        en: "Check the spelling; accents and capitals make no difference.",
        es: "Revise la ortografía; los acentos y las mayúsculas no importan.",
    };
    fewer_words = {
        pt: "Use menos palavras, ou só o começo de uma.",
        en: "Use fewer words, or only the beginning of one.",
        es: "Use menos palabras, o solo el comienzo de una.",
    };
    any_language = {
        pt: "A busca vale para português, inglês e espanhol, para campos, operações e códigos de resposta.",
        en: "You can search in Portuguese, English and Spanish, and for fields, operations and response codes.",
        es: "Puede buscar en portugués, inglés y español, y también campos, operaciones y códigos de respuesta.",
    };
    without_filters = { pt: "Buscar sem filtros", en: "Search without filters", es: "Buscar sin filtros" };
    close = {
        pt: "Nenhuma API tem todas essas palavras. Estas têm palavras parecidas:",
        en: "No API has all of these words. These have similar ones:",
        es: "Ninguna API tiene todas esas palabras. Estas tienen palabras parecidas:",
    };
    search_box = { pt: "Buscar no catálogo", en: "Search the catalogue", es: "Buscar en el catálogo" };
    suggestions = { pt: "Sugestões", en: "Suggestions", es: "Sugerencias" };
    one_suggestion = { pt: "1 sugestão", en: "1 suggestion", es: "1 sugerencia" };
    suggestions_count(count) = { pt: "{count} sugestões", en: "{count} suggestions", es: "{count} sugerencias" };
    no_suggestion = { pt: "Nenhuma sugestão", en: "No suggestion", es: "Ninguna sugerencia" };
    found_in = { pt: "Encontrado em", en: "Found in", es: "Encontrado en" };
    page_of(page, pages) = { pt: "página {page} de {pages}", en: "page {page} of {pages}", es: "página {page} de {pages}" };
    previous_page = { pt: "Página anterior", en: "Previous page", es: "Página anterior" };
    see_all = { pt: "Ver o catálogo inteiro", en: "See the whole catalogue", es: "Ver el catálogo completo" };
    nothing_yet = { pt: "Nenhuma API publicada ainda", en: "No API published yet", es: "Aún no hay APIs publicadas" };
    nothing_yet_text = {
        pt: "As APIs aparecem aqui assim que são publicadas. Volte em breve.",
        en: "APIs appear here as soon as they are published. Come back soon.",
        es: "Las APIs aparecen aquí en cuanto se publican. Vuelva pronto.",
    };
}
