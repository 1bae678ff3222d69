//! Groups, for staff who hand one over when no owner is able to.

texts! {
    title = { pt: "Grupos", en: "Groups", es: "Grupos" };
    lead = {
        pt: "Encontre os grupos de uma empresa e transfira um deles quando nenhum dono consegue fazer isso.",
        en: "Find the groups of a company, and hand one over when no owner is able to.",
        es: "Encuentre los grupos de una empresa y transfiera uno cuando ningún dueño pueda hacerlo.",
    };
    search = { pt: "CNPJ da empresa", en: "CNPJ of the company", es: "CNPJ de la empresa" };
    none_title = { pt: "Nenhum grupo encontrado", en: "No group found", es: "No se encontró ningún grupo" };
    none = {
        pt: "Escreva o CNPJ inteiro de qualquer estabelecimento da empresa.",
        en: "Write the whole CNPJ of any establishment of the company.",
        es: "Escriba el CNPJ completo de cualquier establecimiento de la empresa.",
    };
    owners = { pt: "Donos", en: "Owners", es: "Dueños" };
    last_sign_in(at) = { pt: "último acesso em {at}", en: "last sign-in on {at}", es: "último acceso el {at}" };
    never = { pt: "nunca entrou", en: "never signed in", es: "nunca inició sesión" };
    no_owner = { pt: "O grupo não tem dono.", en: "The group has no owner.", es: "El grupo no tiene dueño." };

    propose = { pt: "Propor transferência", en: "Propose a hand-over", es: "Proponer transferencia" };
    propose_lead = {
        pt: "A pessoa passa a ser dona do grupo depois que outra pessoa do suporte confirmar. Os donos de hoje são avisados e continuam no grupo.",
        en: "The person becomes an owner of the group once somebody else in support confirms it. Today's owners are told and stay in the group.",
        es: "La persona pasa a ser dueña del grupo cuando otra persona de soporte lo confirme. Los dueños actuales reciben un aviso y siguen en el grupo.",
    };
    email = { pt: "E-mail de quem vai ser dono", en: "E-mail of the new owner", es: "Correo de quien será dueño" };
    reason = { pt: "Motivo", en: "Reason", es: "Motivo" };
    reason_hint = {
        pt: "Por que nenhum dono consegue, e como você confirmou quem pediu.",
        en: "Why no owner is able to, and how you verified who asked.",
        es: "Por qué ningún dueño puede, y cómo verificó a quien lo pidió.",
    };
    waiting_title(name) = {
        pt: "Transferência para {name} aguarda confirmação",
        en: "A hand-over to {name} waits for confirmation",
        es: "Una transferencia a {name} espera confirmación",
    };
    proposed_by(name, at) = { pt: "Proposta por {name} em {at}.", en: "Proposed by {name} on {at}.", es: "Propuesta por {name} el {at}." };
    own = {
        pt: "Outra pessoa do suporte precisa confirmar.",
        en: "Somebody else in support must confirm it.",
        es: "Otra persona de soporte debe confirmarla.",
    };
    confirm = { pt: "Confirmar transferência", en: "Confirm the hand-over", es: "Confirmar transferencia" };
    withdraw = { pt: "Cancelar transferência", en: "Withdraw the hand-over", es: "Cancelar transferencia" };
    pending = {
        pt: "Para transferir um grupo, confirme que é você.",
        en: "To hand a group over, confirm that it is you.",
        es: "Para transferir un grupo, confirme que es usted.",
    };
    unknown_person = {
        pt: "Nenhuma conta em uso tem este e-mail.",
        en: "No account that is in use has this address.",
        es: "Ninguna cuenta en uso tiene este correo.",
    };
    already_owner = {
        pt: "Esta pessoa já é dona do grupo.",
        en: "This person already owns the group.",
        es: "Esta persona ya es dueña del grupo.",
    };
    waits_already = {
        pt: "Já existe uma transferência deste grupo aguardando confirmação.",
        en: "A hand-over of this group already waits for confirmation.",
        es: "Ya hay una transferencia de este grupo esperando confirmación.",
    };
    proposed_now = {
        pt: "Transferência proposta. Outra pessoa do suporte confirma.",
        en: "Hand-over proposed. Somebody else in support confirms it.",
        es: "Transferencia propuesta. Otra persona de soporte la confirma.",
    };
    confirmed_now = { pt: "Grupo transferido.", en: "Group handed over.", es: "Grupo transferido." };
    withdrawn_now = { pt: "Transferência cancelada.", en: "Hand-over withdrawn.", es: "Transferencia cancelada." };
    over = {
        pt: "Esta transferência já tinha sido decidida.",
        en: "This hand-over had already been decided.",
        es: "Esta transferencia ya había sido decidida.",
    };
    second_needed = {
        pt: "Quem propôs não confirma: outra pessoa do suporte precisa fazer isso.",
        en: "Whoever proposed it does not confirm it: somebody else in support must.",
        es: "Quien la propuso no la confirma: debe hacerlo otra persona de soporte.",
    };
}
