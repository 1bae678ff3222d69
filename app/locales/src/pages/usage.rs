//! Use of the APIs: plots, quotas and the latest calls.

mod statuses;

pub use statuses::*;

texts! {
    title = { pt: "Uso", en: "Usage", es: "Uso" };
    title_of(name) = { pt: "Uso · {name}", en: "Usage · {name}", es: "Uso · {name}" };
    calls_title = { pt: "Chamadas", en: "Calls", es: "Llamadas" };
    calls_title_of(name) = { pt: "Chamadas · {name}", en: "Calls · {name}", es: "Llamadas · {name}" };
    see_calls = { pt: "Ver chamadas", en: "See calls", es: "Ver llamadas" };
    see_use = { pt: "Ver uso", en: "See usage", es: "Ver uso" };
    csv = { pt: "Baixar CSV", en: "Download CSV", es: "Descargar CSV" };

    window = { pt: "Período", en: "Period", es: "Período" };
    window_day = { pt: "24 horas", en: "24 hours", es: "24 horas" };
    window_week = { pt: "7 dias", en: "7 days", es: "7 días" };
    window_month = { pt: "30 dias", en: "30 days", es: "30 días" };
    window_quarter = { pt: "90 dias", en: "90 days", es: "90 días" };

    quota = { pt: "Uso do Trial", en: "Trial usage", es: "Uso del Trial" };
    quota_used(used, limit) = {
        pt: "{used} de {limit} chamadas",
        en: "{used} of {limit} calls",
        es: "{used} de {limit} llamadas",
    };
    runs_out(day) = {
        pt: "Neste ritmo, as chamadas acabam em {day}.",
        en: "At this pace, the calls run out on {day}.",
        es: "A este ritmo, las llamadas se agotan el {day}.",
    };
    runs_out_today = {
        pt: "Neste ritmo, as chamadas acabam hoje.",
        en: "At this pace, the calls run out today.",
        es: "A este ritmo, las llamadas se agotan hoy.",
    };
    ends(day) = {
        pt: "O Trial expira em {day}.",
        en: "The Trial expires on {day}.",
        es: "El Trial caduca el {day}.",
    };
    outlasts(day) = {
        pt: "Neste ritmo, as chamadas duram até o Trial expirar, em {day}.",
        en: "At this pace, the calls last until the Trial expires on {day}.",
        es: "A este ritmo, las llamadas duran hasta que el Trial caduque, el {day}.",
    };
    ended(day) = {
        pt: "O Trial expirou em {day}.",
        en: "The Trial expired on {day}.",
        es: "El Trial caducó el {day}.",
    };
    pay_quota = { pt: "Uso do Pay Per Use", en: "Pay Per Use usage", es: "Uso de Pay Per Use" };
    renews(day) = {
        pt: "Renova em {day}: uma nova contagem começa.",
        en: "Renews on {day}: a new count begins.",
        es: "Se renueva el {day}: empieza una nueva cuenta.",
    };
    lasts_until_renewal(day) = {
        pt: "Neste ritmo, as chamadas duram até a renovação, em {day}.",
        en: "At this pace, the calls last until the renewal on {day}.",
        es: "A este ritmo, las llamadas duran hasta la renovación, el {day}.",
    };
    plan_ends(day) = {
        pt: "O plano expira em {day}.",
        en: "The plan expires on {day}.",
        es: "El plan caduca el {day}.",
    };
    plan_outlasts(day) = {
        pt: "Neste ritmo, as chamadas duram até o plano expirar, em {day}.",
        en: "At this pace, the calls last until the plan expires on {day}.",
        es: "A este ritmo, las llamadas duran hasta que el plan caduque, el {day}.",
    };
    plan_ended(day) = {
        pt: "O plano expirou em {day}.",
        en: "The plan expired on {day}.",
        es: "El plan caducó el {day}.",
    };
    period(from, until) = {
        pt: "Período de {from} a {until}",
        en: "Period from {from} to {until}",
        es: "Período del {from} al {until}",
    };
    plan_ended_title = { pt: "O plano expirou", en: "The plan has expired", es: "El plan caducó" };
    plan_exhausted_title = {
        pt: "As chamadas do plano acabaram",
        en: "The plan's calls are used up",
        es: "Las llamadas del plan se agotaron",
    };
    plan_low_title = {
        pt: "Restam poucas chamadas do plano",
        en: "Few calls of the plan are left",
        es: "Quedan pocas llamadas del plan",
    };
    until_renewal(day) = {
        pt: "A API agora responde com o erro 429, até a renovação em {day}.",
        en: "The API now responds with error 429, until the renewal on {day}.",
        es: "La API ahora responde con el error 429, hasta la renovación el {day}.",
    };
    low_until_renewal(day) = {
        pt: "Quando acabarem, a API passará a responder com o erro 429, até a renovação em {day}.",
        en: "Once they are used up, the API will respond with error 429, until the renewal on {day}.",
        es: "Cuando se agoten, la API responderá con el error 429, hasta la renovación el {day}.",
    };
    plan_no_more = {
        pt: "A API agora responde com o erro 429. Para continuar, fale com o suporte.",
        en: "The API now responds with error 429. To continue, contact support.",
        es: "La API ahora responde con el error 429. Para continuar, hable con soporte.",
    };
    plan_low = {
        pt: "Quando acabarem, a API passará a responder com o erro 429. Para continuar sem interrupção, fale com o suporte.",
        en: "Once they are used up, the API will respond with error 429. To continue without interruption, contact support.",
        es: "Cuando se agoten, la API responderá con el error 429. Para continuar sin interrupción, hable con soporte.",
    };
    contact = { pt: "Falar com o suporte", en: "Contact support", es: "Hablar con soporte" };
    ended_title = { pt: "O Trial expirou", en: "The Trial has expired", es: "El Trial caducó" };
    exhausted_title = {
        pt: "As chamadas do Trial acabaram",
        en: "Your Trial calls are used up",
        es: "Las llamadas del Trial se agotaron",
    };
    low_title = {
        pt: "Restam poucas chamadas do Trial",
        en: "Few Trial calls are left",
        es: "Quedan pocas llamadas del Trial",
    };
    no_more = {
        pt: "A API agora responde com o erro 429. Para continuar, solicite o plano Pay Per Use: as chaves continuam as mesmas.",
        en: "The API now responds with error 429. To continue, request the Pay Per Use plan: the keys stay the same.",
        es: "La API ahora responde con el error 429. Para continuar, solicite el plan Pay Per Use: las claves siguen siendo las mismas.",
    };
    low = {
        pt: "Quando acabarem, a API passará a responder com o erro 429. Para continuar sem interrupção, solicite o plano Pay Per Use: as chaves continuam as mesmas.",
        en: "Once they are used up, the API will respond with error 429. To continue without interruption, request the Pay Per Use plan: the keys stay the same.",
        es: "Cuando se agoten, la API responderá con el error 429. Para continuar sin interrupción, solicite el plan Pay Per Use: las claves siguen siendo las mismas.",
    };
    plan_change_asked = {
        pt: "Solicitação de Pay Per Use em análise",
        en: "Pay Per Use request under review",
        es: "Solicitud de Pay Per Use en análisis",
    };
    to_application = {
        pt: "Ir para a aplicação",
        en: "Go to the application",
        es: "Ir a la aplicación",
    };

    figures = { pt: "Resumo do período", en: "Summary of the period", es: "Resumen del período" };
    calls = { pt: "Chamadas", en: "Calls", es: "Llamadas" };
    succeeded = { pt: "Com sucesso", en: "Succeeded", es: "Con éxito" };
    failed = { pt: "Com erro", en: "Failed", es: "Con error" };
    share(part) = { pt: "{part}%", en: "{part}%", es: "{part}\u{a0}%" };
    median = { pt: "Tempo mediano", en: "Median time", es: "Tiempo mediano" };
    median_hint = { pt: "metade leva isso ou menos", en: "half take this long or less", es: "la mitad tarda esto o menos" };
    p95 = { pt: "Tempo p95", en: "p95 time", es: "Tiempo p95" };
    p95_hint = {
        pt: "95 em cada 100 levam isso ou menos",
        en: "95 in 100 take this long or less",
        es: "95 de cada 100 tardan esto o menos",
    };
    none = { pt: "–", en: "–", es: "–" };

    calls_plot = { pt: "Chamadas ao longo do tempo", en: "Calls over time", es: "Llamadas a lo largo del tiempo" };
    calls_plot_is(calls, errors, most) = {
        pt: "Barras empilhadas. No período: {calls} no total, {errors} com erro; no máximo {most} por intervalo. Os números estão na tabela abaixo.",
        en: "Stacked bars. In the period: {calls} in all, {errors} failed; at most {most} in an interval. The numbers are in the table below.",
        es: "Barras apiladas. En el período: {calls} en total, {errors} con error; como máximo {most} por intervalo. Los números están en la tabla de abajo.",
    };
    latency_plot = { pt: "Tempo de resposta", en: "Response time", es: "Tiempo de respuesta" };
    latency_plot_is(p50, p95) = {
        pt: "Duas linhas: mediana, {p50} no período, e p95, {p95} no período. Os números estão na tabela abaixo.",
        en: "Two lines: median, {p50} in the period, and p95, {p95} in the period. The numbers are in the table below.",
        es: "Dos líneas: mediana, {p50} en el período, y p95, {p95} en el período. Los números están en la tabla de abajo.",
    };
    legend_median = { pt: "mediana", en: "median", es: "mediana" };
    legend_p95 = { pt: "p95", en: "p95", es: "p95" };
    bucket_is(when, successes, errors) = {
        pt: "{when}: {successes} com sucesso, {errors} com erro",
        en: "{when}: {successes} succeeded, {errors} failed",
        es: "{when}: {successes} con éxito, {errors} con error",
    };
    table = { pt: "Ver os números em uma tabela", en: "See the numbers as a table", es: "Ver los números en una tabla" };
    start = { pt: "Início", en: "Start", es: "Inicio" };
    end = { pt: "Fim", en: "End", es: "Fin" };
    median_ms = { pt: "Mediana (ms)", en: "Median (ms)", es: "Mediana (ms)" };
    p95_ms = { pt: "p95 (ms)", en: "p95 (ms)", es: "p95 (ms)" };

    statuses = { pt: "Respostas por status", en: "Responses by status", es: "Respuestas por estado" };
    status = { pt: "Status", en: "Status", es: "Estado" };
    meaning = { pt: "Significado", en: "Meaning", es: "Significado" };
    part = { pt: "Proporção", en: "Share", es: "Proporción" };
    kinds = { pt: "Por plano", en: "By plan", es: "Por plan" };
    keys = { pt: "Chaves", en: "Keys", es: "Claves" };
    keys_plan = { pt: "Chaves da aplicação", en: "Application keys", es: "Claves de la aplicación" };
    kind_sandbox = { pt: "Chaves de teste", en: "Test keys", es: "Claves de prueba" };
    by_application = { pt: "Por aplicação", en: "By application", es: "Por aplicación" };
    application = { pt: "Aplicação", en: "Application", es: "Aplicación" };

    empty_title = {
        pt: "Nenhuma chamada neste período",
        en: "No calls in this period",
        es: "No hay llamadas en este período",
    };
    empty = {
        pt: "Escolha um período maior ou faça uma chamada: a página da aplicação traz as chaves e o comando pronto.",
        en: "Choose a longer period or make a call: the application's page has the keys and the command ready to run.",
        es: "Elija un período mayor o haga una llamada: la página de la aplicación trae las claves y el comando listo.",
    };
    group_empty = {
        pt: "Escolha um período maior ou faça uma chamada: a página do grupo traz as chaves de cada aplicação.",
        en: "Choose a longer period or make a call: the group's page has the keys of each application.",
        es: "Elija un período mayor o haga una llamada: la página del grupo trae las claves de cada aplicación.",
    };
    to_group = { pt: "Ir para o grupo", en: "Go to the group", es: "Ir al grupo" };

    short_date(day, month) = { pt: "{day} {month}", en: "{day} {month}", es: "{day} {month}" };
    short_hour(hour) = { pt: "{hour}h", en: "{hour}:00", es: "{hour}:00" };
    short_date_hour(date, hour) = { pt: "{date}, {hour}", en: "{date}, {hour}", es: "{date}, {hour}" };
    millis(number) = { pt: "{number} ms", en: "{number} ms", es: "{number} ms" };
    seconds(number) = { pt: "{number} s", en: "{number} s", es: "{number} s" };

    calls_lead = {
        pt: "As mais recentes primeiro, guardadas por até 30 dias. As que trazem um token emitido para a aplicação são todas contadas; em momentos de muito uso, só uma parte fica nesta lista.",
        en: "Newest first, kept for up to 30 days. Those with a token issued to the application are all counted; when there are many at once, only some are listed here.",
        es: "Las más recientes primero, guardadas durante 30 días como máximo. Las que traen un token emitido para la aplicación se cuentan todas; en momentos de mucho uso, solo una parte queda en esta lista.",
    };
    transaction = { pt: "ID da transação", en: "Transaction ID", es: "ID de la transacción" };
    transaction_hint = {
        pt: "Está no campo transactionId da resposta e no cabeçalho X-Request-Id.",
        en: "It is in the transactionId field of the response and in the X-Request-Id header.",
        es: "Está en el campo transactionId de la respuesta y en el encabezado X-Request-Id.",
    };
    explain = { pt: "Explicar", en: "Explain", es: "Explicar" };
    when = { pt: "Quando", en: "When", es: "Cuándo" };
    call = { pt: "Chamada", en: "Call", es: "Llamada" };
    time = { pt: "Tempo", en: "Time", es: "Tiempo" };
    code = { pt: "Código", en: "Code", es: "Código" };
    field = { pt: "Campo", en: "Field", es: "Campo" };
    plan = { pt: "Plano", en: "Plan", es: "Plan" };

    found = { pt: "O que aconteceu com esta chamada", en: "What happened to this call", es: "Qué pasó con esta llamada" };
    cause = { pt: "Causa", en: "Cause", es: "Causa" };
    remedy = { pt: "O que fazer", en: "What to do", es: "Qué hacer" };
    wrong_field(field) = {
        pt: "O campo {field} está ausente ou errado.",
        en: "The field {field} is missing or wrong.",
        es: "El campo {field} falta o es incorrecto.",
    };
    of_another = {
        pt: "É uma chamada de outra aplicação sua:",
        en: "This call belongs to another of your applications:",
        es: "Es una llamada de otra aplicación suya:",
    };
    not_found_title = {
        pt: "Não encontramos essa transação",
        en: "We could not find that transaction",
        es: "No encontramos esa transacción",
    };
    not_found = {
        pt: "Confira se o ID foi copiado por inteiro. Uma chamada aparece aqui em até um segundo e fica por até 30 dias; em momentos de muito uso, nem todas ficam. Sem um token que este portal tenha emitido (401), não se sabe de quem é a chamada, e ela não aparece.",
        en: "Check that the whole ID was copied. A call shows up here within a second and stays for up to 30 days; when there are many at once, not all are kept. Without a token that this portal issued (401), nobody knows whose call it is, and it is not shown.",
        es: "Compruebe que el ID se haya copiado completo. Una llamada aparece aquí en un segundo como máximo y se conserva hasta 30 días; en momentos de mucho uso, no se conservan todas. Sin un token emitido por este portal (401), no se sabe de quién es la llamada, y no aparece.",
    };
    no_id_title = {
        pt: "Isso não é um ID de transação",
        en: "That is not a transaction ID",
        es: "Eso no es un ID de transacción",
    };
    no_id = {
        pt: "Um ID de transação tem 32 letras e números, em geral separados por hifens, como em 0198c2f4-7d1e-7c3a-9b52-4f0e6a1d8c77.",
        en: "A transaction ID has 32 letters and digits, usually separated by hyphens, as in 0198c2f4-7d1e-7c3a-9b52-4f0e6a1d8c77.",
        es: "Un ID de transacción tiene 32 letras y números, en general separados por guiones, como en 0198c2f4-7d1e-7c3a-9b52-4f0e6a1d8c77.",
    };
    no_calls_title = {
        pt: "Nenhuma chamada ainda",
        en: "No calls yet",
        es: "Todavía no hay llamadas",
    };
    no_calls = {
        pt: "Faça a primeira: a página da aplicação traz as chaves e o comando pronto. Ela aparece aqui em um segundo.",
        en: "Make the first one: the application's page has the keys and the command ready to run. It shows up here within a second.",
        es: "Haga la primera: la página de la aplicación trae las claves y el comando listo. Aparece aquí en un segundo.",
    };
}
