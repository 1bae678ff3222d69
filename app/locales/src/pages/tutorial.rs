//! The tutorial of an API, as a file to print.

texts! {
    tutorial = { pt: "Tutorial", en: "Tutorial", es: "Tutorial" };
    contents = { pt: "Conteúdo", en: "Contents", es: "Contenido" };
    version = { pt: "Versão", en: "Version", es: "Versión" };
    date = { pt: "Publicada em", en: "Published on", es: "Publicada el" };
    base_address = { pt: "Endereço base", en: "Base address", es: "Dirección base" };
    on_the_portal = { pt: "No portal", en: "On the portal", es: "En el portal" };

    link = { pt: "Tutorial em PDF", en: "Tutorial as PDF", es: "Tutorial en PDF" };
    link_text = {
        pt: "Apresentação, documentação, respostas e programas em um arquivo só, para imprimir ou ler sem conexão.",
        en: "Overview, documentation, responses and programs in a single file, to print or to read offline.",
        es: "Presentación, documentación, respuestas y programas en un solo archivo, para imprimir o leer sin conexión.",
    };
}
