//! Mails to contract managers about their work: what was assigned to them, what came in a day, and
//! what they decide on.

texts! {
    assigned_subject(number) = {
        pt: "Solicitação {number} atribuída a você",
        en: "Request {number} assigned to you",
        es: "Solicitud {number} asignada a usted",
    };
    assigned_heading = {
        pt: "Uma solicitação foi atribuída a você",
        en: "A request was assigned to you",
        es: "Se le asignó una solicitud",
    };
    assigned_intro(by, api) = {
        pt: "{by} atribuiu a você a solicitação abaixo, para a API {api}.",
        en: "{by} assigned the request below, for the {api} API, to you.",
        es: "{by} le asignó la solicitud de abajo, para la API {api}.",
    };
    by_the_portal = { pt: "O portal", en: "The portal", es: "El portal" };

    digest_subject_one = {
        pt: "1 solicitação aguarda decisão",
        en: "1 request awaits a decision",
        es: "1 solicitud espera una decisión",
    };
    digest_subject(count) = {
        pt: "{count} solicitações aguardam decisão",
        en: "{count} requests await a decision",
        es: "{count} solicitudes esperan una decisión",
    };
    digest_subject_many(count) = {
        pt: "Mais de {count} solicitações aguardam decisão",
        en: "More than {count} requests await a decision",
        es: "Más de {count} solicitudes esperan una decisión",
    };
    digest_intro = {
        pt: "Estas solicitações chegaram desde o último resumo e ainda aguardam decisão. Cada link abre a solicitação e mostra o que aconteceu desde então.",
        en: "These requests arrived since the last summary and still await a decision. Each link opens the request and shows what has happened since.",
        es: "Estas solicitudes llegaron desde el último resumen y aún esperan una decisión. Cada enlace abre la solicitud y muestra lo que pasó desde entonces.",
    };
    digest_cnpj(cnpj) = { pt: "CNPJ {cnpj}", en: "CNPJ {cnpj}", es: "CNPJ {cnpj}" };
    fact_cnpj = { pt: "CNPJ", en: "CNPJ", es: "CNPJ" };
    fact_description = { pt: "Descrição", en: "Description", es: "Descripción" };
    digest_open = {
        pt: "Abrir esta solicitação:",
        en: "Open this request:",
        es: "Abrir esta solicitud:",
    };
    digest_more = {
        pt: "Há mais do que cabe nesta mensagem: veja as outras na fila.",
        en: "There are more than fit into this message: see the others in the queue.",
        es: "Hay más de lo que cabe en este mensaje: vea las otras en la cola.",
    };
    digest_queue = { pt: "Todas estão na fila:", en: "All of them are in the queue:", es: "Todas están en la cola:" };
    digest_choose = {
        pt: "Você escolheu receber um resumo por dia. Mude quando quiser:",
        en: "You chose to get one summary a day. Change it whenever you like:",
        es: "Usted eligió recibir un resumen por día. Cámbielo cuando quiera:",
    };

    coverage_subject = {
        pt: "O que você decide mudou",
        en: "What you decide on has changed",
        es: "Cambió lo que usted decide",
    };
    coverage_intro = {
        pt: "A partir de agora, estas são as solicitações sobre as quais você decide:",
        en: "From now on, these are the requests that you decide on:",
        es: "A partir de ahora, estas son las solicitudes sobre las que usted decide:",
    };
    coverage_everything = { pt: "Todas", en: "All of them", es: "Todas" };
    coverage_api(api) = { pt: "As da API {api}", en: "Those for the {api} API", es: "Las de la API {api}" };
    coverage_company(root) = {
        pt: "As da empresa com raiz de CNPJ {root}",
        en: "Those of the company with CNPJ root {root}",
        es: "Las de la empresa con raíz de CNPJ {root}",
    };
    coverage_stands_in = {
        pt: "As de quem você substitui estão incluídas durante a ausência.",
        en: "Those of whoever you stand in for are included during the absence.",
        es: "Las de quien usted sustituye están incluidas durante la ausencia.",
    };
    coverage_others = {
        pt: "Você pode ver as outras, mas quem decide sobre elas são outros gestores.",
        en: "You can see the others, but other managers decide on them.",
        es: "Puede ver las otras, pero sobre ellas deciden otros gestores.",
    };
}
