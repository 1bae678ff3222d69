//! The keys of an application and the credential made of them.

texts! {
    title = { pt: "Sua credencial", en: "Your credential", es: "Su credencial" };
    built_here = {
        pt: "Montada neste navegador; nada é enviado.",
        en: "Built in this browser; nothing is sent.",
        es: "Generada en este navegador; no se envía nada.",
    };
    built_by_shell = {
        pt: "Monte a credencial com estes comandos. O printf não acrescenta uma quebra de linha.",
        en: "Build the credential with these commands. printf adds no line break.",
        es: "Genere la credencial con estos comandos. printf no agrega un salto de línea.",
    };
    ask_for_token = { pt: "Pedir o token", en: "Get a token", es: "Pedir el token" };
}
