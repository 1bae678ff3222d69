//! The names of the things of the portal.

pub mod device;
pub mod event_kinds;
pub mod events;
pub mod languages;
pub mod member_roles;

texts! {
    state_draft = { pt: "Rascunho", en: "Draft", es: "Borrador" };
    state_pending = { pt: "Em análise", en: "Under review", es: "En análisis" };
    state_awaiting_applicant = {
        pt: "Aguarda resposta",
        en: "Awaiting reply",
        es: "Espera respuesta",
    };
    state_approved = { pt: "Aprovada", en: "Approved", es: "Aprobada" };
    state_rejected = { pt: "Recusada", en: "Rejected", es: "Rechazada" };
    state_cancelled = { pt: "Cancelada", en: "Cancelled", es: "Cancelada" };
    state_suspended = { pt: "Suspensa", en: "Suspended", es: "Suspendida" };
    state_revoked = { pt: "Revogada", en: "Revoked", es: "Revocada" };

    scope_portal_read = { pt: "API do portal (consulta)", en: "the portal’s API (reading)", es: "API del portal (consulta)" };
    scope_portal_write = { pt: "API do portal (ações)", en: "the portal’s API (acting)", es: "API del portal (acciones)" };
    plan_trial = { pt: "Trial", en: "Trial", es: "Trial" };
    plan_pay_per_use = { pt: "Pay Per Use", en: "Pay Per Use", es: "Pay Per Use" };
    plan_upgrade = { pt: "Trial → Pay Per Use", en: "Trial → Pay Per Use", es: "Trial → Pay Per Use" };


    request_number(number) = { pt: "Nº {number}", en: "No. {number}", es: "N.º {number}" };
    request = { pt: "Solicitação", en: "Request", es: "Solicitud" };
    application = { pt: "Aplicação", en: "Application", es: "Aplicación" };
    name = { pt: "Nome", en: "Name", es: "Nombre" };
    description = { pt: "Descrição", en: "Description", es: "Descripción" };
    api = { pt: "API", en: "API", es: "API" };
    plan = { pt: "Plano", en: "Plan", es: "Plan" };
    applicant = { pt: "Solicitante", en: "Applicant", es: "Solicitante" };
    company = { pt: "Empresa", en: "Company", es: "Empresa" };
    group = { pt: "Grupo", en: "Group", es: "Grupo" };
    legal_name = { pt: "Razão social", en: "Legal name", es: "Razón social" };
    cnpj = { pt: "CNPJ", en: "CNPJ", es: "CNPJ" };
    email = { pt: "E-mail", en: "E-mail", es: "Correo" };
    phone = { pt: "Telefone", en: "Phone", es: "Teléfono" };
    reason = { pt: "Motivo", en: "Reason", es: "Motivo" };
    remark = { pt: "Observação", en: "Note", es: "Observación" };
    submitted_at = { pt: "Enviada em", en: "Sent on", es: "Enviada el" };
    approved_at = { pt: "Aprovada em", en: "Approved on", es: "Aprobada el" };
    rejected_at = { pt: "Recusada em", en: "Rejected on", es: "Rechazada el" };
}
