//! Words that stand on many pages.

texts! {
    continue_ = { pt: "Continuar", en: "Continue", es: "Continuar" };
    save = { pt: "Salvar", en: "Save", es: "Guardar" };
    cancel = { pt: "Cancelar", en: "Cancel", es: "Cancelar" };
    back = { pt: "Voltar", en: "Back", es: "Volver" };
    choose = { pt: "Escolha", en: "Choose", es: "Elija" };
    optional = { pt: "opcional", en: "optional", es: "opcional" };
    copy = { pt: "Copiar", en: "Copy", es: "Copiar" };
    copy_what(what) = { pt: "Copiar: {what}", en: "Copy: {what}", es: "Copiar: {what}" };
    copied = { pt: "Copiado", en: "Copied", es: "Copiado" };
    copy_by_hand = {
        pt: "Texto selecionado; agora copie",
        en: "Text selected; now copy it",
        es: "Texto seleccionado; ahora cópielo",
    };
    error_title(title) = { pt: "Erro: {title}", en: "Error: {title}", es: "Error: {title}" };
    pages = { pt: "Páginas", en: "Pages", es: "Páginas" };
    first_page = { pt: "Primeira página", en: "First page", es: "Primera página" };
    previous_page = { pt: "Página anterior", en: "Previous page", es: "Página anterior" };
    next_page = { pt: "Próxima página", en: "Next page", es: "Página siguiente" };
    search = { pt: "Buscar", en: "Search", es: "Buscar" };
}
