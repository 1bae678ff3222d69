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
