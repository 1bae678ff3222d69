//! The page on which somebody makes the token that a program registers itself with.

texts! {
    title = { pt: "Registrar um programa", en: "Register a program", es: "Registrar un programa" };
    lead = {
        pt: "Alguns programas, como assistentes e agentes, registram a si mesmos no portal. Para isso pedem um token inicial (initial access token), que você cria aqui.",
        en: "Some programs, such as assistants and agents, register themselves with the portal. For that they ask for an initial access token, which you make here.",
        es: "Algunos programas, como asistentes y agentes, se registran solos en el portal. Para eso piden un token inicial (initial access token), que usted crea aquí.",
    };
    means = {
        pt: "O token vale por 1 hora, para um único registro. O programa que o usar só poderá pedir acesso a você, e não poderá nada antes que você permita.",
        en: "The token is good for 1 hour, for a single registration. The program that uses it can ask nobody but you for access, and may do nothing before you allow it.",
        es: "El token vale por 1 hora, para un único registro. El programa que lo use solo podrá pedirle acceso a usted, y no podrá nada antes de que usted lo permita.",
    };
    replaces = {
        pt: "Se você já criou um e ele ainda não foi usado, o novo toma o lugar dele.",
        en: "If you made one before and it has not been used yet, the new one takes its place.",
        es: "Si ya creó uno y todavía no se usó, el nuevo toma su lugar.",
    };
    make = { pt: "Criar um token inicial", en: "Make an initial access token", es: "Crear un token inicial" };
    too_many_title = { pt: "Você já tem programas demais", en: "You have too many programs already", es: "Ya tiene demasiados programas" };
    too_many(max) = {
        pt: "Cada pessoa pode ter até {max} programas registrados. Exclua um em Minha conta antes de registrar outro.",
        en: "Each person can have up to {max} registered programs. Delete one under My account before you register another.",
        es: "Cada persona puede tener hasta {max} programas registrados. Elimine uno en Mi cuenta antes de registrar otro.",
    };

    made = { pt: "Token inicial criado", en: "Initial access token made", es: "Token inicial creado" };
    once_title = { pt: "Copie o token agora", en: "Copy the token now", es: "Copie el token ahora" };
    once = {
        pt: "Ele só aparece desta vez: o portal guarda apenas um resumo dele (SHA-256). Cole-o no programa que pede um initial access token, e em nenhum outro lugar.",
        en: "It is shown this once only: the portal keeps no more than a digest of it (SHA-256). Paste it into the program that asks for an initial access token, and nowhere else.",
        es: "Solo se muestra esta vez: el portal guarda únicamente un resumen de él (SHA-256). Péguelo en el programa que pide un initial access token, y en ningún otro lugar.",
    };
    token = { pt: "Token inicial (initial access token)", en: "Initial access token", es: "Token inicial (initial access token)" };
    until = { pt: "Vale até", en: "Good until", es: "Vale hasta" };
    address = { pt: "Onde o programa se registra", en: "Where the program registers itself", es: "Dónde se registra el programa" };
    back = { pt: "Voltar a Minha conta", en: "Back to My account", es: "Volver a Mi cuenta" };
}
