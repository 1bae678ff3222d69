//! Reasons that contract managers save, and what they note for each other.

texts! {
    title = { pt: "Motivos salvos", en: "Saved reasons", es: "Motivos guardados" };
    lead = {
        pt: "Textos que os gestores usam ao decidir, em cada idioma. Todos os gestores usam e editam os mesmos.",
        en: "Texts that managers use when they decide, in each language. All managers use and edit the same ones.",
        es: "Textos que los gestores usan al decidir, en cada idioma. Todos los gestores usan y editan los mismos.",
    };
    empty = { pt: "Ainda não há motivos salvos.", en: "No reasons are saved yet.", es: "Aún no hay motivos guardados." };
    new = { pt: "Novo motivo", en: "New reason", es: "Nuevo motivo" };
    edit(title) = { pt: "Editar {title}", en: "Edit {title}", es: "Editar {title}" };
    name = { pt: "Nome", en: "Name", es: "Nombre" };
    name_hint = {
        pt: "Só os gestores veem.",
        en: "Only managers see it.",
        es: "Solo lo ven los gestores.",
    };
    text_pt = { pt: "Texto em português", en: "Text in Portuguese", es: "Texto en portugués" };
    text_en = { pt: "Texto em inglês", en: "Text in English", es: "Texto en inglés" };
    text_es = { pt: "Texto em espanhol", en: "Text in Spanish", es: "Texto en español" };
    text_hint = {
        pt: "Quem lê em outro idioma recebe este quando falta o seu.",
        en: "Readers of another language get this one where theirs is missing.",
        es: "Quien lee en otro idioma recibe este cuando falta el suyo.",
    };
    save = { pt: "Salvar motivo", en: "Save reason", es: "Guardar motivo" };
    delete = { pt: "Apagar motivo", en: "Delete reason", es: "Borrar motivo" };
    saved_now = { pt: "Motivo salvo.", en: "Reason saved.", es: "Motivo guardado." };
    deleted_now = { pt: "Motivo apagado.", en: "Reason deleted.", es: "Motivo borrado." };
    changed = {
        pt: "Alguém mudou ou apagou este motivo antes.",
        en: "Somebody changed or deleted this reason first.",
        es: "Alguien cambió o borró este motivo antes.",
    };
    choose = { pt: "Motivo salvo", en: "Saved reason", es: "Motivo guardado" };
    choose_hint(language) = {
        pt: "O texto entra em {language}, o idioma de quem solicitou.",
        en: "The text is put in in {language}, the applicant's language.",
        es: "El texto entra en {language}, el idioma del solicitante.",
    };
    insert = { pt: "Usar", en: "Use", es: "Usar" };
    portuguese = { pt: "português", en: "Portuguese", es: "portugués" };
    english = { pt: "inglês", en: "English", es: "inglés" };
    spanish = { pt: "espanhol", en: "Spanish", es: "español" };

    notes = { pt: "Notas entre gestores", en: "Notes among managers", es: "Notas entre gestores" };
    notes_lead = {
        pt: "Só os gestores de contrato veem. Quem solicitou nunca vê.",
        en: "Only contract managers see them. The applicant never does.",
        es: "Solo las ven los gestores de contrato. El solicitante nunca.",
    };
    no_notes = { pt: "Nenhuma nota.", en: "No notes.", es: "Ninguna nota." };
    note = { pt: "Nota", en: "Note", es: "Nota" };
    to_notes = { pt: "Escrever ou apagar notas", en: "Write or delete notes", es: "Escribir o borrar notas" };
    add_note = { pt: "Salvar nota", en: "Save note", es: "Guardar nota" };
    delete_note = { pt: "Apagar nota", en: "Delete note", es: "Borrar nota" };
    note_by(name, at) = { pt: "{name}, {at}", en: "{name}, {at}", es: "{name}, {at}" };
    note_added = { pt: "Nota salva.", en: "Note saved.", es: "Nota guardada." };
    note_deleted = { pt: "Nota apagada.", en: "Note deleted.", es: "Nota borrada." };
}
