//! The queue of contract managers: filters, targets, assignments, several decisions at once.

texts! {
    lead = {
        pt: "Solicitações que aguardam decisão.",
        en: "Requests awaiting a decision.",
        es: "Solicitudes que esperan una decisión.",
    };
    any = { pt: "Qualquer", en: "Any", es: "Cualquiera" };
    api = { pt: "API", en: "API", es: "API" };
    plan = { pt: "Plano", en: "Plan", es: "Plan" };
    company = { pt: "Empresa, CNPJ ou raiz", en: "Company, CNPJ or root", es: "Empresa, CNPJ o raíz" };
    assignee = { pt: "Responsável", en: "Assignee", es: "Responsable" };
    me = { pt: "Eu", en: "Me", es: "Yo" };
    nobody = { pt: "Ninguém", en: "Nobody", es: "Nadie" };
    part = { pt: "Quem decide", en: "Who decides", es: "Quién decide" };
    part_own = { pt: "Eu decido", en: "I decide", es: "Yo decido" };
    part_all = { pt: "Qualquer gestor", en: "Any manager", es: "Cualquier gestor" };
    order = { pt: "Ordem", en: "Order", es: "Orden" };
    order_age = { pt: "Mais antigas", en: "Oldest", es: "Más antiguas" };
    order_target = { pt: "Prazo", en: "Target", es: "Plazo" };
    order_company = { pt: "Empresa", en: "Company", es: "Empresa" };
    filters = { pt: "Filtros", en: "Filters", es: "Filtros" };
    clear = { pt: "Limpar filtros", en: "Clear filters", es: "Limpiar filtros" };
    states = { pt: "Situações", en: "Statuses", es: "Estados" };
    csv_most(count) = {
        pt: "O arquivo tem no máximo as primeiras {count} solicitações.",
        en: "The file has at most the first {count} requests.",
        es: "El archivo tiene como máximo las primeras {count} solicitudes.",
    };
    csv = { pt: "Baixar a lista (CSV)", en: "Download the list (CSV)", es: "Descargar la lista (CSV)" };
    preferences = { pt: "Avisos e ausência", en: "Notices and absence", es: "Avisos y ausencia" };
    numbers = { pt: "Números", en: "Numbers", es: "Números" };
    queue = { pt: "Fila", en: "Queue", es: "Cola" };
    found_one = { pt: "1 encontrada", en: "1 found", es: "1 encontrada" };
    found(count) = { pt: "{count} encontradas", en: "{count} found", es: "{count} encontradas" };
    found_many(count) = { pt: "Mais de {count} encontradas", en: "More than {count} found", es: "Más de {count} encontradas" };
    at_least(count) = { pt: "{count} ou mais", en: "{count} or more", es: "{count} o más" };
    open_count(count) = { pt: "{count} em aberto", en: "{count} open", es: "{count} pendientes" };

    target = { pt: "Prazo", en: "Target", es: "Plazo" };
    in_time = { pt: "No prazo", en: "In time", es: "En plazo" };
    near = { pt: "Perto do fim", en: "Near its end", es: "Por vencer" };
    late = { pt: "Atrasada", en: "Late", es: "Atrasada" };
    hours_of(passed, target) = {
        pt: "{passed} h úteis de {target} h",
        en: "{passed} of {target} business hours",
        es: "{passed} h hábiles de {target} h",
    };
    minutes_of(passed, target) = {
        pt: "{passed} min úteis de {target} h",
        en: "{passed} min of {target} business hours",
        es: "{passed} min hábiles de {target} h",
    };
    target_hint = {
        pt: "O prazo conta só as horas úteis: sem noites, fins de semana e feriados nacionais.",
        en: "The target counts business hours only: no nights, weekends or national holidays.",
        es: "El plazo cuenta solo las horas hábiles: sin noches, fines de semana ni feriados nacionales.",
    };

    around = { pt: "Na lista", en: "In the list", es: "En la lista" };
    back_to_list = { pt: "Voltar à lista", en: "Back to the list", es: "Volver a la lista" };
    next = { pt: "Próxima solicitação", en: "Next request", es: "Próxima solicitud" };
    start = { pt: "Começar pela primeira", en: "Start with the first", es: "Empezar por la primera" };
    nothing_left = {
        pt: "Não há outra solicitação em aberto nesta lista.",
        en: "There is no other open request in this list.",
        es: "No hay otra solicitud pendiente en esta lista.",
    };

    assign_to_me = { pt: "Assumir", en: "Take", es: "Asumir" };
    take(number) = { pt: "Assumir a solicitação {number}", en: "Take request {number}", es: "Asumir la solicitud {number}" };
    assign_to = { pt: "Atribuir a", en: "Assign to", es: "Asignar a" };
    assign = { pt: "Atribuir", en: "Assign", es: "Asignar" };
    release = { pt: "Devolver à fila", en: "Return to the queue", es: "Devolver a la cola" };
    assigned_to(name) = { pt: "Com {name}", en: "With {name}", es: "Con {name}" };
    assigned_to_you = { pt: "Com você", en: "With you", es: "Con usted" };
    assigned_to_nobody = { pt: "Ninguém assumiu ainda.", en: "Nobody has taken it yet.", es: "Nadie la asumió todavía." };
    assigned = { pt: "Solicitação atribuída.", en: "Request assigned.", es: "Solicitud asignada." };
    released = { pt: "Solicitação devolvida à fila.", en: "Request returned to the queue.", es: "Solicitud devuelta a la cola." };
    assign_changed = {
        pt: "Outra pessoa mudou esta solicitação enquanto isso. Confira e tente de novo.",
        en: "Somebody else changed this request meanwhile. Check it and try again.",
        es: "Otra persona cambió esta solicitud mientras tanto. Revísela y vuelva a intentarlo.",
    };
    assign_not_theirs = {
        pt: "Essa pessoa não decide sobre esta solicitação. Escolha outro gestor de contrato.",
        en: "That person does not decide on this request. Choose another contract manager.",
        es: "Esa persona no decide sobre esta solicitud. Elija otro gestor de contrato.",
    };
    not_covered = {
        pt: "Outros gestores de contrato decidem sobre esta empresa e esta API.",
        en: "Other contract managers decide on this company and this API.",
        es: "Otros gestores de contrato deciden sobre esta empresa y esta API.",
    };
    not_covered_title = { pt: "A decisão é de outros gestores", en: "Other managers decide", es: "La decisión es de otros gestores" };

    select(number) = { pt: "Selecionar a solicitação {number}", en: "Select request {number}", es: "Seleccionar la solicitud {number}" };
    decide_selected = { pt: "Decidir sobre as selecionadas…", en: "Decide on the selected ones…", es: "Decidir sobre las seleccionadas…" };
    several_title = { pt: "Decidir sobre várias solicitações", en: "Decide on several requests", es: "Decidir sobre varias solicitudes" };
    several_lead = {
        pt: "A mesma decisão e a mesma mensagem valem para todas. Cada uma é decidida por si: se uma não puder, as outras seguem.",
        en: "The same decision and the same message go for all of them. Each is decided by itself: if one cannot be, the others go on.",
        es: "La misma decisión y el mismo mensaje valen para todas. Cada una se decide por sí: si una no puede, las otras siguen.",
    };
    several_none_title = { pt: "Nenhuma solicitação selecionada", en: "No request selected", es: "Ninguna solicitud seleccionada" };
    several_none = {
        pt: "Volte à lista e marque as caixas das solicitações.",
        en: "Go back to the list and tick the boxes of the requests.",
        es: "Vuelva a la lista y marque las casillas de las solicitudes.",
    };
    several_message_hint = {
        pt: "Para recusar, escreva o motivo: cada solicitante o lê. Para aprovar, a mensagem é opcional.",
        en: "To reject, write the reason: each applicant reads it. To approve, the message is optional.",
        es: "Para rechazar, escriba el motivo: cada solicitante lo lee. Para aprobar, el mensaje es opcional.",
    };
    approve_one = { pt: "Aprovar 1 solicitação", en: "Approve 1 request", es: "Aprobar 1 solicitud" };
    approve_all(count) = { pt: "Aprovar {count} solicitações", en: "Approve {count} requests", es: "Aprobar {count} solicitudes" };
    reject_one = { pt: "Recusar 1 solicitação", en: "Reject 1 request", es: "Rechazar 1 solicitud" };
    reject_all(count) = { pt: "Recusar {count} solicitações", en: "Reject {count} requests", es: "Rechazar {count} solicitudes" };
    results_title = { pt: "O que aconteceu com cada uma", en: "What became of each", es: "Qué pasó con cada una" };
    results_all(count) = { pt: "Decididas: {count}.", en: "Decided: {count}.", es: "Decididas: {count}." };
    results_some(done, count) = { pt: "Decididas: {done} de {count}.", en: "Decided: {done} of {count}.", es: "Decididas: {done} de {count}." };
    result = { pt: "Resultado", en: "Result", es: "Resultado" };
    result_approved = { pt: "Aprovada", en: "Approved", es: "Aprobada" };
    result_rejected = { pt: "Recusada", en: "Rejected", es: "Rechazada" };
    result_before = { pt: "Você já tinha decidido assim.", en: "You had decided so before.", es: "Usted ya lo había decidido así." };
    result_not = { pt: "Não decidida", en: "Not decided", es: "No decidida" };
    why_decided = { pt: "Outra pessoa decidiu antes, ou foi cancelada.", en: "Somebody else decided before, or it was cancelled.", es: "Otra persona decidió antes, o fue cancelada." };
    why_own = { pt: "É sua ou de um grupo seu.", en: "It is yours or a group of yours has it.", es: "Es suya o de un grupo suyo." };
    why_no_plan = { pt: "A aplicação não está mais em uso no Trial.", en: "The application is no longer in use on Trial.", es: "La aplicación ya no está en uso en el Trial." };
    why_unknown = { pt: "Não existe mais.", en: "It is no longer there.", es: "Ya no existe." };
    why_fault = { pt: "O portal não conseguiu agora. Tente de novo.", en: "The portal could not do it just now. Try again.", es: "El portal no pudo ahora. Inténtelo de nuevo." };

    views = { pt: "Filtros salvos", en: "Saved filters", es: "Filtros guardados" };
    view_name = { pt: "Salvar estes filtros como", en: "Save these filters as", es: "Guardar estos filtros como" };
    view_save = { pt: "Salvar filtros", en: "Save filters", es: "Guardar filtros" };
    view_delete(name) = { pt: "Excluir os filtros {name}", en: "Delete the filters {name}", es: "Eliminar los filtros {name}" };
    delete = { pt: "Excluir", en: "Delete", es: "Eliminar" };
    view_saved = { pt: "Filtros salvos.", en: "Filters saved.", es: "Filtros guardados." };
    view_deleted = { pt: "Filtros excluídos.", en: "Filters deleted.", es: "Filtros eliminados." };
    view_unnamed = {
        pt: "Dê aos filtros um nome de 1 a 60 caracteres.",
        en: "Give the filters a name of 1 to 60 characters.",
        es: "Dé a los filtros un nombre de 1 a 60 caracteres.",
    };
    view_too_many = {
        pt: "Você já tem 20 filtros salvos. Exclua um deles antes.",
        en: "You have 20 saved filters already. Delete one of them first.",
        es: "Usted ya tiene 20 filtros guardados. Elimine uno antes.",
    };

    keys = { pt: "Teclas", en: "Keys", es: "Teclas" };
    keys_title = { pt: "Teclas da lista", en: "Keys of the list", es: "Teclas de la lista" };
    keys_where = {
        pt: "Valem enquanto o foco está na lista, e nunca em um campo de texto.",
        en: "They work while the focus is in the list, and never in a text field.",
        es: "Valen mientras el foco está en la lista, y nunca en un campo de texto.",
    };
    key_next = { pt: "próxima solicitação da lista", en: "next request of the list", es: "solicitud siguiente de la lista" };
    key_previous = { pt: "solicitação anterior", en: "previous request", es: "solicitud anterior" };
    key_approve = { pt: "abrir a decisão para aprovar", en: "open the decision to approve", es: "abrir la decisión para aprobar" };
    key_reject = { pt: "abrir a decisão para recusar", en: "open the decision to reject", es: "abrir la decisión para rechazar" };
    key_help = { pt: "mostrar estas teclas", en: "show these keys", es: "mostrar estas teclas" };
    keys_off = { pt: "Desligar as teclas nesta página", en: "Turn the keys off on this page", es: "Desactivar las teclas en esta página" };
    close = { pt: "Fechar", en: "Close", es: "Cerrar" };

    who_decides = { pt: "Quem decide:", en: "Who decides:", es: "Quién decide:" };
    contract_team = { pt: "equipe de contratos", en: "the contracts team", es: "el equipo de contratos" };
    answer_by(date) = {
        pt: "Prazo da resposta: até {date}.",
        en: "Answer due by {date}.",
        es: "Plazo de la respuesta: hasta el {date}.",
    };
}
