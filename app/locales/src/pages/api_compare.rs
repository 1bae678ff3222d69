//! The page with two revisions of an API side by side.

texts! {
    title = { pt: "Comparar revisões", en: "Compare revisions", es: "Comparar revisiones" };
    lead = {
        pt: "O que mudou de uma revisão para outra, parte por parte.",
        en: "What changed from one revision to another, part by part.",
        es: "Qué cambió de una revisión a otra, parte por parte.",
    };
    before = { pt: "De", en: "From", es: "De" };
    after = { pt: "Para", en: "To", es: "A" };
    compare = { pt: "Comparar", en: "Compare", es: "Comparar" };
    same = {
        pt: "As duas revisões dizem o mesmo.",
        en: "Both revisions say the same.",
        es: "Las dos revisiones dicen lo mismo.",
    };
    removed = { pt: "Saiu", en: "Removed", es: "Se quitó" };
    added = { pt: "Entrou", en: "Added", es: "Se agregó" };
    more(count) = {
        pt: "São mostradas as primeiras {count} linhas.",
        en: "The first {count} lines are shown.",
        es: "Se muestran las primeras {count} líneas.",
    };
    breaking = {
        pt: "Isto pode quebrar programas que chamam a API",
        en: "This can break programs that call the API",
        es: "Esto puede romper programas que llaman a la API",
    };
    operation_removed = { pt: "a operação saiu", en: "the operation is gone", es: "la operación se quitó" };
    required = {
        pt: "passa a ser obrigatório",
        en: "it has to be sent from now on",
        es: "pasa a ser obligatorio",
    };
    body_required = {
        pt: "o corpo passa a ser obrigatório",
        en: "a body has to be sent from now on",
        es: "el cuerpo pasa a ser obligatorio",
    };
    media_type_removed = {
        pt: "este formato saiu",
        en: "this format is gone",
        es: "este formato se quitó",
    };
    response_removed = { pt: "a resposta saiu", en: "the response is gone", es: "la respuesta se quitó" };
    property_removed = { pt: "o campo saiu", en: "the field is gone", es: "el campo se quitó" };
    property_optional = {
        pt: "o campo pode faltar",
        en: "the field may be missing from now on",
        es: "el campo puede faltar",
    };
    type_changed(before, after) = {
        pt: "era {before} e passa a ser {after}",
        en: "it was {before} and is {after}",
        es: "era {before} y pasa a ser {after}",
    };
    value_removed(value) = {
        pt: "{value} deixa de ser aceito",
        en: "{value} is no longer taken",
        es: "{value} deja de aceptarse",
    };
}
