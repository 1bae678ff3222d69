//! Mails about a request for an API, to the applicant and to contract managers.

texts! {
    received_subject(number) = {
        pt: "Recebemos sua solicitação {number}",
        en: "We received your request {number}",
        es: "Recibimos su solicitud {number}",
    };
    received_heading = {
        pt: "Recebemos sua solicitação",
        en: "We received your request",
        es: "Recibimos su solicitud",
    };
    received_intro(api) = {
        pt: "Sua solicitação de acesso à API {api} aguarda a decisão de um gestor de contrato. Você receberá a resposta por e-mail.",
        en: "Your request for access to the {api} API is waiting for a contract manager's decision. You will get the answer by e-mail.",
        es: "Su solicitud de acceso a la API {api} espera la decisión de un gestor de contrato. Usted recibirá la respuesta por correo.",
    };
    received_button = {
        pt: "Acompanhar solicitação",
        en: "Follow the request",
        es: "Seguir la solicitud",
    };

    more_awaited_subject = {
        pt: "Mais solicitações aguardam decisão",
        en: "More requests await a decision",
        es: "Más solicitudes esperan una decisión",
    };
    more_awaited_intro = {
        pt: "Várias solicitações chegaram em pouco tempo, por isso esta mensagem vale por todas. Veja na fila as que aguardam decisão.",
        en: "Several requests came in within a short time, so this one message covers all of them. See which ones await a decision in the queue.",
        es: "Llegaron varias solicitudes en poco tiempo, por eso este mensaje vale por todas. Vea en la cola las que esperan una decisión.",
    };
    more_awaited_button = { pt: "Abrir a fila", en: "Open the queue", es: "Abrir la cola" };

    awaited_subject(number) = {
        pt: "Solicitação {number} aguarda decisão",
        en: "Request {number} awaits a decision",
        es: "La solicitud {number} espera una decisión",
    };
    awaited_heading = {
        pt: "Uma solicitação aguarda decisão",
        en: "A request awaits a decision",
        es: "Una solicitud espera una decisión",
    };
    awaited_intro(applicant, api) = {
        pt: "{applicant} pediu acesso à API {api}.",
        en: "{applicant} requested access to the {api} API.",
        es: "{applicant} pidió acceso a la API {api}.",
    };
    awaited_button = {
        pt: "Analisar solicitação",
        en: "Review the request",
        es: "Analizar la solicitud",
    };
    awaited_others = {
        pt: "Se outro gestor decidir antes, a página mostra a decisão.",
        en: "If another manager decides first, the page shows the decision.",
        es: "Si otro gestor decide antes, la página muestra la decisión.",
    };

    approved_subject(number) = {
        pt: "Solicitação {number} aprovada",
        en: "Request {number} approved",
        es: "Solicitud {number} aprobada",
    };
    approved_heading = {
        pt: "Sua solicitação foi aprovada",
        en: "Your request was approved",
        es: "Su solicitud fue aprobada",
    };
    approved_intro(api) = {
        pt: "Seu acesso à API {api} está liberado. A chave pública e a chave secreta estão na página da aplicação.",
        en: "You now have access to the {api} API. The public key and the secret key are on the application's page.",
        es: "Su acceso a la API {api} está habilitado. La clave pública y la clave secreta están en la página de la aplicación.",
    };
    approved_button = { pt: "Ver as chaves", en: "See the keys", es: "Ver las claves" };
    approved_never = {
        pt: "Chaves nunca são enviadas por e-mail. Se alguém pedir as suas por mensagem, não responda.",
        en: "Keys are never sent by e-mail. If anyone asks for yours in a message, do not answer.",
        es: "Las claves nunca se envían por correo. Si alguien le pide las suyas por mensaje, no responda.",
    };

    rejected_subject(number) = {
        pt: "Solicitação {number} recusada",
        en: "Request {number} rejected",
        es: "Solicitud {number} rechazada",
    };
    rejected_heading = {
        pt: "Sua solicitação foi recusada",
        en: "Your request was rejected",
        es: "Su solicitud fue rechazada",
    };
    rejected_intro(api) = {
        pt: "O gestor de contrato analisou sua solicitação de acesso à API {api} e a recusou.",
        en: "The contract manager reviewed your request for access to the {api} API and rejected it.",
        es: "El gestor de contrato analizó su solicitud de acceso a la API {api} y la rechazó.",
    };
    rejected_next = {
        pt: "Você pode corrigir e enviar de novo: o que já preencheu está guardado.",
        en: "You can correct it and send it again: what you filled in has been kept.",
        es: "Puede corregirla y enviarla de nuevo: lo que ya completó está guardado.",
    };
    rejected_button = {
        pt: "Corrigir solicitação",
        en: "Correct the request",
        es: "Corregir la solicitud",
    };
    reason = { pt: "Motivo", en: "Reason", es: "Motivo" };
    remark = {
        pt: "Observação do gestor",
        en: "Manager's note",
        es: "Observación del gestor",
    };

    cancelled_subject(number) = {
        pt: "Solicitação {number} cancelada",
        en: "Request {number} cancelled",
        es: "Solicitud {number} cancelada",
    };
    cancelled_heading = {
        pt: "Sua solicitação foi cancelada",
        en: "Your request was cancelled",
        es: "Su solicitud fue cancelada",
    };
    cancelled_intro(api) = {
        pt: "Você cancelou sua solicitação de acesso à API {api}. Ela não será mais analisada.",
        en: "You cancelled your request for access to the {api} API. It will not be reviewed.",
        es: "Usted canceló su solicitud de acceso a la API {api}. Ya no se analizará.",
    };
    cancelled_next = {
        pt: "Se ainda precisar da API, faça outra solicitação.",
        en: "If you still need the API, send another request.",
        es: "Si aún necesita la API, haga otra solicitud.",
    };
    cancelled_button = {
        pt: "Ver solicitação",
        en: "See the request",
        es: "Ver la solicitud",
    };

    inquiry_asked_subject(number) = {
        pt: "Solicitação {number}: precisamos de uma informação",
        en: "Request {number}: we need some information",
        es: "Solicitud {number}: necesitamos una información",
    };
    inquiry_asked_heading = {
        pt: "Um gestor tem uma pergunta",
        en: "A manager has a question",
        es: "Un gestor tiene una pregunta",
    };
    inquiry_asked_intro(api) = {
        pt: "Antes de decidir sobre sua solicitação da API {api}, um gestor de contrato quer saber mais.",
        en: "Before deciding on your request for the {api} API, a contract manager wants to know more.",
        es: "Antes de decidir sobre su solicitud de la API {api}, un gestor de contrato quiere saber más.",
    };
    inquiry_asked_next = {
        pt: "A análise continua assim que você responder. Responda pela página: as respostas a este e-mail não são lidas.",
        en: "The review continues as soon as you answer. Answer on the page: replies to this e-mail are not read.",
        es: "El análisis continúa en cuanto usted responda. Responda en la página: las respuestas a este correo no se leen.",
    };
    inquiry_asked_button = { pt: "Responder", en: "Answer", es: "Responder" };
    inquiry_question = { pt: "Pergunta", en: "Question", es: "Pregunta" };
    inquiry_answer = { pt: "Resposta", en: "Answer", es: "Respuesta" };

    inquiry_withdrawn_subject(number) = {
        pt: "Solicitação {number}: a pergunta foi retirada",
        en: "Request {number}: the question was withdrawn",
        es: "Solicitud {number}: la pregunta fue retirada",
    };
    inquiry_withdrawn_heading = {
        pt: "Você não precisa mais responder",
        en: "You no longer need to answer",
        es: "Ya no necesita responder",
    };
    inquiry_withdrawn_intro(api) = {
        pt: "O gestor de contrato retirou a pergunta sobre sua solicitação da API {api}, que voltou à análise.",
        en: "The contract manager withdrew the question about your request for the {api} API, which is under review again.",
        es: "El gestor de contrato retiró la pregunta sobre su solicitud de la API {api}, que volvió a análisis.",
    };

    inquiry_answered_subject(number) = {
        pt: "Solicitação {number}: sua pergunta foi respondida",
        en: "Request {number}: your question was answered",
        es: "Solicitud {number}: respondieron su pregunta",
    };
    inquiry_answered_heading = {
        pt: "Chegou a resposta",
        en: "The answer is here",
        es: "Llegó la respuesta",
    };
    inquiry_answered_intro(by, number) = {
        pt: "{by} respondeu à sua pergunta sobre a solicitação {number}, que aguarda decisão de novo.",
        en: "{by} answered your question about request {number}, which awaits a decision again.",
        es: "{by} respondió su pregunta sobre la solicitud {number}, que espera de nuevo una decisión.",
    };
}
