//! How the portal and its APIs work, and what is told of incidents.

texts! {
    title = { pt: "Situação do portal", en: "Portal status", es: "Estado del portal" };
    lead = {
        pt: "Como estão o portal e as APIs agora, e o que aconteceu nos últimos 90 dias.",
        en: "How the portal and its APIs are working now, and what happened in the last 90 days.",
        es: "Cómo están el portal y las APIs ahora, y qué ocurrió en los últimos 90 días.",
    };
    as_of(time) = { pt: "Situação em {time}", en: "Status as of {time}", es: "Estado al {time}" };
    all_operating = {
        pt: "Tudo funciona normalmente",
        en: "Everything is working normally",
        es: "Todo funciona con normalidad",
    };
    some_maintenance = {
        pt: "Há uma manutenção em andamento",
        en: "Maintenance is under way",
        es: "Hay un mantenimiento en curso",
    };
    some_degraded = {
        pt: "Há instabilidade em parte dos serviços",
        en: "Some services are degraded",
        es: "Hay inestabilidad en parte de los servicios",
    };
    some_interrupted = {
        pt: "Há serviços fora do ar",
        en: "Some services are down",
        es: "Hay servicios fuera de línea",
    };
    now = { pt: "Agora", en: "Now", es: "Ahora" };
    component = { pt: "Serviço", en: "Service", es: "Servicio" };
    state = { pt: "Situação", en: "Status", es: "Estado" };
    portal = { pt: "Portal", en: "Portal", es: "Portal" };
    portal_text = {
        pt: "Páginas, contas, solicitações e chaves",
        en: "Pages, accounts, requests and keys",
        es: "Páginas, cuentas, solicitudes y claves",
    };
    mail = { pt: "E-mails do portal", en: "The portal's e-mails", es: "Correos del portal" };
    mail_late = {
        pt: "O servidor de e-mail não responde. Nada se perde: os e-mails saem assim que ele voltar.",
        en: "The mail server is not responding. Nothing is lost: e-mails go out as soon as it is back.",
        es: "El servidor de correo no responde. No se pierde nada: los correos salen en cuanto vuelva.",
    };
    database_down = {
        pt: "O portal não consegue usar o banco de dados. As chamadas das APIs podem ser recusadas.",
        en: "The portal cannot use its database. API calls may be refused.",
        es: "El portal no puede usar su base de datos. Las llamadas a las APIs pueden ser rechazadas.",
    };
    operating = { pt: "Normal", en: "Operational", es: "Normal" };
    maintenance = { pt: "Em manutenção", en: "Under maintenance", es: "En mantenimiento" };
    degraded = { pt: "Com instabilidade", en: "Degraded", es: "Con inestabilidad" };
    interrupted = { pt: "Fora do ar", en: "Down", es: "Fuera de línea" };
    open = { pt: "Em andamento", en: "In progress", es: "En curso" };
    planned = { pt: "Manutenções programadas", en: "Scheduled maintenance", es: "Mantenimientos programados" };
    history = { pt: "Últimos 90 dias", en: "Last 90 days", es: "Últimos 90 días" };
    none = {
        pt: "Nenhum incidente nos últimos 90 dias.",
        en: "No incident in the last 90 days.",
        es: "Ningún incidente en los últimos 90 días.",
    };
    since(time) = { pt: "Desde {time}", en: "Since {time}", es: "Desde el {time}" };
    from_to(begin, end) = {
        pt: "De {begin} até {end}",
        en: "From {begin} to {end}",
        es: "Del {begin} al {end}",
    };
    affects = { pt: "Afeta", en: "Affects", es: "Afecta a" };
    whole_portal = { pt: "todo o portal", en: "the whole portal", es: "todo el portal" };
    notes(title) = { pt: "Notas: {title}", en: "Updates: {title}", es: "Notas: {title}" };
    corrected(time) = { pt: "corrigida em {time}", en: "corrected on {time}", es: "corregida el {time}" };
    feed = {
        pt: "Acompanhar por feed (Atom)",
        en: "Follow by feed (Atom)",
        es: "Seguir por feed (Atom)",
    };
    see_incident = { pt: "Ver o incidente", en: "See the incident", es: "Ver el incidente" };
    many_errors = {
        pt: "Muitos erros 5xx seguidos? Veja se há um incidente:",
        en: "Many 5xx errors in a row? See whether there is an incident:",
        es: "¿Muchos errores 5xx seguidos? Vea si hay un incidente:",
    };
}

// Kinds of incidents.
texts! {
    interruption = { pt: "Interrupção", en: "Outage", es: "Interrupción" };
    degradation = { pt: "Instabilidade", en: "Degraded performance", es: "Inestabilidad" };
    planned_maintenance = { pt: "Manutenção", en: "Maintenance", es: "Mantenimiento" };
}

// How far an incident has come.
texts! {
    investigating = { pt: "Em investigação", en: "Investigating", es: "En investigación" };
    identified = { pt: "Causa identificada", en: "Cause identified", es: "Causa identificada" };
    monitoring = { pt: "Em observação", en: "Monitoring", es: "En observación" };
    resolved = { pt: "Resolvido", en: "Resolved", es: "Resuelto" };
    scheduled = { pt: "Programada", en: "Scheduled", es: "Programado" };
    in_progress = { pt: "Em andamento", en: "In progress", es: "En curso" };
    cancelled = { pt: "Cancelada", en: "Cancelled", es: "Cancelado" };
    completed = { pt: "Concluída", en: "Completed", es: "Concluido" };
}
