//! The page on which somebody lets a program act for them.

texts! {
    title = { pt: "Deixar um programa agir em seu nome", en: "Let a program act in your name", es: "Dejar que un programa actúe en su nombre" };
    asks(program) = {
        pt: "{program} pede para agir em seu nome",
        en: "{program} asks to act in your name",
        es: "{program} pide actuar en su nombre",
    };
    lead = {
        pt: "Confira o que ele poderá fazer e até quando. Só permita se foi você quem começou e se conhece o programa.",
        en: "Check what it will be able to do and until when. Allow it only if you started this and know the program.",
        es: "Revise qué podrá hacer y hasta cuándo. Permítalo solo si usted lo inició y conoce el programa.",
    };
    program = { pt: "Programa", en: "Program", es: "Programa" };
    acts_for = { pt: "Em nome de", en: "In the name of", es: "En nombre de" };
    may = { pt: "Poderá usar", en: "It may use", es: "Podrá usar" };
    until = { pt: "Até", en: "Until", es: "Hasta" };
    answer_to = { pt: "Sua resposta vai para", en: "Your answer goes to", es: "Su respuesta va a" };
    this_machine(host) = {
        pt: "um programa neste computador ({host})",
        en: "a program on this computer ({host})",
        es: "un programa en este equipo ({host})",
    };
    means = {
        pt: "O programa chama essas APIs com as aplicações aprovadas dos seus grupos de permissões. As chamadas contam no plano e na cota delas e, no Pay Per Use, são cobradas.",
        en: "The program calls these APIs with the approved applications of your permission groups. The calls count for their plan and quota and, on Pay Per Use, are billed.",
        es: "El programa llama estas APIs con las aplicaciones aprobadas de sus grupos de permisos. Las llamadas cuentan en el plan y la cuota de estas y, en Pay Per Use, se cobran.",
    };
    reads_by_portal = {
        pt: "Com a consulta da API do portal, ele vê o que você vê nas páginas: grupos com CNPJ e contatos, solicitações, aplicações e uso.",
        en: "By reading through the portal’s API it sees what you see on the pages: groups with their CNPJ and contacts, requests, applications and use.",
        es: "Con la consulta de la API del portal ve lo que usted ve en las páginas: grupos con su CNPJ y contactos, solicitudes, aplicaciones y uso.",
    };
    no_password = {
        pt: "Ele não vê sua senha nem as chaves secretas que já existem.",
        en: "It sees neither your password nor the secret keys that exist.",
        es: "No ve su contraseña ni las claves secretas que ya existen.",
    };
    acts_by_portal = {
        pt: "Com as ações da API do portal, ele pede acesso, cria chaves (as que ele cria, ele vê), revoga chaves e, se você for gestor de contratos, decide solicitações, sempre em seu nome e só o que você mesmo pode. O histórico registra que foi ele.",
        en: "By acting through the portal’s API it asks for access, makes keys (it sees those it makes), revokes keys and, if you are a contract manager, decides on requests, always in your name and only what you may do yourself. The history records that it was the program.",
        es: "Con las acciones de la API del portal pide acceso, crea claves (ve las que crea), revoca claves y, si usted es gestor de contratos, decide solicitudes, siempre en su nombre y solo lo que usted mismo puede. El historial registra que fue el programa.",
    };
    ends = {
        pt: "Você pode encerrar isso a qualquer momento em Minha conta.",
        en: "You can end this at any time under My account.",
        es: "Puede cerrarlo en cualquier momento en Mi cuenta.",
    };
    allow = { pt: "Permitir", en: "Allow", es: "Permitir" };
    refuse = { pt: "Recusar", en: "Refuse", es: "Rechazar" };
    changed_title = { pt: "Confira outra vez", en: "Check once more", es: "Revise otra vez" };
    changed = {
        pt: "O pedido mudou, ou esta página ficou aberta tempo demais. Nada foi permitido ainda.",
        en: "The request changed, or this page was open for too long. Nothing has been allowed yet.",
        es: "La solicitud cambió, o esta página estuvo abierta demasiado tiempo. Todavía no se permitió nada.",
    };

    leaving = { pt: "Voltando ao programa", en: "Going back to the program", es: "Volviendo al programa" };
    leaving_text(host) = {
        pt: "Sua resposta vai para {host}. Se a página não mudar sozinha, continue por aqui.",
        en: "Your answer goes to {host}. If the page does not change by itself, go on here.",
        es: "Su respuesta va a {host}. Si la página no cambia sola, siga por aquí.",
    };

    stopped = { pt: "O portal parou por aqui", en: "The portal stopped here", es: "El portal se detuvo aquí" };
    unknown_client = {
        pt: "O programa que trouxe você até aqui não está registrado no portal, ou foi desativado. Nada foi permitido.",
        en: "The program that brought you here is not registered with the portal, or was disabled. Nothing was allowed.",
        es: "El programa que le trajo aquí no está registrado en el portal, o fue desactivado. No se permitió nada.",
    };
    unknown_redirect = {
        pt: "O programa pede que você volte para um endereço que ele não registrou. Por segurança, o portal não leva você até lá. Nada foi permitido.",
        en: "The program asks that you return to an address that it did not register. For your safety the portal does not lead you there. Nothing was allowed.",
        es: "El programa pide que vuelva a una dirección que no registró. Por seguridad, el portal no le lleva allí. No se permitió nada.",
    };
    tell = {
        pt: "Se você confia no programa, avise quem cuida dele.",
        en: "If you trust the program, tell whoever looks after it.",
        es: "Si confía en el programa, avise a quien lo atiende.",
    };
    to_account = { pt: "Ver os programas que agem em seu nome", en: "See the programs that act in your name", es: "Ver los programas que actúan en su nombre" };
}
