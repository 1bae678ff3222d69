//! Permission groups and their applications.

texts! {
    lead = {
        pt: "Os grupos de permissões de que você faz parte e o que cada um contratou.",
        en: "The permission groups you belong to and what each one has contracted for.",
        es: "Los grupos de permisos a los que pertenece y lo que cada uno contrató.",
    };
    request_api = { pt: "Solicitar uma API", en: "Request an API", es: "Solicitar una API" };
    create_group = {
        pt: "Criar grupo de permissões",
        en: "Create a permission group",
        es: "Crear grupo de permisos",
    };
    none_title = { pt: "Nenhuma aplicação ainda", en: "No applications yet", es: "Todavía no hay aplicaciones" };
    none = {
        pt: "Escolha uma API no catálogo e faça a primeira solicitação; leva cerca de três minutos.",
        en: "Choose an API in the catalogue and make your first request; it takes about three minutes.",
        es: "Elija una API en el catálogo y haga la primera solicitud; lleva unos tres minutos.",
    };
    see_catalogue = { pt: "Ver o catálogo", en: "See the catalogue", es: "Ver el catálogo" };

    drafts = { pt: "Solicitações a concluir", en: "Requests to finish", es: "Solicitudes por terminar" };
    draft_touched(at) = {
        pt: "Última alteração em {at}",
        en: "Last changed on {at}",
        es: "Último cambio el {at}",
    };
    continue_request = { pt: "Continuar solicitação", en: "Continue the request", es: "Continuar la solicitud" };

    search = {
        pt: "Buscar por grupo, empresa, CNPJ ou aplicação",
        en: "Search by group, company, CNPJ or application",
        es: "Buscar por grupo, empresa, CNPJ o aplicación",
    };
    order = { pt: "Ordem", en: "Order", es: "Orden" };
    order_name = { pt: "Nome do grupo", en: "Group name", es: "Nombre del grupo" };
    order_company = { pt: "Empresa e filial", en: "Company and branch", es: "Empresa y sucursal" };
    order_newest = { pt: "Mais recentes", en: "Newest", es: "Más recientes" };
    found_applications = { pt: "Aplicações encontradas", en: "Applications found", es: "Aplicaciones encontradas" };
    found_nothing_title = { pt: "Nada encontrado", en: "Nothing found", es: "No se encontró nada" };
    found_nothing = {
        pt: "Nenhum grupo e nenhuma aplicação sua tem essas palavras.",
        en: "No group and no application of yours has these words.",
        es: "Ningún grupo ni aplicación suya tiene esas palabras.",
    };
    show_all = { pt: "Mostrar todos", en: "Show all", es: "Mostrar todos" };
    head_office = { pt: "matriz", en: "head office", es: "casa matriz" };
    branch(number) = { pt: "filial {number}", en: "branch {number}", es: "sucursal {number}" };
    company_with_root(name, root) = { pt: "{name} · CNPJ {root}", en: "{name} · CNPJ {root}", es: "{name} · CNPJ {root}" };

    groups = { pt: "Grupos de permissões", en: "Permission groups", es: "Grupos de permisos" };
    see_details = { pt: "Ver detalhes", en: "See details", es: "Ver detalles" };
    no_applications = { pt: "Nenhuma aplicação", en: "No applications", es: "No hay aplicaciones" };
    one_application = { pt: "1 aplicação", en: "1 application", es: "1 aplicación" };
    many_applications(count) = {
        pt: "{count} aplicações",
        en: "{count} applications",
        es: "{count} aplicaciones",
    };
    pending(count) = { pt: "{count} em análise", en: "{count} under review", es: "{count} en análisis" };
    awaiting_applicant(count) = { pt: "{count} aguardando resposta", en: "{count} awaiting reply", es: "{count} a la espera de respuesta" };
    one_approved = { pt: "1 aprovada", en: "1 approved", es: "1 aprobada" };
    many_approved(count) = { pt: "{count} aprovadas", en: "{count} approved", es: "{count} aprobadas" };
    one_rejected = { pt: "1 recusada", en: "1 rejected", es: "1 rechazada" };
    many_rejected(count) = { pt: "{count} recusadas", en: "{count} rejected", es: "{count} rechazadas" };
    one_cancelled = { pt: "1 cancelada", en: "1 cancelled", es: "1 cancelada" };
    many_cancelled(count) = { pt: "{count} canceladas", en: "{count} cancelled", es: "{count} canceladas" };
    one_suspended = { pt: "1 suspensa", en: "1 suspended", es: "1 suspendida" };
    many_suspended(count) = { pt: "{count} suspensas", en: "{count} suspended", es: "{count} suspendidas" };
    one_revoked = { pt: "1 revogada", en: "1 revoked", es: "1 revocada" };
    many_revoked(count) = { pt: "{count} revogadas", en: "{count} revoked", es: "{count} revocadas" };

    members = { pt: "Pessoas", en: "People", es: "Personas" };
    group_empty_title = {
        pt: "Este grupo ainda não fez solicitações",
        en: "This group has made no requests yet",
        es: "Este grupo todavía no ha hecho solicitudes",
    };
    group_empty = {
        pt: "Escolha uma API no catálogo e selecione este grupo na solicitação.",
        en: "Choose an API in the catalogue and select this group in the request.",
        es: "Elija una API en el catálogo y seleccione este grupo en la solicitud.",
    };

    doors = { pt: "Com esta aplicação", en: "With this application", es: "Con esta aplicación" };
    try_it = { pt: "Testar agora", en: "Try it now", es: "Probar ahora" };
    see_use = { pt: "Uso", en: "Usage", es: "Uso" };
    see_keys = { pt: "Chaves", en: "Keys", es: "Claves" };
    diagnose = { pt: "Diagnosticar", en: "Diagnose", es: "Diagnosticar" };
    ask_pay_per_use = { pt: "Solicitar Pay Per Use", en: "Request Pay Per Use", es: "Solicitar Pay Per Use" };
    of_application(door, name) = {
        pt: "{door}: {name}",
        en: "{door}: {name}",
        es: "{door}: {name}",
    };

    rejected_reason = { pt: "Motivo da recusa", en: "Reason for the rejection", es: "Motivo del rechazo" };
    follow = { pt: "Acompanhar solicitação", en: "Follow the request", es: "Seguir la solicitud" };

    public_key = { pt: "Chave pública", en: "Public key", es: "Clave pública" };
    secret_key = { pt: "Chave secreta", en: "Secret key", es: "Clave secreta" };
    hidden = { pt: "oculta", en: "hidden", es: "oculta" };
    reveal = { pt: "Revelar", en: "Reveal", es: "Revelar" };
    reveal_whose(name) = {
        pt: "Revelar a chave secreta de {name}",
        en: "Reveal the secret key of {name}",
        es: "Revelar la clave secreta de {name}",
    };
    hide = { pt: "Ocultar a chave secreta", en: "Hide the secret key", es: "Ocultar la clave secreta" };
    keys_of(name) = { pt: "Chaves de {name}", en: "Keys of {name}", es: "Claves de {name}" };
    reveal_first = {
        pt: "Revele a chave secreta para montar a credencial. Fica registrado sempre que alguém a revela.",
        en: "Reveal the secret key to build the credential. Every reveal is recorded.",
        es: "Revele la clave secreta para generar la credencial. Queda registrado cada vez que alguien la revela.",
    };
    last_revealed(at) = {
        pt: "Revelada pela última vez: {at}.",
        en: "Last revealed: {at}.",
        es: "Revelada por última vez: {at}.",
    };
    revealed = {
        pt: "Registramos que você revelou a chave. Guarde-a onde a sua equipe guarda senhas.",
        en: "We recorded that you revealed the key. Keep it where your team keeps its passwords.",
        es: "Registramos que usted reveló la clave. Guárdela donde su equipo guarda las contraseñas.",
    };
}
