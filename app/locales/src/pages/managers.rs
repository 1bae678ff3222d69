//! Which requests each contract manager decides on, who stands in, and how they are told.

texts! {
    title = { pt: "Gestores de contrato", en: "Contract managers", es: "Gestores de contrato" };
    lead = {
        pt: "Quem decide sobre quais solicitações. Sem partes, um gestor decide sobre todas.",
        en: "Who decides on which requests. Without parts, a manager decides on all of them.",
        es: "Quién decide sobre qué solicitudes. Sin partes, un gestor decide sobre todas.",
    };
    none_title = { pt: "Nenhum gestor de contrato", en: "No contract manager", es: "Ningún gestor de contrato" };
    none = {
        pt: "Dê a alguém o papel de gestor de contrato em Pessoas.",
        en: "Give somebody the role of contract manager under People.",
        es: "Dé a alguien el rol de gestor de contrato en Personas.",
    };
    gaps_title = { pt: "Pode haver solicitações sem quem decida", en: "There may be requests that nobody decides on", es: "Puede haber solicitudes sin quien decida" };
    gaps = {
        pt: "Nenhum gestor decide sobre todas. Uma solicitação fora de todas as partes fica na fila até que alguém a receba.",
        en: "No manager decides on all of them. A request outside of every part stays in the queue until somebody is given it.",
        es: "Ningún gestor decide sobre todas. Una solicitud fuera de todas las partes queda en la cola hasta que alguien la reciba.",
    };
    manager = { pt: "Gestor", en: "Manager", es: "Gestor" };
    decides_on = { pt: "Decide sobre", en: "Decides on", es: "Decide sobre" };
    everything = { pt: "Todas as solicitações", en: "All requests", es: "Todas las solicitudes" };
    company(root) = { pt: "CNPJ {root}", en: "CNPJ {root}", es: "CNPJ {root}" };
    absence = { pt: "Ausência", en: "Absence", es: "Ausencia" };
    away(from, until) = { pt: "De {from} a {until}", en: "From {from} to {until}", es: "Del {from} al {until}" };
    stands_in(name) = { pt: "{name} substitui.", en: "{name} stands in.", es: "{name} sustituye." };
    nobody_stands_in = { pt: "Ninguém substitui.", en: "Nobody stands in.", es: "Nadie sustituye." };
    present = { pt: "Presente", en: "Present", es: "Presente" };
    change(name) = { pt: "Alterar {name}", en: "Change {name}", es: "Modificar {name}" };
    change_short = { pt: "Alterar", en: "Change", es: "Modificar" };

    part = { pt: "Solicitações sobre as quais decide", en: "Requests to decide on", es: "Solicitudes sobre las que decide" };
    part_hint = {
        pt: "Marque APIs e escreva raízes de CNPJ: vale o que está em qualquer uma das duas listas.",
        en: "Tick APIs and write CNPJ roots: what is in either list counts.",
        es: "Marque APIs y escriba raíces de CNPJ: vale lo que está en cualquiera de las dos listas.",
    };
    only_parts = { pt: "Só as partes abaixo", en: "Only the parts below", es: "Solo las partes de abajo" };
    part_empty = {
        pt: "Marque uma API ou escreva uma empresa, ou escolha todas as solicitações.",
        en: "Tick an API or write a company, or choose all requests.",
        es: "Marque una API o escriba una empresa, o elija todas las solicitudes.",
    };
    api_wrong = {
        pt: "Uma das APIs marcadas não está mais na lista. Confira e salve outra vez.",
        en: "One of the ticked APIs is no longer in the list. Check them and save again.",
        es: "Una de las APIs marcadas ya no está en la lista. Revise y guarde otra vez.",
    };
    too_many_parts(most) = {
        pt: "Um gestor tem no máximo {most} partes, entre APIs e empresas.",
        en: "A manager has at most {most} parts, APIs and companies together.",
        es: "Un gestor tiene como máximo {most} partes, entre APIs y empresas.",
    };
    unknown_api(id) = { pt: "API {id}, que não existe mais", en: "API {id}, which no longer exists", es: "API {id}, que ya no existe" };
    apis = { pt: "APIs", en: "APIs", es: "APIs" };
    companies = { pt: "Empresas (raiz do CNPJ)", en: "Companies (CNPJ root)", es: "Empresas (raíz del CNPJ)" };
    companies_hint = {
        pt: "Os oito primeiros caracteres do CNPJ, um por linha, como em 12.ABC.345. Um CNPJ inteiro vale pela raiz dele.",
        en: "The first eight characters of the CNPJ, one on each line, as in 12.ABC.345. A whole CNPJ stands for its root.",
        es: "Los primeros ocho caracteres del CNPJ, uno por línea, como en 12.ABC.345. Un CNPJ entero vale por su raíz.",
    };
    companies_wrong(line) = {
        pt: "“{line}” não é a raiz de um CNPJ.",
        en: "“{line}” is no CNPJ root.",
        es: "“{line}” no es la raíz de un CNPJ.",
    };
    save = { pt: "Salvar", en: "Save", es: "Guardar" };
    coverage_saved = { pt: "Partes salvas. O gestor vai ser avisado por e-mail.", en: "Parts saved. The manager will be told by e-mail.", es: "Partes guardadas. Se avisará al gestor por correo." };

    absence_hint = {
        pt: "Nestes dias, quem substitui recebe os avisos e também pode decidir.",
        en: "On these days, whoever stands in gets the notices and may decide, too.",
        es: "En estos días, quien sustituye recibe los avisos y también puede decidir.",
    };
    from = { pt: "Primeiro dia", en: "First day", es: "Primer día" };
    until = { pt: "Último dia", en: "Last day", es: "Último día" };
    deputy = { pt: "Quem substitui", en: "Who stands in", es: "Quién sustituye" };
    nobody = { pt: "Ninguém", en: "Nobody", es: "Nadie" };
    absence_save = { pt: "Salvar ausência", en: "Save the absence", es: "Guardar la ausencia" };
    absence_end = { pt: "Encerrar ausência", en: "End the absence", es: "Terminar la ausencia" };
    absence_saved = { pt: "Ausência salva. Quem substitui vai ser avisado por e-mail.", en: "Absence saved. Whoever stands in will be told by e-mail.", es: "Ausencia guardada. Se avisará por correo a quien sustituye." };
    absence_ended = { pt: "Ausência encerrada.", en: "Absence ended.", es: "Ausencia terminada." };
    absence_days = {
        pt: "O último dia vem antes do primeiro, ou já passou.",
        en: "The last day is before the first, or is over.",
        es: "El último día es anterior al primero, o ya pasó.",
    };
    absence_deputy = {
        pt: "Escolha outro gestor de contrato.",
        en: "Choose another contract manager.",
        es: "Elija otro gestor de contrato.",
    };

    preferences = { pt: "Avisos e ausência", en: "Notices and absence", es: "Avisos y ausencia" };
    notices = { pt: "Avisos por e-mail", en: "E-mail notices", es: "Avisos por correo" };
    each = { pt: "Uma mensagem para cada solicitação", en: "One message for each request", es: "Un mensaje por cada solicitud" };
    each_hint = {
        pt: "Se chegam muitas em pouco tempo, uma mensagem vale por todas.",
        en: "When many arrive within a short time, one message covers all of them.",
        es: "Si llegan muchas en poco tiempo, un mensaje vale por todas.",
    };
    digest = { pt: "Um resumo por dia útil", en: "One summary each business day", es: "Un resumen por día hábil" };
    digest_at = { pt: "Hora do resumo", en: "Time of the summary", es: "Hora del resumen" };
    digest_hint = {
        pt: "Com empresa, CNPJ, aplicação e descrição, e um link para cada solicitação.",
        en: "With company, CNPJ, application and description, and a link to each request.",
        es: "Con empresa, CNPJ, aplicación y descripción, y un enlace a cada solicitud.",
    };
    nothing = { pt: "Nenhuma mensagem", en: "No message", es: "Ningún mensaje" };
    notices_chosen = { pt: "Avisos salvos.", en: "Notices saved.", es: "Avisos guardados." };

    numbers = { pt: "Números", en: "Numbers", es: "Números" };
    numbers_lead = {
        pt: "O que chegou, o que foi decidido e quanto tempo útil isso levou.",
        en: "What arrived, what was decided, and how much business time that took.",
        es: "Lo que llegó, lo que se decidió y cuánto tiempo hábil llevó.",
    };
    period = { pt: "Período", en: "Period", es: "Período" };
    days_30 = { pt: "30 dias", en: "30 days", es: "30 días" };
    days_90 = { pt: "90 dias", en: "90 days", es: "90 días" };
    received = { pt: "Recebidas", en: "Received", es: "Recibidas" };
    decided = { pt: "Decididas", en: "Decided", es: "Decididas" };
    approved = { pt: "Aprovadas", en: "Approved", es: "Aprobadas" };
    rejected = { pt: "Recusadas", en: "Rejected", es: "Rechazadas" };
    median = { pt: "Mediana", en: "Median", es: "Mediana" };
    p90 = { pt: "Percentil 90", en: "90th percentile", es: "Percentil 90" };
    hours(count) = { pt: "{count} h úteis", en: "{count} business hours", es: "{count} h hábiles" };
    day = { pt: "Dia", en: "Day", es: "Día" };
    by_day = { pt: "Por dia", en: "By day", es: "Por día" };
    by_api = { pt: "Por API", en: "By API", es: "Por API" };
    by_manager = { pt: "Por gestor", en: "By manager", es: "Por gestor" };
    requests_plot = { pt: "Solicitações e decisões", en: "Requests and decisions", es: "Solicitudes y decisiones" };
    requests_plot_is(received, decided, most) = {
        pt: "{received} recebidas e {decided} decididas; no máximo {most} em um dia.",
        en: "{received} received and {decided} decided; {most} in a day at most.",
        es: "{received} recibidas y {decided} decididas; como máximo {most} en un día.",
    };
    time_plot = { pt: "Tempo até a decisão", en: "Time to decision", es: "Tiempo hasta la decisión" };
    time_plot_is(median, p90) = {
        pt: "Mediana de {median}; nove de cada dez em até {p90}.",
        en: "Median of {median}; nine of ten within {p90}.",
        es: "Mediana de {median}; nueve de cada diez en hasta {p90}.",
    };
    day_is(day, received, decided) = {
        pt: "{day}: {received} recebidas, {decided} decididas",
        en: "{day}: {received} received, {decided} decided",
        es: "{day}: {received} recibidas, {decided} decididas",
    };
    no_numbers = { pt: "Nada chegou nem foi decidido neste período.", en: "Nothing arrived or was decided in this period.", es: "Nada llegó ni se decidió en este período." };
    is_cut(count) = {
        pt: "O período tem mais do que {count} solicitações ou decisões: os números são das últimas.",
        en: "The period has more than {count} requests or decisions: the numbers are of the latest.",
        es: "El período tiene más de {count} solicitudes o decisiones: los números son de las últimas.",
    };
}
