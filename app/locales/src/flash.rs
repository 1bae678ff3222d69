//! What just happened, said once on the next page.

texts! {
    free_mail = {
        pt: "Seu cadastro segue com este e-mail, que parece pessoal. Com o da empresa, suas solicitações são mais fáceis de aprovar.",
        en: "Your registration goes ahead with this address, which looks personal. With your company's address, your requests are easier to approve.",
        es: "Su registro sigue con este correo, que parece personal. Con el de la empresa, sus solicitudes son más fáciles de aprobar.",
    };
    signed_out = { pt: "Você saiu. Até logo.", en: "You have signed out.", es: "Ha cerrado la sesión." };
    password_saved = {
        pt: "Senha salva. As outras sessões foram encerradas.",
        en: "Password saved. Your other sessions have ended.",
        es: "Contraseña guardada. Se cerraron las demás sesiones.",
    };
    account_ready = {
        pt: "Conta pronta. Escolha uma API no catálogo e peça acesso.",
        en: "Your account is ready. Choose an API in the catalogue and ask for access.",
        es: "Su cuenta está lista. Elija una API en el catálogo y pida acceso.",
    };
    profile_saved = { pt: "Dados salvos.", en: "Your details are saved.", es: "Datos guardados." };
    session_ended = { pt: "Sessão encerrada.", en: "Session ended.", es: "Sesión cerrada." };
    sessions_ended = {
        pt: "As outras sessões foram encerradas.",
        en: "Your other sessions have ended.",
        es: "Se cerraron las demás sesiones.",
    };
    group_created = {
        pt: "Grupo de permissões criado.",
        en: "Permission group created.",
        es: "Grupo de permisos creado.",
    };
    already_open = {
        pt: "Este grupo já tem uma solicitação aberta desta API neste plano. É esta aqui.",
        en: "This group already has an open request for this API and plan. Here it is.",
        es: "Este grupo ya tiene una solicitud abierta de esta API en este plan. Es esta.",
    };
    draft_changed = {
        pt: "A solicitação mudou desde que você abriu a revisão. Confira de novo antes de enviar.",
        en: "The request has changed since you opened the review. Check it again before you send it.",
        es: "La solicitud cambió desde que usted abrió la revisión. Revísela de nuevo antes de enviar.",
    };
    request_cancelled = { pt: "Solicitação cancelada.", en: "Request cancelled.", es: "Solicitud cancelada." };
    too_late_to_cancel = {
        pt: "A solicitação já tinha sido decidida, e por isso não foi cancelada.",
        en: "The request had already been decided, so it was not cancelled.",
        es: "La solicitud ya estaba decidida, por eso no se canceló.",
    };
    approved = {
        pt: "Solicitação aprovada. Avisamos o solicitante por e-mail.",
        en: "Request approved. We have told the applicant by e-mail.",
        es: "Solicitud aprobada. Avisamos al solicitante por correo.",
    };
    rejected = {
        pt: "Solicitação recusada. Avisamos o solicitante por e-mail, com o motivo.",
        en: "Request rejected. We have told the applicant by e-mail, with the reason.",
        es: "Solicitud rechazada. Avisamos al solicitante por correo, con el motivo.",
    };
    already_decided = {
        pt: "Esta solicitação já tinha sido decidida. Sua decisão não foi registrada.",
        en: "This request had already been decided. Your decision was not recorded.",
        es: "Esta solicitud ya estaba decidida. Su decisión no se registró.",
    };
    link_resent = {
        pt: "Um novo link está a caminho do e-mail da pessoa.",
        en: "A new link is on its way to the person's e-mail.",
        es: "Un nuevo enlace va en camino al correo de la persona.",
    };
    reset_started = {
        pt: "O link para criar outra senha está a caminho do e-mail da pessoa.",
        en: "The link to set another password is on its way to the person's e-mail.",
        es: "El enlace para crear otra contraseña va en camino al correo de la persona.",
    };
    throttle_lifted = {
        pt: "Entrada liberada. A pessoa já pode tentar de novo.",
        en: "Sign-in unlocked. The person can try again now.",
        es: "Acceso liberado. La persona ya puede intentarlo de nuevo.",
    };
    account_sessions_ended = {
        pt: "As sessões da pessoa foram encerradas.",
        en: "The person's sessions have ended.",
        es: "Se cerraron las sesiones de la persona.",
    };
    roles_saved = { pt: "Papéis salvos.", en: "Roles saved.", es: "Roles guardados." };
    last_administrator = {
        pt: "Alguém precisa continuar na administração. Dê o papel a outra pessoa antes.",
        en: "Somebody must remain an administrator. Give the role to another person first.",
        es: "Alguien debe seguir en la administración. Dé antes el rol a otra persona.",
    };
}
