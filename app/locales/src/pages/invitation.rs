//! An invitation to a permission group, as whoever was invited sees it.

texts! {
    title = {
        pt: "Convite para um grupo de permissões",
        en: "Invitation to a permission group",
        es: "Invitación a un grupo de permisos",
    };
    invites_you(who) = { pt: "{who} convida você", en: "{who} invites you", es: "{who} lo invita" };
    group_means = {
        pt: "Quem está no grupo compartilha o acesso às APIs que a empresa contratou.",
        en: "The people in a group share access to the APIs that the company has contracted for.",
        es: "Quienes están en el grupo comparten el acceso a las APIs que la empresa contrató.",
    };
    your_role = { pt: "Seu papel", en: "Your role", es: "Su rol" };
    valid_until = { pt: "Vale até", en: "Valid until", es: "Válida hasta" };
    accept = { pt: "Aceitar convite", en: "Accept invitation", es: "Aceptar invitación" };
    decline = { pt: "Recusar", en: "Decline", es: "Rechazar" };
    sign_in_first = {
        pt: "Este e-mail já tem uma conta. Entre para aceitar o convite.",
        en: "This address already has an account. Sign in to accept the invitation.",
        es: "Este correo ya tiene una cuenta. Inicie sesión para aceptar la invitación.",
    };
    sign_up_title = { pt: "Crie sua conta", en: "Create your account", es: "Cree su cuenta" };
    sign_up_lead(email) = {
        pt: "Seu e-mail, {email}, já está confirmado por este convite. Depois você cria sua senha.",
        en: "Your address, {email}, is confirmed by this invitation. You will then set your password.",
        es: "Su correo, {email}, queda confirmado por esta invitación. Después creará su contraseña.",
    };
    sign_up = { pt: "Criar conta e aceitar", en: "Create account and accept", es: "Crear cuenta y aceptar" };
    other_title = {
        pt: "Este convite é para outra pessoa",
        en: "This invitation is for somebody else",
        es: "Esta invitación es para otra persona",
    };
    other(masked, own) = {
        pt: "O convite foi enviado para {masked}, e você entrou como {own}. Saia e abra o convite de novo para aceitá-lo com o outro e-mail.",
        en: "The invitation was sent to {masked}, and you are signed in as {own}. Sign out and open the invitation again to accept it with the other address.",
        es: "La invitación se envió a {masked}, y usted inició sesión como {own}. Cierre la sesión y abra la invitación de nuevo para aceptarla con el otro correo.",
    };
    accepted_title = { pt: "Este convite já foi aceito", en: "This invitation was already accepted", es: "Esta invitación ya fue aceptada" };
    accepted = {
        pt: "Um convite é aceito uma vez. Se foi você, o grupo está em Minhas aplicações.",
        en: "An invitation is accepted once. If it was you, the group is under My applications.",
        es: "Una invitación se acepta una vez. Si fue usted, el grupo está en Mis aplicaciones.",
    };
    declined_title = { pt: "Este convite foi recusado", en: "This invitation was declined", es: "Esta invitación fue rechazada" };
    declined = {
        pt: "Se mudou de ideia, peça outro convite a um dono do grupo.",
        en: "If you changed your mind, ask an owner of the group for another invitation.",
        es: "Si cambió de idea, pida otra invitación a un dueño del grupo.",
    };
    withdrawn_title = { pt: "Este convite foi cancelado", en: "This invitation was withdrawn", es: "Esta invitación fue cancelada" };
    withdrawn = {
        pt: "Quem convidou cancelou o convite. Se ainda precisa de acesso, fale com um dono do grupo.",
        en: "Whoever invited you withdrew the invitation. If you still need access, talk to an owner of the group.",
        es: "Quien lo invitó canceló la invitación. Si aún necesita acceso, hable con un dueño del grupo.",
    };
    expired_title = { pt: "Este convite expirou", en: "This invitation has expired", es: "Esta invitación caducó" };
    expired = {
        pt: "Convites valem por 7 dias. Peça a um dono do grupo que reenvie o seu.",
        en: "Invitations are valid for 7 days. Ask an owner of the group to send yours again.",
        es: "Las invitaciones son válidas durante 7 días. Pida a un dueño del grupo que reenvíe la suya.",
    };
    unknown_title = { pt: "Não encontramos este convite", en: "We cannot find this invitation", es: "No encontramos esta invitación" };
    unknown = {
        pt: "Confira se o endereço do e-mail foi copiado por inteiro, ou peça outro convite.",
        en: "Check that you copied the whole address from the e-mail, or ask for another invitation.",
        es: "Compruebe que copió toda la dirección del correo, o pida otra invitación.",
    };
}
