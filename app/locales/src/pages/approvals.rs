//! The pages where contract managers decide on requests.

texts! {
    lead = {
        pt: "Solicitações que aguardam decisão, as mais antigas primeiro.",
        en: "Requests awaiting a decision, oldest first.",
        es: "Solicitudes que esperan una decisión, las más antiguas primero.",
    };
    lead_all = {
        pt: "Solicitações e aplicações, da mais nova à mais antiga.",
        en: "Requests and applications, newest first.",
        es: "Solicitudes y aplicaciones, de la más nueva a la más antigua.",
    };
    search = { pt: "Número, empresa, pessoa ou chave", en: "Number, company, person or key", es: "Número, empresa, persona o clave" };
    state = { pt: "Situação", en: "Status", es: "Estado" };
    listed_pending = { pt: "Em análise", en: "Under review", es: "En análisis" };
    listed_awaiting_applicant = { pt: "Aguardam resposta", en: "Awaiting reply", es: "Esperan respuesta" };
    listed_approved = { pt: "Aprovadas", en: "Approved", es: "Aprobadas" };
    listed_suspended = { pt: "Suspensas", en: "Suspended", es: "Suspendidas" };
    listed_revoked = { pt: "Revogadas", en: "Revoked", es: "Revocadas" };
    listed_rejected = { pt: "Recusadas", en: "Rejected", es: "Rechazadas" };
    listed_cancelled = { pt: "Canceladas", en: "Cancelled", es: "Canceladas" };
    listed_all = { pt: "Todas", en: "All", es: "Todas" };
    none_title = { pt: "Nada encontrado", en: "Nothing found", es: "No se encontró nada" };
    none = {
        pt: "Confira a grafia, busque só uma parte ou busque em outra situação.",
        en: "Check the spelling, search for only a part, or search under another status.",
        es: "Revise la ortografía, busque solo una parte o busque en otro estado.",
    };
    look_everywhere = { pt: "Buscar em todas", en: "Search all of them", es: "Buscar en todas" };
    api_and_plan = { pt: "API e plano", en: "API and plan", es: "API y plan" };
    sent = { pt: "Enviada", en: "Sent", es: "Enviada" };
    empty_title = { pt: "Nada na fila", en: "Nothing in the queue", es: "Nada en la cola" };
    empty = {
        pt: "Quando chegar uma solicitação, ela aparece aqui e você recebe um e-mail.",
        en: "When a request arrives it appears here, and you get an e-mail.",
        es: "Cuando llegue una solicitud, aparecerá aquí y usted recibirá un correo.",
    };

    title(number) = { pt: "Solicitação {number}", en: "Request {number}", es: "Solicitud {number}" };

    evidence = { pt: "Evidências", en: "Evidence", es: "Evidencias" };
    members = { pt: "Pessoas", en: "People", es: "Personas" };
    check_digits = { pt: "Dígitos conferem", en: "Check digits match", es: "Dígitos correctos" };
    mail_domain = { pt: "Domínio", en: "Domain", es: "Dominio" };
    same_domain = { pt: "O mesmo do grupo", en: "Same as the group's", es: "El mismo del grupo" };
    other_domain = { pt: "Diferente do grupo", en: "Not the group's", es: "Distinto al del grupo" };
    applicants_mail = { pt: "E-mail da pessoa", en: "Person's e-mail", es: "Correo de la persona" };
    groups_mail = { pt: "E-mail do grupo", en: "Group's e-mail", es: "Correo del grupo" };
    corporate_mail = { pt: "Corporativo", en: "Corporate", es: "Corporativo" };
    unconfirmed_mail = { pt: "A confirmar", en: "Not confirmed yet", es: "Por confirmar" };
    free_mail = { pt: "Gratuito", en: "Free service", es: "Gratuito" };
    other_legal_name = { pt: "Diferente", en: "Different", es: "Diferente" };
    used_before(name) = {
        pt: "CNPJ já usado por {name}",
        en: "CNPJ already used by {name}",
        es: "CNPJ ya usado por {name}",
    };
    earlier = {
        pt: "Outras solicitações com esta raiz de CNPJ",
        en: "Other requests with this CNPJ root",
        es: "Otras solicitudes con esta raíz de CNPJ",
    };
    no_earlier = {
        pt: "Nenhuma antes desta.",
        en: "None before this one.",
        es: "Ninguna antes de esta.",
    };

    decision = { pt: "Decisão", en: "Decision", es: "Decisión" };
    message = {
        pt: "Mensagem ao solicitante",
        en: "Message to the applicant",
        es: "Mensaje al solicitante",
    };
    reason_hint = {
        pt: "Para recusar, escreva o motivo. Para aprovar, a mensagem é opcional.",
        en: "To reject, write the reason. To approve, the message is optional.",
        es: "Para rechazar, escriba el motivo. Para aprobar, el mensaje es opcional.",
    };
    approve = { pt: "Aprovar solicitação", en: "Approve the request", es: "Aprobar la solicitud" };
    reject = { pt: "Recusar solicitação", en: "Reject the request", es: "Rechazar la solicitud" };
    outcome = { pt: "Resultado", en: "Outcome", es: "Resultado" };
    decided_at = { pt: "Decidida em", en: "Decided on", es: "Decidida el" };
    decided_by = { pt: "Por", en: "By", es: "Por" };

    trial_application = { pt: "Aplicação no Trial", en: "Application on Trial", es: "Aplicación en el Trial" };
    in_use_since = { pt: "Em uso desde", en: "In use since", es: "En uso desde" };
    trial = { pt: "Trial", en: "Trial", es: "Trial" };
    earlier_trial = {
        pt: "O grupo já teve um Trial desta API",
        en: "The group has had a Trial of this API",
        es: "El grupo ya tuvo un Trial de esta API",
    };
    trial_since(name, date) = {
        pt: "{name}, aprovada em {date}",
        en: "{name}, approved on {date}",
        es: "{name}, aprobada el {date}",
    };
    trial_use = { pt: "Uso até agora", en: "Usage so far", es: "Uso hasta ahora" };
    used_of(used, calls) = {
        pt: "{used} de {calls} chamadas",
        en: "{used} of {calls} calls",
        es: "{used} de {calls} llamadas",
    };
    public_key = { pt: "Chave pública", en: "Public key", es: "Clave pública" };
    plan_change_effect = {
        pt: "Ao aprovar, esta aplicação passa para o Pay Per Use com as mesmas chaves.",
        en: "On approval this application moves to Pay Per Use with the same keys.",
        es: "Al aprobar, esta aplicación pasa a Pay Per Use con las mismas claves.",
    };
    plan_change_gone_title = { pt: "Não há o que aprovar", en: "There is nothing to approve", es: "No hay nada que aprobar" };
    plan_change_gone = {
        pt: "A aplicação não está mais em uso no Trial. Recuse a solicitação e diga o motivo.",
        en: "The application is no longer in use on Trial. Reject the request and say why.",
        es: "La aplicación ya no está en uso en el Trial. Rechace la solicitud y diga el motivo.",
    };
    plan_change_waits = {
        pt: "Há uma solicitação de Pay Per Use em análise",
        en: "A Pay Per Use request is under review",
        es: "Hay una solicitud de Pay Per Use en análisis",
    };
    see_request(number) = { pt: "Ver a solicitação {number}", en: "See request {number}", es: "Ver la solicitud {number}" };

    access = { pt: "Acesso", en: "Access", es: "Acceso" };
    no_recent_calls = {
        pt: "Nenhuma chamada nas últimas 24 horas.",
        en: "No calls in the last 24 hours.",
        es: "No hubo llamadas en las últimas 24 horas.",
    };
    one_recent_call = {
        pt: "1 chamada nas últimas 24 horas.",
        en: "1 call in the last 24 hours.",
        es: "1 llamada en las últimas 24 horas.",
    };
    recent_calls(count) = {
        pt: "{count} chamadas nas últimas 24 horas.",
        en: "{count} calls in the last 24 hours.",
        es: "{count} llamadas en las últimas 24 horas.",
    };
    suspend_hint = {
        pt: "O solicitante e o grupo vão ler esta mensagem. As chaves param de funcionar até que alguém retome o acesso.",
        en: "The applicant and the group will read this message. The keys stop working until somebody resumes access.",
        es: "El solicitante y el grupo leerán este mensaje. Las claves dejan de funcionar hasta que alguien reanude el acceso.",
    };
    suspend = { pt: "Suspender o acesso", en: "Suspend access", es: "Suspender el acceso" };
    resume_hint = {
        pt: "O solicitante e o grupo vão ler esta mensagem. As mesmas chaves voltam a funcionar.",
        en: "The applicant and the group will read this message. The same keys work again.",
        es: "El solicitante y el grupo leerán este mensaje. Las mismas claves vuelven a funcionar.",
    };
    resume = { pt: "Retomar o acesso", en: "Resume access", es: "Reanudar el acceso" };
    to_revoke = { pt: "Revogar definitivamente…", en: "Revoke permanently…", es: "Revocar definitivamente…" };

    revoke_title(name) = {
        pt: "Revogar o acesso de {name}",
        en: "Revoke access for {name}",
        es: "Revocar el acceso de {name}",
    };
    revoke_crumb = { pt: "Revogar", en: "Revoke", es: "Revocar" };
    no_way_back = { pt: "Não é possível desfazer", en: "This cannot be undone", es: "No se puede deshacer" };
    revoke_keys = {
        pt: "As chaves deixam de funcionar, e nenhum token novo é emitido.",
        en: "The keys stop working, and no new token is issued.",
        es: "Las claves dejan de funcionar y no se emite ningún token nuevo.",
    };
    revoke_tokens = {
        pt: "Os tokens já emitidos param de funcionar em até um segundo.",
        en: "Tokens already issued stop working within a second.",
        es: "Los tokens ya emitidos dejan de funcionar en un segundo como máximo.",
    };
    revoke_calls(api) = {
        pt: "Os sistemas da empresa que usam estas chaves perdem o acesso à API {api}.",
        en: "The company's systems that use these keys lose access to the {api} API.",
        es: "Los sistemas de la empresa que usan estas claves pierden el acceso a la API {api}.",
    };
    revoke_plan_change(number) = {
        pt: "A solicitação de Pay Per Use {number} também é cancelada.",
        en: "The Pay Per Use request {number} is cancelled as well.",
        es: "La solicitud de Pay Per Use {number} también se cancela.",
    };
    revoke_after = {
        pt: "Para voltar a usar a API, a empresa precisa fazer outra solicitação, que terá outras chaves.",
        en: "To use the API again, the company has to send another request, which will have new keys.",
        es: "Para volver a usar la API, la empresa debe hacer otra solicitud, que tendrá otras claves.",
    };
    revoke_hint = {
        pt: "O solicitante e o grupo vão ler esta mensagem.",
        en: "The applicant and the group will read this message.",
        es: "El solicitante y el grupo leerán este mensaje.",
    };
    revoke = { pt: "Revogar o acesso definitivamente", en: "Revoke access permanently", es: "Revocar el acceso definitivamente" };

    own = { pt: "Sua ou do seu grupo", en: "Yours or your group's", es: "Suya o de su grupo" };
    own_barred_title = {
        pt: "A decisão é de outra pessoa",
        en: "Somebody else has to decide",
        es: "La decisión le corresponde a otra persona",
    };
    own_barred = {
        pt: "Você fez esta solicitação ou faz parte do grupo dela. Por isso, quem decide é outro gestor de contrato.",
        en: "You made this request or belong to its group, so the decision is for another contract manager.",
        es: "Usted hizo esta solicitud o forma parte de su grupo. Por eso decide otro gestor de contrato.",
    };
    own_recorded_title = {
        pt: "Você vai decidir sobre uma solicitação própria",
        en: "You are about to decide on a request of your own",
        es: "Usted va a decidir sobre una solicitud propia",
    };
    own_recorded = {
        pt: "Você fez esta solicitação ou faz parte do grupo dela. O histórico vai mostrar isso ao lado da decisão.",
        en: "You made this request or belong to its group. The history will show that beside the decision.",
        es: "Usted hizo esta solicitud o forma parte de su grupo. El historial lo mostrará junto a la decisión.",
    };
    decided_on_own = {
        pt: "Decidido por quem fez a solicitação ou faz parte do grupo dela",
        en: "Decided by somebody who made the request or belongs to its group",
        es: "Decidido por quien hizo la solicitud o forma parte de su grupo",
    };

    history = { pt: "Histórico", en: "History", es: "Historial" };
    by(name) = { pt: "por {name}", en: "by {name}", es: "por {name}" };
    submitted = { pt: "Enviada", en: "Sent", es: "Enviada" };
    approved = { pt: "Aprovada", en: "Approved", es: "Aprobada" };
    rejected = { pt: "Recusada", en: "Rejected", es: "Rechazada" };
    cancelled = { pt: "Cancelada", en: "Cancelled", es: "Cancelada" };
    suspended = { pt: "Acesso suspenso", en: "Access suspended", es: "Acceso suspendido" };
    resumed = { pt: "Acesso retomado", en: "Access resumed", es: "Acceso reanudado" };
    revoked = { pt: "Acesso revogado", en: "Access revoked", es: "Acceso revocado" };
    inquired = { pt: "Informações pedidas", en: "Information requested", es: "Información solicitada" };
    inquiry_answered = { pt: "Pergunta respondida", en: "Question answered", es: "Pregunta respondida" };
    inquiry_withdrawn = { pt: "Pergunta retirada", en: "Question withdrawn", es: "Pregunta retirada" };
    contract_ended = { pt: "Contrato encerrado, acesso suspenso", en: "Contract ended, access suspended", es: "Contrato terminado, acceso suspendido" };
    conditions_changed = { pt: "Condições alteradas", en: "Conditions changed", es: "Condiciones cambiadas" };
    since_then(what, at) = {
        pt: "Desde o envio: {what}, {at}",
        en: "Since it was sent: {what}, {at}",
        es: "Desde el envío: {what}, {at}",
    };
    people = { pt: "Quem são", en: "Who they are", es: "Quiénes son" };
    account_since = { pt: "Conta criada", en: "Account created", es: "Cuenta creada" };
    company_domains = { pt: "Domínios da empresa", en: "Company's domains", es: "Dominios de la empresa" };
    domain_known = { pt: "Já usado por ela", en: "Used by it before", es: "Ya usado por ella" };
    domain_unknown = { pt: "Novo para ela", en: "New to it", es: "Nuevo para ella" };
    second_trial = {
        pt: "Segundo Trial da mesma API",
        en: "Second Trial of the same API",
        es: "Segundo Trial de la misma API",
    };
    second_trial_text = {
        pt: "O grupo já teve um Trial desta API. Aprovar de novo é dar mais chamadas de teste sem contrato.",
        en: "The group has already had a Trial of this API. Approving again means more test calls without a contract.",
        es: "El grupo ya tuvo un Trial de esta API. Aprobar de nuevo es dar más llamadas de prueba sin contrato.",
    };
    plan_changed(number) = {
        pt: "Passou para o Pay Per Use (solicitação {number})",
        en: "Moved to Pay Per Use (request {number})",
        es: "Pasó a Pay Per Use (solicitud {number})",
    };
}
