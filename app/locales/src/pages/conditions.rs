//! The conditions of an approval: for the managers who set them, and for the group.

texts! {
    title = { pt: "Condições", en: "Conditions", es: "Condiciones" };
    optional_title = {
        pt: "Condições da aprovação (opcional)",
        en: "Conditions of the approval (optional)",
        es: "Condiciones de la aprobación (opcional)",
    };
    starts_on = { pt: "Primeiro dia", en: "First day", es: "Primer día" };
    starts_hint = {
        pt: "Antes dele, as chamadas são recusadas.",
        en: "Before it, calls are refused.",
        es: "Antes de él, las llamadas se rechazan.",
    };
    ends_on = { pt: "Último dia", en: "Last day", es: "Último día" };
    ends_hint = {
        pt: "Depois dele, o acesso é suspenso. Avisamos 30 e 7 dias antes.",
        en: "After it, access is suspended. We give notice 30 and 7 days before.",
        es: "Después de él, el acceso se suspende. Avisamos 30 y 7 días antes.",
    };
    calls = { pt: "Cota de chamadas", en: "Quota of calls", es: "Cuota de llamadas" };
    calls_hint = {
        pt: "Por período do plano, no lugar da cota do plano. Num plano sem período, para todo o contrato.",
        en: "In each period of the plan, instead of the plan's quota. On a plan without periods, for the whole contract.",
        es: "Por período del plan, en lugar de la cuota del plan. En un plan sin períodos, para todo el contrato.",
    };
    contract_number = { pt: "Número do contrato", en: "Contract number", es: "Número del contrato" };
    none = {
        pt: "Só as do plano.",
        en: "Only those of the plan.",
        es: "Solo las del plan.",
    };
    change = { pt: "Mudar as condições", en: "Change the conditions", es: "Cambiar las condiciones" };
    change_title(name) = {
        pt: "Condições de {name}",
        en: "Conditions of {name}",
        es: "Condiciones de {name}",
    };
    change_hint = {
        pt: "O solicitante e o grupo leem o motivo por e-mail. As chaves continuam as mesmas.",
        en: "The applicant and the group read the reason by e-mail. The keys stay the same.",
        es: "El solicitante y el grupo leen el motivo por correo. Las claves siguen siendo las mismas.",
    };
    save = { pt: "Salvar condições", en: "Save conditions", es: "Guardar condiciones" };
    saved = { pt: "Condições salvas.", en: "Conditions saved.", es: "Condiciones guardadas." };
    changed = {
        pt: "Alguém mudou as condições antes. Confira como estão agora.",
        en: "Somebody changed the conditions first. Check how they stand now.",
        es: "Alguien cambió las condiciones antes. Revise cómo están ahora.",
    };
    past = {
        pt: "As datas das condições não valem mais. Confira e aprove de novo.",
        en: "The dates of the conditions no longer hold. Check them and approve again.",
        es: "Las fechas de las condiciones ya no valen. Revíselas y apruebe de nuevo.",
    };
    contract_ended = {
        pt: "O contrato terminou. Mude o último dia antes de retomar o acesso.",
        en: "The contract has ended. Change its last day before you resume access.",
        es: "El contrato terminó. Cambie el último día antes de reanudar el acceso.",
    };
    ended_on(day) = {
        pt: "O contrato terminou em {day}. Fale com o seu gestor de contrato para renová-lo.",
        en: "The contract ended on {day}. Talk to your contract manager to renew it.",
        es: "El contrato terminó el {day}. Hable con su gestor de contrato para renovarlo.",
    };
    begins_on(day) = {
        pt: "As chamadas passam a partir de {day}.",
        en: "Calls pass from {day}.",
        es: "Las llamadas pasan a partir del {day}.",
    };

    move_plan = { pt: "Passar para o Pay Per Use", en: "Move to Pay Per Use", es: "Pasar a Pay Per Use" };
    move_title(name) = {
        pt: "Passar {name} para o Pay Per Use",
        en: "Move {name} to Pay Per Use",
        es: "Pasar {name} a Pay Per Use",
    };
    kept_by_plan = {
        pt: "Estas condições continuam valendo no novo plano, menos o limite de chamadas, que era do Trial.",
        en: "These conditions stay in force on the new plan, except the limit of calls, which was the Trial’s.",
        es: "Estas condiciones siguen vigentes en el nuevo plan, salvo el límite de llamadas, que era del Trial.",
    };
    move_effect = {
        pt: "As chaves continuam as mesmas. As chamadas passam a ser de produção, cobradas pelo uso.",
        en: "The keys stay the same. Calls become production calls, billed by usage.",
        es: "Las claves siguen siendo las mismas. Las llamadas pasan a ser de producción, cobradas por uso.",
    };
    move_hint = {
        pt: "O solicitante lê o motivo por e-mail.",
        en: "The applicant reads the reason by e-mail.",
        es: "El solicitante lee el motivo por correo.",
    };
    moved = {
        pt: "A aplicação está no Pay Per Use.",
        en: "The application is on Pay Per Use.",
        es: "La aplicación está en Pay Per Use.",
    };
}
