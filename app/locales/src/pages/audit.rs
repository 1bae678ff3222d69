//! The pages of the audit trail.

texts! {
    title = { pt: "Auditoria", en: "Audit", es: "Auditoría" };
    lead = {
        pt: "Tudo o que foi feito no portal: quem, o quê, quando e de onde. Cada registro é selado em uma cadeia que mostra se alguém o alterou.",
        en: "Everything that was done in the portal: who, what, when and from where. Each record is sealed into a chain that shows whether somebody changed it.",
        es: "Todo lo que se hizo en el portal: quién, qué, cuándo y desde dónde. Cada registro se sella en una cadena que muestra si alguien lo modificó.",
    };
    actor = { pt: "Quem", en: "Who", es: "Quién" };
    actor_hint = { pt: "E-mail ou identificador da conta", en: "E-mail or identifier of the account", es: "Correo o identificador de la cuenta" };
    actor_id = { pt: "Identificador da conta", en: "Identifier of the account", es: "Identificador de la cuenta" };
    action = { pt: "Ação", en: "Action", es: "Acción" };
    any_action = { pt: "Qualquer ação", en: "Any action", es: "Cualquier acción" };
    subject = { pt: "Objeto", en: "Object", es: "Objeto" };
    subject_hint = {
        pt: "Identificador do grupo, da aplicação, da solicitação ou da conta",
        en: "Identifier of the group, application, request or account",
        es: "Identificador del grupo, la aplicación, la solicitud o la cuenta",
    };
    request_id = { pt: "Requisição", en: "Request ID", es: "Petición" };
    since = { pt: "De", en: "From", es: "Desde" };
    until = { pt: "Até", en: "To", es: "Hasta" };
    at = { pt: "Quando", en: "When", es: "Cuándo" };
    address = { pt: "De onde", en: "From where", es: "Desde dónde" };
    client = { pt: "Por meio do cliente OAuth2", en: "By the OAuth2 client", es: "Por medio del cliente OAuth2" };
    details = { pt: "Detalhes", en: "Details", es: "Detalles" };
    event_id = { pt: "Identificador do registro", en: "Identifier of the record", es: "Identificador del registro" };
    unknown = { pt: "não registrado", en: "not recorded", es: "no registrado" };
    nobody = { pt: "O portal ou um visitante", en: "The portal or a visitor", es: "El portal o un visitante" };
    no_such_person = {
        pt: "Não há conta com este e-mail. Para quem já não tem conta, informe o identificador.",
        en: "There is no account with this address. For somebody whose account is gone, enter the identifier.",
        es: "No hay ninguna cuenta con este correo. Para quien ya no tiene cuenta, indique el identificador.",
    };
    no_identifier = {
        pt: "Isto não é um identificador. Copie-o da página do objeto ou de um registro.",
        en: "This is not an identifier. Copy it from the page of the object or from a record.",
        es: "Esto no es un identificador. Cópielo de la página del objeto o de un registro.",
    };
    no_action = { pt: "Escolha uma ação da lista.", en: "Choose an action from the list.", es: "Elija una acción de la lista." };
    no_day = { pt: "Informe um dia, como 21/11/2026.", en: "Enter a day, such as 2026-11-21.", es: "Indique un día, como 21/11/2026." };
    none_title = { pt: "Nenhum registro", en: "No records", es: "Ningún registro" };
    none = {
        pt: "Nada do que foi feito corresponde a esta busca.",
        en: "Nothing that was done matches this search.",
        es: "Nada de lo que se hizo corresponde a esta búsqueda.",
    };
    pages = { pt: "Páginas", en: "Pages", es: "Páginas" };
    newer = { pt: "Mais recentes", en: "Newer", es: "Más recientes" };
    older = { pt: "Mais antigos", en: "Older", es: "Más antiguos" };
    as_csv = { pt: "Exportar como CSV", en: "Export as CSV", es: "Exportar como CSV" };
    as_json = { pt: "Exportar como JSON Lines", en: "Export as JSON Lines", es: "Exportar como JSON Lines" };
    export_hint = {
        pt: "O arquivo tem todos os registros desta busca, até 100 mil. A exportação também é registrada.",
        en: "The file has every record of this search, up to 100,000. The export is recorded, too.",
        es: "El archivo contiene todos los registros de esta búsqueda, hasta 100 mil. La exportación también se registra.",
    };
    too_long = {
        pt: "São mais de 100 mil registros. Escolha um período menor, ou use o comando balcao audit export.",
        en: "There are more than 100,000 records. Choose a shorter period, or use the command balcao audit export.",
        es: "Son más de 100 mil registros. Elija un período más corto, o use el comando balcao audit export.",
    };
}

texts! {
    chain = { pt: "Lugar na cadeia", en: "Place in the chain", es: "Lugar en la cadena" };
    not_sealed = {
        pt: "Este registro ainda não foi selado. Isso leva alguns segundos.",
        en: "This record is not sealed yet. That takes a few seconds.",
        es: "Este registro aún no se selló. Eso tarda unos segundos.",
    };
    number = { pt: "Número", en: "Number", es: "Número" };
    sealed_at = { pt: "Selado", en: "Sealed", es: "Sellado" };
    hash = { pt: "Hash", en: "Hash", es: "Hash" };
    verify_hint = {
        pt: "O comando balcao audit verify confere a cadeia inteira.",
        en: "The command balcao audit verify checks the whole chain.",
        es: "El comando balcao audit verify comprueba la cadena entera.",
    };
    erased_title = { pt: "Dados pessoais eliminados", en: "Personal data erased", es: "Datos personales eliminados" };
    erased = {
        pt: "A pedido da pessoa, o portal apagou deste registro o que a identificava. O resto continua como foi selado.",
        en: "At the person's request, the portal erased from this record what identified them. The rest is as it was sealed.",
        es: "A petición de la persona, el portal borró de este registro lo que la identificaba. El resto sigue como se selló.",
    };
}

texts! {
    of_account = { pt: "Conta", en: "Account", es: "Cuenta" };
    of_group = { pt: "Grupo", en: "Group", es: "Grupo" };
    of_request = { pt: "Solicitação", en: "Request", es: "Solicitud" };
    of_application = { pt: "Aplicação", en: "Application", es: "Aplicación" };
    of_api = { pt: "API", en: "API", es: "API" };
    of_signing_key = { pt: "Chave de assinatura", en: "Signing key", es: "Clave de firma" };
    of_gateway = { pt: "Gateway", en: "Gateway", es: "Gateway" };
    of_typed_account = { pt: "Conta digitada", en: "Typed account", es: "Cuenta escrita" };
    of_typed_client = { pt: "Chave pública digitada", en: "Typed public key", es: "Clave pública escrita" };
    of_nobody = { pt: "Portal", en: "Portal", es: "Portal" };
    of_job = { pt: "Tarefa", en: "Job", es: "Tarea" };
    of_message = { pt: "Mensagem", en: "Message", es: "Mensaje" };
    of_incident = { pt: "Incidente", en: "Incident", es: "Incidente" };
    of_client = { pt: "Cliente OAuth2", en: "OAuth2 client", es: "Cliente OAuth2" };
    of_webhook = { pt: "Webhook", en: "Webhook", es: "Webhook" };
    of_saved_reason = { pt: "motivo pronto", en: "saved reason", es: "motivo guardado" };
}
