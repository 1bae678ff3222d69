//! What stands around an operator's own words: titles of callouts, names of links and buttons.

texts! {
    note = { pt: "Nota", en: "Note", es: "Nota" };
    tip = { pt: "Dica", en: "Tip", es: "Consejo" };
    important = { pt: "Importante", en: "Important", es: "Importante" };
    warning = { pt: "Atenção", en: "Warning", es: "Atención" };
    caution = { pt: "Cuidado", en: "Caution", es: "Precaución" };
    /// Names the link beside a heading.
    link_to(title) = {
        pt: "Link para “{title}”",
        en: "Link to “{title}”",
        es: "Enlace a “{title}”",
    };
    code = { pt: "Código", en: "Code", es: "Código" };
    /// Names a part of the page that can be scrolled sideways.
    table(number) = { pt: "Tabela {number}", en: "Table {number}", es: "Tabla {number}" };
    table_in(number, title) = {
        pt: "Tabela {number}: {title}",
        en: "Table {number}: {title}",
        es: "Tabla {number}: {title}",
    };
    preview_too_much = {
        pt: "O texto é longo ou aninhado demais para ser mostrado.",
        en: "The text is too long or too deeply nested to be shown.",
        es: "El texto es demasiado largo o anidado para mostrarse.",
    };
    preview_refused = {
        pt: "Você não está mais conectado. Copie o texto antes de entrar de novo.",
        en: "You are no longer signed in. Copy the text before you sign in again.",
        es: "Su sesión terminó. Copie el texto antes de volver a entrar.",
    };
    preview_failed = {
        pt: "A prévia não pôde ser feita agora. O que você digitou continua aqui.",
        en: "The preview could not be made just now. What you typed is still here.",
        es: "La vista previa no se pudo generar ahora. Lo que escribió sigue aquí.",
    };
    footnotes = { pt: "Notas de rodapé", en: "Footnotes", es: "Notas al pie" };
    footnote(number) = {
        pt: "Nota de rodapé {number}",
        en: "Footnote {number}",
        es: "Nota al pie {number}",
    };
    back_from_footnote(number) = {
        pt: "Voltar à nota {number} no texto",
        en: "Back to footnote {number} in the text",
        es: "Volver a la nota {number} en el texto",
    };
}
