//! The pages where administrators open APIs and lead them to their end.

texts! {
    title = { pt: "APIs", en: "APIs", es: "APIs" };
    lead = {
        pt: "Todas as APIs do portal, também as que ninguém vê ainda.",
        en: "Every API of the portal, including those that nobody sees yet.",
        es: "Todas las API del portal, incluso las que nadie ve todavía.",
    };
    none_title = { pt: "Nenhuma API ainda", en: "No API yet", es: "Ninguna API todavía" };
    none = {
        pt: "Crie a primeira aqui, parte por parte. Ou escreva uma pasta para cada API e importe-as com o comando abaixo, cuja ajuda diz o que cada arquivo contém.",
        en: "Create the first one here, part by part. Or write a folder for each API and import them with the command below, whose help says what each file contains.",
        es: "Cree la primera aquí, parte por parte. O escriba una carpeta para cada API e impórtelas con el comando siguiente, cuya ayuda dice qué contiene cada archivo.",
    };
    api = { pt: "API", en: "API", es: "API" };
    version = { pt: "Versão", en: "Version", es: "Versión" };
    category = { pt: "Categoria", en: "Category", es: "Categoría" };
    state = { pt: "Situação", en: "Status", es: "Estado" };
    base_path = { pt: "Caminho base", en: "Base path", es: "Ruta base" };
    trial = { pt: "Chamadas do Trial", en: "Trial calls", es: "Llamadas del Trial" };
    by_sandbox = {
        pt: "respondidas pelo ambiente de testes",
        en: "answered by the sandbox",
        es: "respondidas por el entorno de pruebas",
    };
    by_nobody = { pt: "ninguém as responde", en: "nobody answers them", es: "nadie las responde" };
    pay_per_use = {
        pt: "Chamadas do Pay Per Use",
        en: "Pay Per Use calls",
        es: "Llamadas del Pay Per Use",
    };
    forwarded_nowhere = {
        pt: "não são encaminhadas",
        en: "not forwarded",
        es: "no se reenvían",
    };
    see_page = { pt: "Ver como os leitores", en: "See it as readers do", es: "Ver como los lectores" };

    draft = { pt: "Rascunho", en: "Draft", es: "Borrador" };
    published = { pt: "Publicada", en: "Published", es: "Publicada" };
    deprecated = { pt: "Descontinuada", en: "Deprecated", es: "Obsoleta" };
    retired = { pt: "Encerrada", en: "Retired", es: "Terminada" };
    withdrawn = { pt: "Retirada", en: "Withdrawn", es: "Retirada" };
    until(day) = { pt: "até {day}", en: "until {day}", es: "hasta el {day}" };

    missing_title = {
        pt: "O que falta para publicar",
        en: "What is missing before it can be published",
        es: "Lo que falta para publicarla",
    };
    ready = {
        pt: "Nada falta: tudo de que um leitor precisa está escrito.",
        en: "Nothing is missing: all that a reader needs is written.",
        es: "No falta nada: está escrito todo lo que un lector necesita.",
    };
    change_title = { pt: "Mudar a situação", en: "Change the status", es: "Cambiar el estado" };
    new_state = { pt: "Nova situação", en: "New status", es: "Nuevo estado" };
    published_means = {
        pt: "Todos a veem no catálogo, pedem acesso e a chamam.",
        en: "Everybody sees it in the catalogue, asks for access and calls it.",
        es: "Todos la ven en el catálogo, piden acceso y la llaman.",
    };
    deprecated_means = {
        pt: "Continua a responder a quem já tem acesso até o último dia; não aceita novas solicitações.",
        en: "It still answers those who have access until its last day, and takes no new requests.",
        es: "Sigue respondiendo a quienes ya tienen acceso hasta el último día y no acepta nuevas solicitudes.",
    };
    retired_means = {
        pt: "Ninguém mais é atendido; a página continua lá e diz que ela terminou.",
        en: "Nobody is answered any more; its page stays and says that it has ended.",
        es: "Ya no se atiende a nadie; la página sigue ahí y dice que terminó.",
    };
    withdrawn_means = {
        pt: "Ninguém mais a vê nem é atendido.",
        en: "Nobody sees it or is answered any more.",
        es: "Nadie la ve ni es atendido.",
    };
    sunset = { pt: "Último dia", en: "Last day", es: "Último día" };
    sunset_hint = {
        pt: "Só para uma API descontinuada.",
        en: "For a deprecated API only.",
        es: "Solo para una API obsoleta.",
    };
    successor = { pt: "API que a substitui", en: "API that replaces it", es: "API que la sustituye" };
    no_successor = { pt: "Nenhuma", en: "None", es: "Ninguna" };
    change = { pt: "Mudar", en: "Change", es: "Cambiar" };
    refused = { pt: "Nada foi mudado", en: "Nothing was changed", es: "No se cambió nada" };
    changed = {
        pt: "A situação da API mudou.",
        en: "The status of the API changed.",
        es: "El estado de la API cambió.",
    };

    revisions = { pt: "Revisões", en: "Revisions", es: "Revisiones" };
    revision = { pt: "Revisão", en: "Revision", es: "Revisión" };
    written = { pt: "Escrita", en: "Written", es: "Escrita" };
    by = { pt: "Por", en: "By", es: "Por" };
    by_portal = { pt: "linha de comando", en: "command line", es: "línea de comandos" };
    shown_since = { pt: "Publicada", en: "Published", es: "Publicada" };
    not_shown = { pt: "ainda não", en: "not yet", es: "todavía no" };
}

texts! {
    lacks_text(part, language) = {
        pt: "{part} em {language}",
        en: "{part} in {language}",
        es: "{part} en {language}",
    };
    lacks_answers = {
        pt: "a explicação de alguma resposta",
        en: "the explanation of any response",
        es: "la explicación de alguna respuesta",
    };
    lacks_plan = { pt: "um plano", en: "a plan", es: "un plan" };
    lacks_document = { pt: "um documento OpenAPI", en: "an OpenAPI document", es: "un documento OpenAPI" };
    lacks_operations = {
        pt: "alguma operação no documento OpenAPI",
        en: "any operation in the OpenAPI document",
        es: "alguna operación en el documento OpenAPI",
    };
    lacks_example(operation) = {
        pt: "um exemplo de {operation} no documento OpenAPI",
        en: "an example of {operation} in the OpenAPI document",
        es: "un ejemplo de {operation} en el documento OpenAPI",
    };
    part_name = { pt: "nome", en: "name", es: "nombre" };
    part_summary = { pt: "resumo", en: "summary", es: "resumen" };
    part_presentation = { pt: "apresentação", en: "overview", es: "presentación" };
    part_documentation = { pt: "documentação", en: "documentation", es: "documentación" };
    no_transition = {
        pt: "Dessa situação ela não passa à escolhida.",
        en: "It cannot go from its present status to the chosen one.",
        es: "De su estado actual no puede pasar al elegido.",
    };
    draft_pending = {
        pt: "Há mudanças ainda não publicadas; publique-as ou descarte-as antes.",
        en: "There are changes that are not published yet; publish or discard them first.",
        es: "Hay cambios aún sin publicar; publíquelos o descártelos antes.",
    };
    host_not_allowed(host) = {
        pt: "BALCAO_UPSTREAM_HOSTS não inclui {host}.",
        en: "BALCAO_UPSTREAM_HOSTS does not name {host}.",
        es: "BALCAO_UPSTREAM_HOSTS no incluye {host}.",
    };
    network_not_allowed(address) = {
        pt: "{address} é um endereço interno, e BALCAO_UPSTREAM_NETWORKS não inclui a rede dele.",
        en: "{address} is an internal address, and BALCAO_UPSTREAM_NETWORKS does not name its network.",
        es: "{address} es una dirección interna, y BALCAO_UPSTREAM_NETWORKS no incluye su red.",
    };
    wrong_content(problem) = {
        pt: "O conteúdo tem um erro, que a importação mostra por inteiro: {problem}",
        en: "Its content has a mistake, which an import shows in full: {problem}",
        es: "El contenido tiene un error, que la importación muestra completo: {problem}",
    };
    own_title = { pt: "Esta é a API do próprio portal", en: "This is the portal's own API", es: "Esta es la API del propio portal" };
    own_text = {
        pt: "Os textos, as respostas e o documento vêm com o programa e se atualizam com ele; não há planos. Aqui você decide a categoria, as etiquetas, a posição, quem a vê, o logotipo e a situação: se for retirada do catálogo, continua retirada, e /api/v1 segue atendendo.",
        en: "Its texts, responses and document come with the program and are updated with it; there are no plans. Here you decide on its category, tags, position, who sees it, its logo and its state: once withdrawn from the catalogue it stays so, and /api/v1 goes on answering.",
        es: "Sus textos, respuestas y documento vienen con el programa y se actualizan con él; no hay planes. Aquí usted decide la categoría, las etiquetas, la posición, quién la ve, el logotipo y el estado: si se retira del catálogo, sigue retirada, y /api/v1 continúa atendiendo.",
    };
}
