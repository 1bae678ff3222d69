//! The keys of an application and the credential made of them.

texts! {
    title = { pt: "Sua credencial", en: "Your credential", es: "Su credencial" };
    built_here = {
        pt: "Montada neste navegador; nada é enviado.",
        en: "Built in this browser; nothing is sent.",
        es: "Generada en este navegador; no se envía nada.",
    };
    built_by_shell = {
        pt: "Monte a credencial com estes comandos. O printf não deixa entrar uma quebra de linha.",
        en: "Build the credential with these commands. printf lets no line break in.",
        es: "Genere la credencial con estos comandos. printf no deja entrar un salto de línea.",
    };
    base64 = { pt: "Credencial em base64", en: "Credential in base64", es: "Credencial en base64" };
    header = { pt: "Cabeçalho x-client-auth", en: "x-client-auth header", es: "Encabezado x-client-auth" };
    standard_header = {
        pt: "Cabeçalho Authorization",
        en: "Authorization header",
        es: "Encabezado Authorization",
    };
    command = {
        pt: "Comando que pede o token de acesso",
        en: "Command that asks for the access token",
        es: "Comando que pide el token de acceso",
    };
}
