//! The people of a permission group, and invitations to it.

texts! {
    nav = { pt: "Páginas do grupo", en: "Pages of the group", es: "Páginas del grupo" };
    applications = { pt: "Aplicações", en: "Applications", es: "Aplicaciones" };
    title = { pt: "Pessoas", en: "People", es: "Personas" };
    title_of(group) = {
        pt: "Pessoas do grupo {group}",
        en: "People in the group {group}",
        es: "Personas del grupo {group}",
    };
    lead = {
        pt: "Quem faz parte do grupo e o que cada pessoa pode fazer nele.",
        en: "Who belongs to the group and what each person may do in it.",
        es: "Quiénes forman parte del grupo y qué puede hacer cada persona en él.",
    };
    invite = { pt: "Convidar", en: "Invite", es: "Invitar" };
    person = { pt: "Pessoa", en: "Person", es: "Persona" };
    role = { pt: "Papel", en: "Role", es: "Rol" };
    since = { pt: "Desde", en: "Since", es: "Desde" };
    last_sign_in = { pt: "Último acesso", en: "Last sign-in", es: "Último acceso" };
    never = { pt: "nunca", en: "never", es: "nunca" };
    you = { pt: "você", en: "you", es: "usted" };
    change = { pt: "Alterar", en: "Change", es: "Cambiar" };
    change_of(name) = { pt: "Alterar: {name}", en: "Change: {name}", es: "Cambiar: {name}" };
    roles = { pt: "O que cada papel pode", en: "What each role may do", es: "Qué puede cada rol" };

    invitations = { pt: "Convites em aberto", en: "Open invitations", es: "Invitaciones abiertas" };
    address = { pt: "E-mail", en: "E-mail", es: "Correo" };
    valid_until(at) = { pt: "Vale até {at}", en: "Valid until {at}", es: "Válida hasta el {at}" };
    expired_on(at) = { pt: "Expirou em {at}", en: "Expired on {at}", es: "Caducó el {at}" };
    state = { pt: "Situação", en: "Status", es: "Estado" };
    actions = { pt: "Ações", en: "Actions", es: "Acciones" };
    resend = { pt: "Reenviar", en: "Send again", es: "Reenviar" };
    resend_to(email) = { pt: "Reenviar o convite para {email}", en: "Send the invitation for {email} again", es: "Reenviar la invitación a {email}" };
    withdraw = { pt: "Cancelar convite", en: "Withdraw", es: "Cancelar invitación" };
    withdraw_of(email) = { pt: "Cancelar o convite para {email}", en: "Withdraw the invitation for {email}", es: "Cancelar la invitación a {email}" };

    leave = { pt: "Sair do grupo", en: "Leave the group", es: "Salir del grupo" };
    leave_title(group) = { pt: "Sair do grupo {group}?", en: "Leave the group {group}?", es: "¿Salir del grupo {group}?" };
    leave_means = {
        pt: "Você deixa de ver o grupo, as aplicações e as chaves. O que você solicitou continua com o grupo.",
        en: "You will no longer see the group, its applications and keys. What you requested stays with the group.",
        es: "Dejará de ver el grupo, las aplicaciones y las claves. Lo que usted solicitó sigue en el grupo.",
    };
    last_owner_title = {
        pt: "O grupo precisa de um dono",
        en: "The group needs an owner",
        es: "El grupo necesita un dueño",
    };
    last_owner = {
        pt: "Você é a única pessoa dona deste grupo. Antes de sair ou mudar de papel, torne dona outra pessoa.",
        en: "You are the only owner of this group. Before you leave or change your role, make somebody else an owner.",
        es: "Usted es la única persona dueña de este grupo. Antes de salir o cambiar de rol, haga dueña a otra persona.",
    };
    hand_over = { pt: "Transferir o grupo", en: "Hand the group over", es: "Transferir el grupo" };
    hand_over_lead = {
        pt: "Quem você escolher passa a ser dono; você fica no grupo como desenvolvedor.",
        en: "The person you choose becomes the owner; you stay in the group as a developer.",
        es: "La persona que elija pasa a ser dueña; usted sigue en el grupo como desarrollador.",
    };
    hand_over_to = { pt: "Para quem?", en: "To whom?", es: "¿A quién?" };
    hand_over_nobody = {
        pt: "Ninguém mais faz parte do grupo. Convide alguém primeiro.",
        en: "Nobody else belongs to the group. Invite somebody first.",
        es: "Nadie más forma parte del grupo. Invite a alguien primero.",
    };
    hand_over_pending = {
        pt: "Para transferir o grupo, confirme que é você.",
        en: "To hand the group over, confirm that it is you.",
        es: "Para transferir el grupo, confirme que es usted.",
    };

    role_of(name) = { pt: "Papel de {name}", en: "Role of {name}", es: "Rol de {name}" };
    role_pending = {
        pt: "Para dar acesso a chaves, confirme que é você.",
        en: "To give access to keys, confirm that it is you.",
        es: "Para dar acceso a claves, confirme que es usted.",
    };
    remove = { pt: "Remover do grupo", en: "Remove from the group", es: "Quitar del grupo" };
    remove_title(name) = { pt: "Remover {name} do grupo?", en: "Remove {name} from the group?", es: "¿Quitar a {name} del grupo?" };
    remove_means = {
        pt: "A pessoa deixa de ver o grupo, as aplicações e as chaves na próxima página que abrir, e recebe um aviso. As aplicações continuam com o grupo.",
        en: "From the next page they open, they no longer see the group, its applications and keys, and they are told. The applications stay with the group.",
        es: "Desde la próxima página que abra, la persona deja de ver el grupo, las aplicaciones y las claves, y recibe un aviso. Las aplicaciones siguen en el grupo.",
    };
    remove_keys = {
        pt: "Se ela conhece uma chave secreta, crie outra e revogue a antiga.",
        en: "If they know a secret key, create another one and revoke the old one.",
        es: "Si conoce una clave secreta, cree otra y revoque la anterior.",
    };

    invite_title = { pt: "Convidar para o grupo", en: "Invite to the group", es: "Invitar al grupo" };
    invite_lead = {
        pt: "A pessoa recebe um e-mail com o convite, que vale por 7 dias. Quem ainda não tem conta cria uma por ele.",
        en: "They get an e-mail with the invitation, which is valid for 7 days. Whoever has no account yet creates one by it.",
        es: "La persona recibe un correo con la invitación, válida durante 7 días. Quien aún no tiene cuenta crea una con ella.",
    };
    invite_email_hint = {
        pt: "O e-mail corporativo da pessoa.",
        en: "The person's company e-mail address.",
        es: "El correo corporativo de la persona.",
    };
    invite_submit = { pt: "Enviar convite", en: "Send the invitation", es: "Enviar invitación" };
    invite_pending = {
        pt: "Para convidar quem verá chaves, confirme que é você.",
        en: "To invite somebody who will see keys, confirm that it is you.",
        es: "Para invitar a quien verá claves, confirme que es usted.",
    };
    already_member = {
        pt: "Esta pessoa já faz parte do grupo.",
        en: "This person already belongs to the group.",
        es: "Esta persona ya forma parte del grupo.",
    };
    already_invited = {
        pt: "Este e-mail já tem um convite em aberto. Reenvie o convite na página de pessoas.",
        en: "This address already has an open invitation. Send it again from the page of people.",
        es: "Este correo ya tiene una invitación abierta. Reenvíela desde la página de personas.",
    };
    too_many_invitations = {
        pt: "O grupo tem convites demais em aberto. Cancele um antes de enviar outro.",
        en: "The group has too many open invitations. Withdraw one before you send another.",
        es: "El grupo tiene demasiadas invitaciones abiertas. Cancele una antes de enviar otra.",
    };

    invited_now = { pt: "Convite enviado.", en: "Invitation sent.", es: "Invitación enviada." };
    resent_now = { pt: "Convite reenviado.", en: "Invitation sent again.", es: "Invitación reenviada." };
    withdrawn_now = { pt: "Convite cancelado.", en: "Invitation withdrawn.", es: "Invitación cancelada." };
    invitation_gone = {
        pt: "Este convite já tinha sido respondido ou cancelado.",
        en: "This invitation had already been answered or withdrawn.",
        es: "Esta invitación ya había sido respondida o cancelada.",
    };
    role_changed_now = { pt: "Papel alterado.", en: "Role changed.", es: "Rol cambiado." };
    removed_now = { pt: "Pessoa removida do grupo.", en: "Person removed from the group.", es: "Persona quitada del grupo." };
    left_now = { pt: "Você saiu do grupo.", en: "You have left the group.", es: "Usted salió del grupo." };
    handed_over_now = { pt: "Grupo transferido.", en: "Group handed over.", es: "Grupo transferido." };
    joined_now = { pt: "Convite aceito. Boas-vindas ao grupo.", en: "Invitation accepted. Welcome to the group.", es: "Invitación aceptada. Le damos la bienvenida al grupo." };
    owner_needed = {
        pt: "Não foi feito: o grupo precisa de pelo menos um dono.",
        en: "Not done: the group needs at least one owner.",
        es: "No se hizo: el grupo necesita al menos un dueño.",
    };
}
