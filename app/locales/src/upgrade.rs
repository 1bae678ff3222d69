//! From Trial to Pay Per Use, as those who ask for it read.

texts! {
    title = { pt: "Passar para o Pay Per Use", en: "Move to Pay Per Use", es: "Pasar a Pay Per Use" };
    lead = {
        pt: "Veja o que muda na aplicação. A decisão é de um gestor de contrato.",
        en: "See what changes for the application. A contract manager decides.",
        es: "Vea qué cambia en la aplicación. La decisión es de un gestor de contrato.",
    };
    today(what) = { pt: "Hoje: {what}", en: "Today: {what}", es: "Hoy: {what}" };
    after(what) = { pt: "Depois: {what}", en: "After: {what}", es: "Después: {what}" };
    limit = { pt: "Limite", en: "Limit", es: "Límite" };
    unlimited = {
        pt: "sem limite de chamadas",
        en: "no limit on calls",
        es: "sin límite de llamadas",
    };
    price = { pt: "Cobrança", en: "Billing", es: "Cobro" };
    purpose = { pt: "Para quê", en: "What for", es: "Para qué" };
    keys = { pt: "Chaves", en: "Keys", es: "Claves" };
    keys_stay = {
        pt: "As mesmas: nem a chave pública nem as secretas mudam. Com elas, as chamadas passam a ir para a API real; o ambiente de testes continua com as chaves de teste.",
        en: "The same: neither the public key nor the secret keys change. With them, calls then go to the real API; the sandbox stays available with the test keys.",
        es: "Las mismas: no cambian ni la clave pública ni las secretas. Con ellas, las llamadas pasan a ir a la API real; el entorno de pruebas sigue con las claves de prueba.",
    };
    meanwhile_title = { pt: "Enquanto isso", en: "In the meantime", es: "Mientras tanto" };
    meanwhile = {
        pt: "O Trial continua como está até a decisão. A resposta chega por e-mail.",
        en: "The Trial stays as it is until the decision. You will get the answer by e-mail.",
        es: "El Trial sigue como está hasta la decisión. La respuesta llega por correo.",
    };
    ask = { pt: "Pedir Pay Per Use", en: "Request Pay Per Use", es: "Pedir Pay Per Use" };

    pending = { pt: "Pedido de Pay Per Use enviado", en: "Pay Per Use request sent", es: "Solicitud de Pay Per Use enviada" };
    pending_next = {
        pt: "A resposta chega por e-mail. Até lá o Trial continua como está; se o pedido for aprovado, as chaves continuam as mesmas.",
        en: "You will get the answer by e-mail. Until then the Trial stays as it is; if the request is approved, the keys stay the same.",
        es: "La respuesta llega por correo. Hasta entonces el Trial sigue como está; si la solicitud se aprueba, las claves siguen siendo las mismas.",
    };
    approved = { pt: "Pedido de Pay Per Use aprovado", en: "Pay Per Use request approved", es: "Solicitud de Pay Per Use aprobada" };
    approved_text = {
        pt: "A aplicação passou para o Pay Per Use com as mesmas chaves. As chamadas são cobradas pelo uso, conforme o contrato.",
        en: "The application moved to Pay Per Use with the same keys. Its calls are billed by usage, as contracted.",
        es: "La aplicación pasó a Pay Per Use con las mismas claves. Las llamadas se cobran por uso, según el contrato.",
    };
    rejected = { pt: "Pedido de Pay Per Use recusado", en: "Pay Per Use request rejected", es: "Solicitud de Pay Per Use rechazada" };
    unchanged = {
        pt: "Nada mudou na aplicação, e as chaves continuam as mesmas.",
        en: "Nothing changed for the application, and the keys stay the same.",
        es: "Nada cambió en la aplicación, y las claves siguen siendo las mismas.",
    };
    cancelled = { pt: "Pedido de Pay Per Use cancelado", en: "Pay Per Use request cancelled", es: "Solicitud de Pay Per Use cancelada" };
    over = {
        pt: "O pedido terminou com a aplicação, cujo acesso foi revogado.",
        en: "The request ended with the application, whose access was revoked.",
        es: "La solicitud terminó con la aplicación, cuyo acceso fue revocado.",
    };
    ask_again = { pt: "Pedir de novo", en: "Request again", es: "Pedir de nuevo" };
    see_application = { pt: "Ver a aplicação", en: "See the application", es: "Ver la aplicación" };
}
