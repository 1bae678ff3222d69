//! The data of a permission group, for its owners, and its history.

texts! {
    title = { pt: "Dados do grupo", en: "Group details", es: "Datos del grupo" };
    lead = {
        pt: "O nome que as pessoas do grupo veem e como falamos com ele.",
        en: "The name that people in the group see, and how we reach it.",
        es: "El nombre que ven las personas del grupo y cómo lo contactamos.",
    };
    email_confirmed_anew = {
        pt: "Outro e-mail recebe um link e só recebe avisos depois de confirmado.",
        en: "Another address gets a link, and receives notifications once it is confirmed.",
        es: "Otro correo recibe un enlace y solo recibe avisos una vez confirmado.",
    };
    company = { pt: "Empresa", en: "Company", es: "Empresa" };
    company_lead = {
        pt: "Você pode corrigir a razão social e o CNPJ enquanto o grupo não tem solicitações em análise nem aprovadas.",
        en: "You can correct the legal name and the CNPJ as long as the group has no requests under review or approved.",
        es: "Puede corregir la razón social y el CNPJ mientras el grupo no tenga solicitudes en análisis ni aprobadas.",
    };
    change_company = { pt: "Corrigir a empresa", en: "Correct the company", es: "Corregir la empresa" };
    company_fixed_title = {
        pt: "A empresa já não muda por aqui",
        en: "The company can no longer be changed here",
        es: "La empresa ya no se cambia aquí",
    };
    company_fixed = {
        pt: "Um gestor de contrato decide ou decidiu com base na razão social e no CNPJ. Para mudar um deles, escreva para nós e diga o que mudou e por quê.",
        en: "A contract manager decides or has decided by the legal name and the CNPJ. To change one of them, write to us and say what changed and why.",
        es: "Un gestor de contrato decide o decidió según la razón social y el CNPJ. Para cambiar uno de ellos, escríbanos y diga qué cambió y por qué.",
    };
    write_to_us = { pt: "Falar com a equipe", en: "Write to the team", es: "Escribir al equipo" };
    saved_now = { pt: "Dados do grupo salvos.", en: "Group details saved.", es: "Datos del grupo guardados." };

    history = { pt: "Histórico", en: "History", es: "Historial" };
    history_of(group) = { pt: "Histórico do grupo {group}", en: "History of the group {group}", es: "Historial del grupo {group}" };
    history_lead = {
        pt: "O que as pessoas do grupo e a equipe do portal fizeram, do mais recente para o mais antigo.",
        en: "What the people in the group and the portal's team did, the latest first.",
        es: "Lo que hicieron las personas del grupo y el equipo del portal, de lo más reciente a lo más antiguo.",
    };
    nothing = { pt: "Nada por aqui ainda.", en: "Nothing here yet.", es: "Nada por aquí todavía." };
    what = { pt: "O que", en: "What", es: "Qué" };
    who = { pt: "Quem", en: "Who", es: "Quién" };
    when = { pt: "Quando", en: "When", es: "Cuándo" };
    staff = { pt: "Equipe do portal", en: "The portal's team", es: "Equipo del portal" };
    nobody = { pt: "O portal", en: "The portal", es: "El portal" };
    about_request(number) = { pt: "Solicitação {number}", en: "Request {number}", es: "Solicitud {number}" };
    about_application(name) = { pt: "Aplicação {name}", en: "Application {name}", es: "Aplicación {name}" };
    about_webhook = { pt: "Webhook", en: "Webhook", es: "Webhook" };
    roles_changed(before, after) = { pt: "{before} → {after}", en: "{before} → {after}", es: "{before} → {after}" };

    group_created = { pt: "Grupo criado", en: "Group created", es: "Grupo creado" };
    address_confirmed = { pt: "E-mail do grupo confirmado", en: "Group's address confirmed", es: "Correo del grupo confirmado" };
    group_edited = { pt: "Dados do grupo alterados", en: "Group details changed", es: "Datos del grupo modificados" };
    invitation_sent = { pt: "Convite enviado", en: "Invitation sent", es: "Invitación enviada" };
    invitation_resent = { pt: "Convite reenviado", en: "Invitation sent again", es: "Invitación reenviada" };
    invitation_withdrawn = { pt: "Convite cancelado", en: "Invitation withdrawn", es: "Invitación cancelada" };
    invitation_declined = { pt: "Convite recusado", en: "Invitation declined", es: "Invitación rechazada" };
    invitation_accepted = { pt: "Convite aceito", en: "Invitation accepted", es: "Invitación aceptada" };
    role_changed = { pt: "Papel alterado", en: "Role changed", es: "Rol cambiado" };
    member_removed = { pt: "Pessoa removida", en: "Person removed", es: "Persona quitada" };
    member_left = { pt: "Pessoa saiu", en: "Person left", es: "Persona salió" };
    handed_over = { pt: "Grupo transferido", en: "Group handed over", es: "Grupo transferido" };
    handover_proposed = { pt: "Transferência proposta", en: "Hand-over proposed", es: "Transferencia propuesta" };
    handover_confirmed = { pt: "Transferência confirmada", en: "Hand-over confirmed", es: "Transferencia confirmada" };
    handover_withdrawn = { pt: "Transferência cancelada", en: "Hand-over withdrawn", es: "Transferencia cancelada" };
    request_submitted = { pt: "Solicitação enviada", en: "Request sent", es: "Solicitud enviada" };
    request_approved = { pt: "Solicitação aprovada", en: "Request approved", es: "Solicitud aprobada" };
    request_rejected = { pt: "Solicitação recusada", en: "Request rejected", es: "Solicitud rechazada" };
    request_cancelled = { pt: "Solicitação cancelada", en: "Request cancelled", es: "Solicitud cancelada" };
    suspended = { pt: "Aplicação suspensa", en: "Application suspended", es: "Aplicación suspendida" };
    resumed = { pt: "Aplicação retomada", en: "Application resumed", es: "Aplicación reanudada" };
    revoked = { pt: "Aplicação revogada", en: "Application revoked", es: "Aplicación revocada" };
    plan_changed = { pt: "Plano alterado", en: "Plan changed", es: "Plan cambiado" };
    secret_revealed = { pt: "Chave secreta revelada", en: "Secret key revealed", es: "Clave secreta revelada" };
    secret_added = { pt: "Chave secreta criada", en: "Secret key created", es: "Clave secreta creada" };
    secret_revoked = { pt: "Chave secreta revogada", en: "Secret key revoked", es: "Clave secreta revocada" };
    sandbox_keys_revealed = { pt: "Chaves de teste reveladas", en: "Test keys revealed", es: "Claves de prueba reveladas" };
    call_made = { pt: "Chamada cobrada feita no portal", en: "Billed call made from the portal", es: "Llamada facturada hecha desde el portal" };
    webhook_added = { pt: "Webhook criado", en: "Webhook created", es: "Webhook creado" };
    webhook_changed = { pt: "Webhook alterado", en: "Webhook changed", es: "Webhook modificado" };
    webhook_secret = { pt: "Segredo do webhook trocado", en: "Webhook secret replaced", es: "Secreto del webhook cambiado" };
    webhook_paused = { pt: "Webhook pausado", en: "Webhook paused", es: "Webhook en pausa" };
    webhook_resumed = { pt: "Webhook retomado", en: "Webhook resumed", es: "Webhook reanudado" };
    webhook_deleted = { pt: "Webhook apagado", en: "Webhook deleted", es: "Webhook eliminado" };
    other = { pt: "Outra ação", en: "Another action", es: "Otra acción" };
}
