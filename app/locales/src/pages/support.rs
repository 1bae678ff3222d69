//! The pages where staff look after accounts and roles.

texts! {
    title = { pt: "Contas", en: "Accounts", es: "Cuentas" };
    lead = {
        pt: "Encontre uma conta e ajude quem não consegue entrar. Senhas e chaves não aparecem aqui.",
        en: "Find an account and help its owner get back in. Passwords and keys do not appear here.",
        es: "Encuentre una cuenta y ayude a quien no puede iniciar sesión. Aquí no aparecen contraseñas ni claves.",
    };
    search = { pt: "E-mail ou nome", en: "E-mail or name", es: "Correo o nombre" };
    none_title = { pt: "Nenhuma conta encontrada", en: "No account found", es: "No se encontró ninguna cuenta" };
    none = {
        pt: "Confira a grafia ou busque só uma parte do nome ou do e-mail.",
        en: "Check the spelling, or search for only a part of the name or e-mail.",
        es: "Revise la ortografía o busque solo una parte del nombre o del correo.",
    };
    person = { pt: "Pessoa", en: "Person", es: "Persona" };
    state = { pt: "Situação", en: "Status", es: "Estado" };
    created = { pt: "Cadastro", en: "Registered", es: "Registro" };
    verified = { pt: "E-mail confirmado", en: "E-mail confirmed", es: "Correo confirmado" };
    unverified = { pt: "E-mail não confirmado", en: "E-mail not confirmed", es: "Correo no confirmado" };

    email = { pt: "E-mail", en: "E-mail", es: "Correo" };
    language = { pt: "Idioma", en: "Language", es: "Idioma" };
    link_sent = { pt: "Último link enviado", en: "Last link sent", es: "Último enlace enviado" };
    mail_refusal = { pt: "E-mail não entregue", en: "E-mail not delivered", es: "Correo no entregado" };
    confirmed = { pt: "E-mail confirmado em", en: "E-mail confirmed on", es: "Correo confirmado el" };
    password = { pt: "Senha", en: "Password", es: "Contraseña" };
    password_set(at) = { pt: "definida em {at}", en: "set on {at}", es: "definida el {at}" };
    password_none = { pt: "ainda não definida", en: "not set yet", es: "todavía sin definir" };
    locked = { pt: "Bloqueio de acesso", en: "Sign-in lock", es: "Bloqueo del inicio de sesión" };
    locked_until(at) = { pt: "até {at}", en: "until {at}", es: "hasta {at}" };
    not_locked = { pt: "nenhum", en: "none", es: "ninguno" };
    last_sign_in = { pt: "Última entrada", en: "Last sign-in", es: "Último inicio de sesión" };
    open_sessions = { pt: "Sessões abertas", en: "Open sessions", es: "Sesiones abiertas" };
    never = { pt: "nunca", en: "never", es: "nunca" };

    actions = { pt: "O que você pode fazer", en: "What you can do", es: "Qué puede hacer" };
    resend = { pt: "Reenviar o link", en: "Send the link again", es: "Reenviar el enlace" };
    resend_hint = {
        pt: "Para quem não recebeu o e-mail do cadastro ou deixou o link expirar.",
        en: "For those who did not get the registration e-mail, or let the link expire.",
        es: "Para quien no recibió el correo del registro o dejó caducar el enlace.",
    };
    reset = { pt: "Enviar link de nova senha", en: "Send a link for a new password", es: "Enviar enlace de nueva contraseña" };
    reset_hint = {
        pt: "A senha atual continua valendo até que a pessoa crie outra.",
        en: "The current password keeps working until the person sets another.",
        es: "La contraseña actual sigue siendo válida hasta que la persona cree otra.",
    };
    lift = { pt: "Liberar a entrada", en: "Unlock sign-in", es: "Desbloquear el inicio de sesión" };
    lift_hint = {
        pt: "Depois de muitas senhas erradas, a pessoa precisa esperar. Libere a entrada se era ela mesma.",
        en: "After many wrong passwords the person has to wait. Unlock it if it was really them.",
        es: "Tras muchas contraseñas incorrectas, la persona debe esperar. Desbloquéelo si realmente era ella.",
    };
    end_sessions = { pt: "Encerrar todas as sessões", en: "End all sessions", es: "Cerrar todas las sesiones" };
    end_sessions_hint = {
        pt: "Para quem perdeu o aparelho. A pessoa terá de entrar de novo em todo lugar.",
        en: "For those who lost a device. The person will have to sign in again everywhere.",
        es: "Para quien perdió el dispositivo. La persona deberá iniciar sesión de nuevo en todas partes.",
    };
    history = { pt: "Histórico", en: "History", es: "Historial" };
    by(who) = { pt: "por {who}", en: "by {who}", es: "por {who}" };

    people_title = { pt: "Pessoas e papéis", en: "People and roles", es: "Personas y roles" };
    people_lead = {
        pt: "Quem decide sobre as solicitações, quem atende e quem administra. A mudança vale a partir da próxima página que a pessoa abrir.",
        en: "Who decides on requests, who gives support and who administers. A change applies from the next page the person opens.",
        es: "Quién decide sobre las solicitudes, quién atiende y quién administra. El cambio se aplica desde la próxima página que la persona abra.",
    };
    roles = { pt: "Papéis", en: "Roles", es: "Roles" };
    roles_of(name) = { pt: "Papéis de {name}", en: "Roles of {name}", es: "Roles de {name}" };
    save_roles_of(name) = { pt: "Salvar os papéis de {name}", en: "Save the roles of {name}", es: "Guardar los roles de {name}" };
    roles_to_save = {
        pt: "Os papéis que você escolheu são salvos assim que você confirmar.",
        en: "The roles you chose are saved as soon as you confirm.",
        es: "Los roles que eligió se guardan en cuanto confirme.",
    };
    contract_manager = { pt: "Gestor de contrato", en: "Contract manager", es: "Gestor de contrato" };
    support_role = { pt: "Suporte", en: "Support", es: "Soporte" };
    administrator = { pt: "Administração", en: "Administrator", es: "Administración" };
}

texts! {
    within_30_days = { pt: "Nos últimos 30 dias", en: "In the last 30 days", es: "En los últimos 30 días" };
    before_90_days = { pt: "Há mais de 90 dias", en: "More than 90 days ago", es: "Hace más de 90 días" };
    any = { pt: "Qualquer", en: "Any", es: "Cualquiera" };
    nominations = { pt: "Indicações para a administração", en: "Nominated as administrators", es: "Propuestas para la administración" };
    nominations_lead = {
        pt: "Uma segunda pessoa da administração precisa concordar. Até lá, a pessoa indicada não tem o papel.",
        en: "A second administrator must agree. Until then, the person does not have the role.",
        es: "Una segunda persona de la administración debe estar de acuerdo. Hasta entonces, la persona propuesta no tiene el rol.",
    };
    proposed_by(name) = { pt: "Indicação de {name}", en: "Proposed by {name}", es: "Propuesta de {name}" };
    agree = { pt: "Concordar", en: "Agree", es: "Aceptar" };
    agree_to(name) = { pt: "Concordar: {name}", en: "Agree: {name}", es: "Aceptar: {name}" };
    withdraw = { pt: "Retirar", en: "Withdraw", es: "Retirar" };
    turn_down = { pt: "Recusar", en: "Turn down", es: "Rechazar" };
    nomination_to_agree = {
        pt: "A pessoa passa a ser da administração assim que você confirmar.",
        en: "The person becomes an administrator as soon as you confirm.",
        es: "La persona pasa a la administración en cuanto usted confirme.",
    };
    nominated = {
        pt: "Papéis salvos. Para a administração, falta que outra pessoa da administração concorde.",
        en: "Roles saved. To become an administrator, the person needs another administrator to agree.",
        es: "Roles guardados. Para la administración, falta que otra persona de la administración esté de acuerdo.",
    };
    nomination_withdrawn = { pt: "Indicação retirada.", en: "Nomination withdrawn.", es: "Propuesta retirada." };
    nomination_gone = { pt: "Essa indicação já foi decidida.", en: "That nomination is decided already.", es: "Esa propuesta ya se decidió." };
    own_nomination = {
        pt: "Quem indicou não pode concordar: é preciso outra pessoa da administração.",
        en: "Whoever proposed somebody cannot agree: another administrator is needed.",
        es: "Quien hizo la propuesta no puede aceptarla: hace falta otra persona de la administración.",
    };
}
