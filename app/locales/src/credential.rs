//! The keys of an application and the credential made of them.

texts! {
    title = { pt: "Sua credencial", en: "Your credential", es: "Su credencial" };
    built_here = {
        pt: "Montada neste navegador; nada é enviado.",
        en: "Built in this browser; nothing is sent.",
        es: "Generada en este navegador; no se envía nada.",
    };
    built_by_shell = {
        pt: "Sem JavaScript, monte a credencial com este comando. O printf não deixa entrar uma quebra de linha.",
        en: "Without JavaScript, build the credential with this command. printf lets no line break in.",
        es: "Sin JavaScript, genere la credencial con este comando. printf no deja entrar un salto de línea.",
    };
    base64 = { pt: "Credencial em base64", en: "Credential in base64", es: "Credencial en base64" };
    header = { pt: "Cabeçalho", en: "Header", es: "Encabezado" };
    standard_header = { pt: "Cabeçalho padrão", en: "Standard header", es: "Encabezado estándar" };
    command = { pt: "Comando para o token", en: "Command for the token", es: "Comando para el token" };
    copy = { pt: "Copiar", en: "Copy", es: "Copiar" };
}
