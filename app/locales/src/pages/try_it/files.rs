//! Files that a call sends or brings.

texts! {
    file = { pt: "Arquivo", en: "File", es: "Archivo" };
    file_hint(most) = {
        pt: "Todos os arquivos juntos podem ter até {most} MB.",
        en: "All files together may have up to {most} MB.",
        es: "Todos los archivos juntos pueden tener hasta {most} MB.",
    };
    choose_again(name) = {
        pt: "Escolha de novo para enviar outra vez: arquivos não ficam guardados ({name}).",
        en: "Choose again before sending once more: files are not kept ({name}).",
        es: "Elija de nuevo antes de volver a enviar: los archivos no se guardan ({name}).",
    };
    file_sent(name, kind, count) = {
        pt: "Arquivo {name}: {kind}, {count} bytes.",
        en: "File {name}: {kind}, {count} bytes.",
        es: "Archivo {name}: {kind}, {count} bytes.",
    };
    bytes(kind, count) = {
        pt: "{kind}, {count} bytes que não são texto.",
        en: "{kind}, {count} bytes that are no text.",
        es: "{kind}, {count} bytes que no son texto.",
    };
}
