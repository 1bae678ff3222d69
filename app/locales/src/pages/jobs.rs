//! The page where administrators see the jobs.

texts! {
    title = { pt: "Tarefas", en: "Jobs", es: "Tareas" };
    lead = {
        pt: "O que o portal ainda tem a fazer, sobretudo e-mails a enviar. O que falha é tentado de novo por cinco dias.",
        en: "What the portal has yet to do, mostly e-mails to send. Whatever fails is tried again for five days.",
        es: "Lo que el portal aún tiene por hacer, sobre todo correos por enviar. Lo que falla se vuelve a intentar durante cinco días.",
    };
    waiting(count) = { pt: "Na fila: {count}", en: "Waiting: {count}", es: "En cola: {count}" };
    given_up(count) = { pt: "Abandonadas: {count}", en: "Abandoned: {count}", es: "Abandonadas: {count}" };
    filter = { pt: "Filtrar tarefas", en: "Filter jobs", es: "Filtrar tareas" };
    all = { pt: "Todas", en: "All", es: "Todas" };
    none_title = { pt: "Nada a fazer", en: "Nothing to do", es: "Nada por hacer" };
    none = {
        pt: "Tudo o que o portal tinha a fazer está feito.",
        en: "Everything the portal had to do is done.",
        es: "Todo lo que el portal tenía por hacer está hecho.",
    };
    kind = { pt: "Tarefa", en: "Job", es: "Tarea" };
    state = { pt: "Situação", en: "Status", es: "Estado" };
    since = { pt: "Desde", en: "Since", es: "Desde" };
    attempts = { pt: "Tentativas", en: "Attempts", es: "Intentos" };
    last_error = { pt: "Último erro", en: "Last error", es: "Último error" };
    no_error = { pt: "nenhum", en: "none", es: "ninguno" };
    actions = { pt: "Ações", en: "Actions", es: "Acciones" };
    queued = { pt: "Na fila", en: "Waiting", es: "En cola" };
    running = { pt: "Em andamento", en: "Under way", es: "En curso" };
    dead = { pt: "Abandonada", en: "Abandoned", es: "Abandonada" };
    retry = { pt: "Tentar agora", en: "Try now", es: "Intentar ahora" };
    retry_this(kind) = { pt: "Tentar agora: {kind}", en: "Try now: {kind}", es: "Intentar ahora: {kind}" };
    drop = { pt: "Descartar", en: "Discard", es: "Descartar" };
    drop_this(kind) = { pt: "Descartar: {kind}", en: "Discard: {kind}", es: "Descartar: {kind}" };
    drop_title = { pt: "Descartar esta tarefa?", en: "Discard this job?", es: "¿Descartar esta tarea?" };
    drop_lead = {
        pt: "Ela é apagada sem ser feita: um e-mail descartado não chega a ninguém. Não há como desfazer.",
        en: "It is deleted without being done: a discarded e-mail reaches nobody. This cannot be undone.",
        es: "Se elimina sin hacerse: un correo descartado no llega a nadie. No se puede deshacer.",
    };
    retried = {
        pt: "A tarefa será tentada de novo agora.",
        en: "The job will be tried again now.",
        es: "La tarea se intentará de nuevo ahora.",
    };
    dropped = { pt: "Tarefa descartada.", en: "Job discarded.", es: "Tarea descartada." };
    gone = {
        pt: "Essa tarefa já foi feita ou está em andamento.",
        en: "That job is already done, or under way.",
        es: "Esa tarea ya está hecha o está en curso.",
    };
}

texts! {
    register = { pt: "Cadastro", en: "Registration", es: "Registro" };
    request_reset = { pt: "Pedido de nova senha", en: "Password reset request", es: "Solicitud de contraseña nueva" };
    link_mail = { pt: "E-mail com link", en: "E-mail with a link", es: "Correo con enlace" };
    account_mail = { pt: "E-mail sobre a conta", en: "E-mail about the account", es: "Correo sobre la cuenta" };
    group_mail = { pt: "E-mail sobre um grupo", en: "E-mail about a group", es: "Correo sobre un grupo" };
    request_mail = { pt: "E-mail sobre uma solicitação", en: "E-mail about a request", es: "Correo sobre una solicitud" };
    access_mail = { pt: "E-mail sobre um acesso", en: "E-mail about access", es: "Correo sobre un acceso" };
    key_mail = { pt: "E-mail sobre chaves", en: "E-mail about keys", es: "Correo sobre claves" };
    quota_mail = { pt: "E-mail sobre a cota", en: "E-mail about the quota", es: "Correo sobre la cuota" };
    message_mail = { pt: "E-mail sobre uma mensagem", en: "E-mail about a message", es: "Correo sobre un mensaje" };
    announcement = { pt: "Aviso a repassar", en: "Notification to pass on", es: "Aviso por transmitir" };
    webhook_mail = { pt: "E-mail sobre um webhook", en: "E-mail about a webhook", es: "Correo sobre un webhook" };
    event = { pt: "Evento para os webhooks", en: "Event for webhooks", es: "Evento para los webhooks" };
    webhook = { pt: "Envio a um webhook", en: "Delivery to a webhook", es: "Envío a un webhook" };
    news_mail = { pt: "E-mail sobre uma API", en: "E-mail about an API", es: "Correo sobre una API" };
    other = { pt: "Outra tarefa", en: "Another job", es: "Otra tarea" };
}
