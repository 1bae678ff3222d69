//! The pages of the move from Trial to Pay Per Use, for the group that asks for it.

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
        pt: "As mesmas: nem a chave pública nem as secretas mudam. As chamadas feitas com elas passam a ir para a API real; o ambiente de testes continua disponível com as chaves de teste.",
        en: "The same: neither the public key nor the secret keys change. Calls made with them then go to the real API; the sandbox stays available with the test keys.",
        es: "Las mismas: no cambian ni la clave pública ni las secretas. A partir de entonces, las llamadas hechas con ellas van a la API real; el entorno de pruebas sigue disponible con las claves de prueba.",
    };
    meanwhile_title = { pt: "Enquanto isso", en: "In the meantime", es: "Mientras tanto" };
    meanwhile = {
        pt: "O Trial continua como está até a decisão. A resposta chega por e-mail.",
        en: "The Trial stays as it is until the decision. You will get the answer by e-mail.",
        es: "El Trial sigue como está hasta la decisión. La respuesta llega por correo.",
    };
    ask = { pt: "Solicitar Pay Per Use", en: "Request Pay Per Use", es: "Solicitar Pay Per Use" };

    pending = { pt: "Solicitação de Pay Per Use enviada", en: "Pay Per Use request sent", es: "Solicitud de Pay Per Use enviada" };
    pending_next = {
        pt: "A resposta chega por e-mail. Até lá o Trial continua como está; se a solicitação for aprovada, as chaves continuam as mesmas.",
        en: "You will get the answer by e-mail. Until then the Trial stays as it is; if the request is approved, the keys stay the same.",
        es: "La respuesta llega por correo. Hasta entonces el Trial sigue como está; si la solicitud se aprueba, las claves siguen siendo las mismas.",
    };
    approved = { pt: "Solicitação de Pay Per Use aprovada", en: "Pay Per Use request approved", es: "Solicitud de Pay Per Use aprobada" };
    approved_text = {
        pt: "A aplicação passou para o Pay Per Use com as mesmas chaves. As chamadas são cobradas pelo uso, conforme o contrato.",
        en: "The application moved to Pay Per Use with the same keys. Its calls are billed by usage, as contracted.",
        es: "La aplicación pasó a Pay Per Use con las mismas claves. Las llamadas se cobran por uso, según el contrato.",
    };
    rejected = { pt: "Solicitação de Pay Per Use recusada", en: "Pay Per Use request rejected", es: "Solicitud de Pay Per Use rechazada" };
    unchanged = {
        pt: "Nada mudou na aplicação, e as chaves continuam as mesmas.",
        en: "Nothing changed for the application, and the keys stay the same.",
        es: "Nada cambió en la aplicación, y las claves siguen siendo las mismas.",
    };
    cancelled = { pt: "Solicitação de Pay Per Use cancelada", en: "Pay Per Use request cancelled", es: "Solicitud de Pay Per Use cancelada" };
    over = {
        pt: "A solicitação foi cancelada porque o acesso da aplicação foi revogado.",
        en: "The request was cancelled because the application's access was revoked.",
        es: "La solicitud fue cancelada porque se revocó el acceso de la aplicación.",
    };
    ask_again = { pt: "Solicitar de novo", en: "Request again", es: "Solicitar de nuevo" };
    see_application = { pt: "Ver a aplicação", en: "See the application", es: "Ver la aplicación" };
}
