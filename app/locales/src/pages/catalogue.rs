//! The catalogue of APIs.

texts! {
    title = { pt: "Catálogo de APIs", en: "API catalogue", es: "Catálogo de APIs" };
    lead = {
        pt: "O que cada API faz, o que ela responde e em quais planos está disponível.",
        en: "What each API does, what it returns and which plans it comes in.",
        es: "Qué hace cada API, qué responde y en qué planes está disponible.",
    };
    search = { pt: "Buscar", en: "Search", es: "Buscar" };
    search_example = { pt: "nome ou assunto", en: "name or subject", es: "nombre o tema" };
    category = { pt: "Categoria", en: "Category", es: "Categoría" };
    all_categories = { pt: "Todas", en: "All", es: "Todas" };
    filter = { pt: "Filtrar", en: "Filter", es: "Filtrar" };
    results = { pt: "APIs encontradas", en: "APIs found", es: "APIs encontradas" };
    one_api = { pt: "1 API", en: "1 API", es: "1 API" };
    apis(count) = { pt: "{count} APIs", en: "{count} APIs", es: "{count} APIs" };

    nothing_found = { pt: "Nenhuma API encontrada", en: "No API found", es: "No se encontró ninguna API" };
    nothing_found_text = {
        pt: "Nada corresponde a essa busca. Tente menos palavras ou outra categoria, ou veja o catálogo inteiro.",
        en: "Nothing matches this search. Try fewer words or another category, or see the whole catalogue.",
        es: "Nada coincide con esa búsqueda. Pruebe con menos palabras u otra categoría, o vea el catálogo completo.",
    };
    see_all = { pt: "Ver o catálogo inteiro", en: "See the whole catalogue", es: "Ver el catálogo completo" };
    nothing_yet = { pt: "Nenhuma API publicada ainda", en: "No API published yet", es: "Aún no hay APIs publicadas" };
    nothing_yet_text = {
        pt: "As APIs aparecem aqui assim que são publicadas. Volte em breve.",
        en: "APIs appear here as soon as they are published. Come back soon.",
        es: "Las APIs aparecen aquí en cuanto se publican. Vuelva pronto.",
    };
}
