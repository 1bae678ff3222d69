//! Deciding on requests.

texts! {
    lead = {
        pt: "Solicitações que aguardam decisão, a mais antiga primeiro.",
        en: "Requests awaiting a decision, oldest first.",
        es: "Solicitudes que esperan una decisión, la más antigua primero.",
    };
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
    mail_service = { pt: "E-mail", en: "Mail", es: "Correo" };
    corporate_mail = { pt: "Corporativo", en: "Corporate", es: "Corporativo" };
    free_mail = { pt: "Gratuito", en: "Free service", es: "Gratuito" };
    earlier = {
        pt: "Solicitações anteriores da empresa",
        en: "Earlier requests from this company",
        es: "Solicitudes anteriores de la empresa",
    };
    no_earlier = {
        pt: "Nenhuma com esta raiz de CNPJ.",
        en: "None with this CNPJ root.",
        es: "Ninguna con esta raíz de CNPJ.",
    };

    decision = { pt: "Decisão", en: "Decision", es: "Decisión" };
    reason_hint = {
        pt: "Obrigatório para recusar, opcional para aprovar. O solicitante vai ler.",
        en: "Required to reject, optional to approve. The applicant will read it.",
        es: "Obligatorio para rechazar, opcional para aprobar. El solicitante lo leerá.",
    };
    approve = { pt: "Aprovar solicitação", en: "Approve the request", es: "Aprobar la solicitud" };
    reject = { pt: "Recusar solicitação", en: "Reject the request", es: "Rechazar la solicitud" };
    outcome = { pt: "Resultado", en: "Outcome", es: "Resultado" };
    decided_at = { pt: "Decidida em", en: "Decided on", es: "Decidida el" };
    decided_by = { pt: "Por", en: "By", es: "Por" };
}
