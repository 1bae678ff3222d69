//! The message about what has just happened, which stands once on the next page.

texts! {
    free_mail = {
        pt: "Seu cadastro segue com este e-mail, que parece pessoal. Com o da empresa, suas solicitações são mais fáceis de aprovar.",
        en: "Your registration goes ahead with this address, which looks personal. With your company's address, your requests are easier to approve.",
        es: "Su registro sigue con este correo, que parece personal. Con el de la empresa, sus solicitudes son más fáciles de aprobar.",
    };
    form_kept = {
        pt: "Sua sessão expirou. Entre de novo para continuar: o que você digitou fica guardado por uma hora.",
        en: "Your session has expired. Sign in again to continue: what you typed is kept for an hour.",
        es: "Su sesión caducó. Inicie sesión de nuevo para continuar: lo que escribió queda guardado durante una hora.",
    };
    signed_out = { pt: "Você saiu. Até logo.", en: "You have signed out.", es: "Ha cerrado sesión." };
    password_saved = {
        pt: "Senha salva. As outras sessões foram encerradas.",
        en: "Password saved. Your other sessions have ended.",
        es: "Contraseña guardada. Se cerraron las demás sesiones.",
    };
    account_ready = {
        pt: "Conta pronta. Escolha uma API no catálogo e peça acesso.",
        en: "Your account is ready. Choose an API in the catalogue and request access.",
        es: "Su cuenta está lista. Elija una API en el catálogo y pida acceso.",
    };
    account_ready_to_ask = {
        pt: "Conta pronta. Continue sua solicitação.",
        en: "Your account is ready. Continue with your request.",
        es: "Su cuenta está lista. Continúe con su solicitud.",
    };
    profile_saved = { pt: "Dados salvos.", en: "Your details are saved.", es: "Datos guardados." };
    session_ended = { pt: "Sessão encerrada.", en: "Session ended.", es: "Sesión cerrada." };
    own_token_revoked = {
        pt: "Acesso do programa encerrado.",
        en: "The program's access was ended.",
        es: "Se cerró el acceso del programa.",
    };
    own_program_deleted = {
        pt: "Programa excluído; os tokens dele deixaram de valer.",
        en: "Program deleted; its tokens are no longer valid.",
        es: "Programa eliminado; sus tokens ya no son válidos.",
    };
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
    address_asked = {
        pt: "O link de confirmação está a caminho do e-mail do grupo.",
        en: "The confirmation link is on its way to the group's e-mail address.",
        es: "El enlace de confirmación está en camino al correo del grupo.",
    };
    address_confirmed = {
        pt: "O e-mail do grupo já estava confirmado.",
        en: "The group's e-mail address had already been confirmed.",
        es: "El correo del grupo ya estaba confirmado.",
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
        en: "Request approved. We have notified the applicant by e-mail.",
        es: "Solicitud aprobada. Avisamos al solicitante por correo.",
    };
    rejected = {
        pt: "Solicitação recusada. Avisamos o solicitante por e-mail, com o motivo.",
        en: "Request rejected. We have notified the applicant by e-mail, with the reason.",
        es: "Solicitud rechazada. Avisamos al solicitante por correo, con el motivo.",
    };
    already_decided = {
        pt: "Esta solicitação já tinha sido decidida. Sua decisão não foi registrada.",
        en: "This request had already been decided. Your decision was not recorded.",
        es: "Esta solicitud ya estaba decidida. Su decisión no se registró.",
    };
    own_request = {
        pt: "Você fez esta solicitação ou faz parte do grupo dela, por isso não pode decidir sobre ela. Nada mudou.",
        en: "You made this request or belong to its group, so you cannot decide on it. Nothing has changed.",
        es: "Usted hizo esta solicitud o forma parte de su grupo, por eso no puede decidir sobre ella. Nada cambió.",
    };
    no_plan_to_change = {
        pt: "A aplicação não está mais em uso no Trial, por isso não há plano a mudar. Recuse a solicitação e diga o motivo.",
        en: "The application is no longer in use on Trial, so there is no plan to change. Reject the request and say why.",
        es: "La aplicación ya no está en uso en el Trial, por eso no hay plan que cambiar. Rechace la solicitud y diga el motivo.",
    };
    already_pay_per_use = {
        pt: "Esta aplicação já está no Pay Per Use.",
        en: "This application is already on Pay Per Use.",
        es: "Esta aplicación ya está en Pay Per Use.",
    };
    not_in_use = {
        pt: "Só uma aplicação aprovada e em uso pode passar para o Pay Per Use.",
        en: "Only an approved application that is in use can move to Pay Per Use.",
        es: "Solo una aplicación aprobada y en uso puede pasar a Pay Per Use.",
    };
    access_suspended = {
        pt: "Acesso suspenso. Avisamos o solicitante e o grupo por e-mail, com o motivo.",
        en: "Access suspended. We have notified the applicant and the group by e-mail, with the reason.",
        es: "Acceso suspendido. Avisamos al solicitante y al grupo por correo, con el motivo.",
    };
    access_resumed = {
        pt: "Acesso retomado. Avisamos o solicitante e o grupo por e-mail.",
        en: "Access resumed. We have notified the applicant and the group by e-mail.",
        es: "Acceso reanudado. Avisamos al solicitante y al grupo por correo.",
    };
    access_revoked = {
        pt: "Acesso revogado. Avisamos o solicitante e o grupo por e-mail, com o motivo.",
        en: "Access revoked. We have notified the applicant and the group by e-mail, with the reason.",
        es: "Acceso revocado. Avisamos al solicitante y al grupo por correo, con el motivo.",
    };
    access_changed = {
        pt: "Outra pessoa mudou este acesso antes. Sua ação não foi registrada; veja como ele está agora.",
        en: "Somebody else changed this access first. Your action was not recorded; see how it stands now.",
        es: "Otra persona cambió este acceso antes. Su acción no se registró; vea cómo está ahora.",
    };
    link_resent = {
        pt: "Um novo link está a caminho do e-mail da pessoa.",
        en: "A new link is on its way to the person's e-mail.",
        es: "Un nuevo enlace está en camino al correo de la persona.",
    };
    reset_started = {
        pt: "O link para criar outra senha está a caminho do e-mail da pessoa.",
        en: "The link to set another password is on its way to the person's e-mail.",
        es: "El enlace para crear otra contraseña está en camino al correo de la persona.",
    };
    throttle_lifted = {
        pt: "Entrada liberada. A pessoa já pode tentar de novo.",
        en: "Sign-in unlocked. The person can try again now.",
        es: "Inicio de sesión desbloqueado. La persona ya puede intentarlo de nuevo.",
    };
    account_sessions_ended = {
        pt: "As sessões da pessoa foram encerradas.",
        en: "The person's sessions have ended.",
        es: "Se cerraron las sesiones de la persona.",
    };
    secret_revoked = {
        pt: "Chave revogada. Ela não funciona mais.",
        en: "Key revoked. It no longer works.",
        es: "Clave revocada. Ya no funciona.",
    };
    secret_ending = {
        pt: "A chave para de funcionar no prazo que você escolheu. Até lá, veja aqui se alguém ainda a usa.",
        en: "The key stops working at the time you chose. Until then, check here whether anybody still uses it.",
        es: "La clave deja de funcionar en el plazo que eligió. Hasta entonces, vea aquí si alguien aún la usa.",
    };
    secret_over = {
        pt: "Esta chave não está mais ativa.",
        en: "This key is no longer active.",
        es: "Esta clave ya no está activa.",
    };
    roles_saved = { pt: "Papéis salvos.", en: "Roles saved.", es: "Roles guardados." };
    other_of_two_administrators = {
        pt: "Vocês são só duas pessoas na administração, e uma não tira o papel da outra. Dê o papel a mais alguém antes, ou use o comando balcao no servidor.",
        en: "There are just two administrators, and one cannot take the role from the other. Give it to somebody else first, or use the command balcao on the server.",
        es: "Solo hay dos personas en la administración, y una no le quita el rol a la otra. Dé antes el rol a alguien más, o use el comando balcao en el servidor.",
    };
    last_administrator = {
        pt: "Alguém precisa continuar na administração. Dê o papel a outra pessoa antes.",
        en: "Somebody must remain an administrator. Give the role to another person first.",
        es: "Alguien debe seguir en la administración. Dé antes el rol a otra persona.",
    };
}
