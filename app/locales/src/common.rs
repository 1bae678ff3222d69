//! Words that stand on many pages.

texts! {
    continue_ = { pt: "Continuar", en: "Continue", es: "Continuar" };
    save = { pt: "Salvar", en: "Save", es: "Guardar" };
    cancel = { pt: "Cancelar", en: "Cancel", es: "Cancelar" };
    back = { pt: "Voltar", en: "Back", es: "Volver" };
    optional = { pt: "opcional", en: "optional", es: "opcional" };
    copy = { pt: "Copiar", en: "Copy", es: "Copiar" };
    copied = { pt: "Copiado", en: "Copied", es: "Copiado" };
}
