//! Mails about who belongs to a permission group.

texts! {
    invitation_subject(brand) = {
        pt: "{brand}: convite para um grupo de permissões",
        en: "{brand}: invitation to a permission group",
        es: "{brand}: invitación a un grupo de permisos",
    };
    invitation_heading = {
        pt: "Você recebeu um convite",
        en: "You have been invited",
        es: "Usted recibió una invitación",
    };
    invitation_intro(by, cnpj, brand) = {
        pt: "{by} convida você para um grupo de permissões da empresa com o CNPJ {cnpj} no portal {brand}. Quem está no grupo compartilha o acesso às APIs que a empresa contratou.",
        en: "{by} invites you to a permission group of the company with CNPJ {cnpj} at {brand}. The people in a group share access to the APIs that the company has contracted for.",
        es: "{by} lo invita a un grupo de permisos de la empresa con el CNPJ {cnpj} en {brand}. Quienes están en el grupo comparten el acceso a las APIs que la empresa contrató.",
    };
    invitation_role(role) = {
        pt: "Seu papel no grupo: {role}.",
        en: "Your role in the group: {role}.",
        es: "Su rol en el grupo: {role}.",
    };
    invitation_button = { pt: "Ver o convite", en: "See the invitation", es: "Ver la invitación" };
    invitation_good_for(time) = {
        pt: "O convite vale por {time}. Se você ainda não tem conta, a página dele cria uma.",
        en: "The invitation is valid for {time}. If you have no account yet, its page makes you one.",
        es: "La invitación es válida durante {time}. Si aún no tiene una cuenta, su página le crea una.",
    };
    invitation_not_you = {
        pt: "Se você não conhece essa pessoa, ignore esta mensagem ou recuse o convite: nada acontece até que você aceite.",
        en: "If you do not know this person, ignore this message or decline the invitation: nothing happens until you accept.",
        es: "Si no conoce a esta persona, ignore este mensaje o rechace la invitación: nada sucede hasta que usted acepte.",
    };

    accepted_invitation_subject(who) = {
        pt: "{who} aceitou seu convite",
        en: "{who} accepted your invitation",
        es: "{who} aceptó su invitación",
    };
    accepted_invitation_intro(who, group) = {
        pt: "{who} aceitou seu convite e agora faz parte do grupo {group}.",
        en: "{who} accepted your invitation and now belongs to the group {group}.",
        es: "{who} aceptó su invitación y ahora forma parte del grupo {group}.",
    };
    accepted_invitation_role(role) = {
        pt: "Papel no grupo: {role}.",
        en: "Role in the group: {role}.",
        es: "Rol en el grupo: {role}.",
    };
    accepted_invitation_button = {
        pt: "Ver as pessoas do grupo",
        en: "See the people in the group",
        es: "Ver las personas del grupo",
    };

    membership_role_subject(group) = {
        pt: "{group}: seu papel no grupo mudou",
        en: "{group}: your role in the group has changed",
        es: "{group}: su rol en el grupo cambió",
    };
    membership_removed_subject(group) = {
        pt: "{group}: você não faz mais parte do grupo",
        en: "{group}: you no longer belong to the group",
        es: "{group}: usted ya no forma parte del grupo",
    };
    membership_role_intro(group, role) = {
        pt: "Seu papel no grupo de permissões {group} agora é: {role}. A mudança já está em vigor.",
        en: "Your role in the permission group {group} is now: {role}. The change is already in effect.",
        es: "Su rol en el grupo de permisos {group} ahora es: {role}. El cambio ya está en vigor.",
    };
    membership_removed_intro(group) = {
        pt: "Você foi removido do grupo de permissões {group} e não vê mais as aplicações e as chaves dele. As aplicações continuam com o grupo.",
        en: "You were removed from the permission group {group} and no longer see its applications and keys. The applications stay with the group.",
        es: "Se le quitó del grupo de permisos {group} y ya no ve sus aplicaciones ni sus claves. Las aplicaciones siguen en el grupo.",
    };
    handover_subject(group) = {
        pt: "{group}: pedido de transferência do grupo",
        en: "{group}: request to hand the group over",
        es: "{group}: pedido de transferencia del grupo",
    };
    handover_done_subject(group) = {
        pt: "{group}: o grupo tem outra pessoa dona",
        en: "{group}: the group has another owner",
        es: "{group}: el grupo tiene otra persona dueña",
    };
    handover_intro(brand, who, group) = {
        pt: "A equipe do portal {brand} recebeu um pedido para tornar {who} dono do grupo {group}, porque ninguém do grupo poderia fazer isso. Uma segunda pessoa da equipe ainda vai confirmar.",
        en: "The team of {brand} was asked to make {who} an owner of the group {group}, since nobody in the group could. A second person of the team is yet to confirm it.",
        es: "El equipo de {brand} recibió un pedido para hacer a {who} dueño del grupo {group}, porque nadie del grupo podría hacerlo. Una segunda persona del equipo aún debe confirmarlo.",
    };
    handover_done_intro(brand, who, group) = {
        pt: "A equipe do portal {brand} tornou {who} dono do grupo {group}. Você continua no grupo, com o mesmo papel.",
        en: "The team of {brand} made {who} an owner of the group {group}. You stay in the group in the same role.",
        es: "El equipo de {brand} hizo a {who} dueño del grupo {group}. Usted sigue en el grupo con el mismo rol.",
    };
    handover_object = {
        pt: "Se isso não deveria acontecer, escreva para nós agora.",
        en: "If this should not happen, write to us now.",
        es: "Si esto no debería ocurrir, escríbanos ahora.",
    };
    handover_button = { pt: "Falar com a equipe", en: "Write to the team", es: "Escribir al equipo" };

    membership_unexpected = {
        pt: "Se você não esperava por isso, fale com um dono do grupo ou com o suporte.",
        en: "If you did not expect this, talk to an owner of the group or to support.",
        es: "Si no lo esperaba, hable con un dueño del grupo o con soporte.",
    };
    membership_button = {
        pt: "Abrir Minhas aplicações",
        en: "Open My applications",
        es: "Abrir Mis aplicaciones",
    };
}
