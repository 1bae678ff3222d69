//! What webhooks are told of, and when each of it happens.

texts! {
    about_requests = { pt: "Solicitações", en: "Requests", es: "Solicitudes" };
    about_applications = { pt: "Aplicações", en: "Applications", es: "Aplicaciones" };
    about_keys = { pt: "Chaves e cota", en: "Keys and quota", es: "Claves y cuota" };
    about_apis = { pt: "APIs", en: "APIs", es: "APIs" };
    about_incidents = { pt: "Incidentes", en: "Incidents", es: "Incidentes" };

    request_submitted = { pt: "Solicitação enviada", en: "Request submitted", es: "Solicitud enviada" };
    request_submitted_means = {
        pt: "Alguém enviou uma solicitação para análise.",
        en: "Somebody submitted a request for review.",
        es: "Alguien envió una solicitud para su análisis.",
    };
    request_approved = { pt: "Solicitação aprovada", en: "Request approved", es: "Solicitud aprobada" };
    request_approved_means = {
        pt: "Uma solicitação foi aprovada: a aplicação tem chaves e pode ser usada.",
        en: "A request was approved: the application has keys and can be used.",
        es: "Se aprobó una solicitud: la aplicación tiene claves y se puede usar.",
    };
    request_rejected = { pt: "Solicitação recusada", en: "Request rejected", es: "Solicitud rechazada" };
    request_rejected_means = {
        pt: "Uma solicitação foi recusada; o motivo está nela.",
        en: "A request was rejected; it holds the reason.",
        es: "Se rechazó una solicitud; el motivo está en ella.",
    };
    request_cancelled = { pt: "Solicitação cancelada", en: "Request cancelled", es: "Solicitud cancelada" };
    request_cancelled_means = {
        pt: "Quem solicitou desistiu, ou a aplicação da solicitação foi revogada.",
        en: "The applicant took it back, or the application it was about was revoked.",
        es: "Quien la envió desistió, o se revocó la aplicación de la solicitud.",
    };
    information_requested = {
        pt: "Informações pedidas",
        en: "Information requested",
        es: "Información solicitada",
    };
    information_requested_means = {
        pt: "Um gestor fez uma pergunta antes de decidir; a solicitação aguarda a resposta.",
        en: "A manager asked something before deciding; the request awaits the answer.",
        es: "Un gestor preguntó algo antes de decidir; la solicitud espera la respuesta.",
    };
    information_given = {
        pt: "Pergunta encerrada",
        en: "Question closed",
        es: "Pregunta cerrada",
    };
    information_given_means = {
        pt: "A pergunta foi respondida, ou o gestor a retirou; a solicitação voltou à análise.",
        en: "The question was answered, or the manager withdrew it; the request is under review again.",
        es: "La pregunta fue respondida, o el gestor la retiró; la solicitud volvió a análisis.",
    };

    application_suspended = { pt: "Aplicação suspensa", en: "Application suspended", es: "Aplicación suspendida" };
    application_suspended_means = {
        pt: "As chaves de uma aplicação deixaram de funcionar por enquanto.",
        en: "The keys of an application do not work for now.",
        es: "Las claves de una aplicación dejaron de funcionar por ahora.",
    };
    application_resumed = { pt: "Aplicação retomada", en: "Application resumed", es: "Aplicación reanudada" };
    application_resumed_means = {
        pt: "As chaves de uma aplicação suspensa voltaram a funcionar.",
        en: "The keys of a suspended application work again.",
        es: "Las claves de una aplicación suspendida volvieron a funcionar.",
    };
    application_revoked = { pt: "Aplicação revogada", en: "Application revoked", es: "Aplicación revocada" };
    application_revoked_means = {
        pt: "As chaves de uma aplicação deixaram de funcionar para sempre.",
        en: "The keys of an application will never work again.",
        es: "Las claves de una aplicación dejaron de funcionar para siempre.",
    };

    key_added = { pt: "Chave criada", en: "Key created", es: "Clave creada" };
    key_added_means = {
        pt: "Um dono do grupo criou outra chave secreta.",
        en: "An owner of the group created another secret key.",
        es: "Un dueño del grupo creó otra clave secreta.",
    };
    key_revoked = { pt: "Chave revogada", en: "Key revoked", es: "Clave revocada" };
    key_revoked_means = {
        pt: "Uma chave secreta foi revogada, na hora ou com prazo.",
        en: "A secret key was revoked, at once or with a grace period.",
        es: "Se revocó una clave secreta, enseguida o con plazo.",
    };
    key_expiring = { pt: "Chave perto de expirar", en: "Key about to expire", es: "Clave por caducar" };
    key_expiring_means = {
        pt: "Faltam 30, 7 ou 1 dia para uma chave secreta expirar.",
        en: "A secret key expires in 30, 7 or 1 days.",
        es: "Faltan 30, 7 o 1 día para que caduque una clave secreta.",
    };
    quota_reached = { pt: "Parte da cota usada", en: "Part of the quota used", es: "Parte de la cuota usada" };
    quota_reached_means = {
        pt: "Uma aplicação usou 50, 80, 90 ou 100% das chamadas do plano.",
        en: "An application used 50, 80, 90 or 100% of the calls in its plan.",
        es: "Una aplicación usó el 50, 80, 90 o 100\u{a0}% de las llamadas del plan.",
    };

    version_published = { pt: "Versão publicada", en: "Version published", es: "Versión publicada" };
    version_published_means = {
        pt: "Uma API em uso tem uma nova versão.",
        en: "An API in use has a new version.",
        es: "Una API en uso tiene una versión nueva.",
    };
    api_deprecated = { pt: "API com fim anunciado", en: "API deprecated", es: "API con fin anunciado" };
    api_deprecated_means = {
        pt: "Foi anunciado que uma API em uso vai acabar.",
        en: "It was announced that an API in use will end.",
        es: "Se anunció que una API en uso va a terminar.",
    };
    api_ending = { pt: "API perto do fim", en: "API about to end", es: "API cerca del fin" };
    api_ending_means = {
        pt: "Faltam 30 ou 7 dias para o fim de uma API em uso.",
        en: "An API in use ends in 30 or 7 days.",
        es: "Faltan 30 o 7 días para el fin de una API en uso.",
    };

    incident_opened = { pt: "Incidente publicado", en: "Incident published", es: "Incidente publicado" };
    incident_opened_means = {
        pt: "A página da situação fala de um problema ou de uma manutenção de uma API em uso.",
        en: "The status page tells of a problem or of maintenance of an API in use.",
        es: "La página del estado cuenta un problema o un mantenimiento de una API en uso.",
    };
    incident_closed = { pt: "Incidente encerrado", en: "Incident closed", es: "Incidente cerrado" };
    incident_closed_means = {
        pt: "Um incidente desses acabou.",
        en: "Such an incident is over.",
        es: "Un incidente de esos terminó.",
    };

    test = { pt: "Teste", en: "Test", es: "Prueba" };
}
