//! The pages where administrators write an API.

texts! {
    new_api = { pt: "Nova API", en: "New API", es: "Nueva API" };
    new_lead = {
        pt: "Ela começa como rascunho, que só a administração vê. Depois você escreve o resto, parte por parte.",
        en: "It begins as a draft that only administrators see. You then write the rest, part by part.",
        es: "Empieza como borrador, que solo ve la administración. Después usted escribe el resto, parte por parte.",
    };
    slug = { pt: "Nome no endereço", en: "Name in the address", es: "Nombre en la dirección" };
    slug_hint = {
        pt: "Letras de a a z sem acento, números e hífens, como em score-de-credito. Não muda mais.",
        en: "Letters a to z, digits and hyphens, as in credit-score. It never changes again.",
        es: "Letras de la a a la z sin acento, números y guiones, como en score-de-credito. Ya no cambia.",
    };
    create = { pt: "Criar a API", en: "Create the API", es: "Crear la API" };
    created = {
        pt: "A API foi criada. Veja abaixo o que falta para publicar.",
        en: "The API was created. See below what is missing before it can be published.",
        es: "La API fue creada. Vea abajo lo que falta para publicarla.",
    };
    parts_of(api) = { pt: "Partes de {api}", en: "Parts of {api}", es: "Partes de {api}" };
    summary_page = { pt: "Visão geral", en: "Summary", es: "Resumen" };
    identity = { pt: "Identificação", en: "Identity", es: "Identificación" };
    texts_in(language) = { pt: "Textos em {language}", en: "Texts in {language}", es: "Textos en {language}" };
    plans = { pt: "Planos", en: "Plans", es: "Planes" };
    answers = { pt: "Respostas", en: "Responses", es: "Respuestas" };
    changes = { pt: "Mudanças", en: "Changes", es: "Cambios" };
    document = { pt: "Documento OpenAPI", en: "OpenAPI document", es: "Documento OpenAPI" };
    calls = { pt: "Chamadas", en: "Calls", es: "Llamadas" };
    preview = { pt: "Prévia", en: "Preview", es: "Vista previa" };
    lacks = { pt: "falta algo", en: "something is missing", es: "falta algo" };
    identity_lead = {
        pt: "Como a API é encontrada no catálogo e onde começam suas chamadas.",
        en: "How the API is found in the catalogue, and where its calls start.",
        es: "Cómo se encuentra la API en el catálogo y dónde empiezan sus llamadas.",
    };
    texts_lead = {
        pt: "O que os leitores deste idioma leem. Onde um texto falta, eles leem o português.",
        en: "What readers of this language read. Where a text is missing, they read the Portuguese one.",
        es: "Lo que leen los lectores de este idioma. Donde falta un texto, leen el portugués.",
    };
    plans_lead = {
        pt: "Em quais planos se pede acesso e quanto cada um dá.",
        en: "The plans in which access is asked for, and how much each gives.",
        es: "En qué planes se pide acceso y cuánto da cada uno.",
    };
    answers_lead = {
        pt: "O que cada resposta da API quer dizer e o que fazer com ela. Aparece na documentação e em Testar agora.",
        en: "What each response of the API means and what to do about it. Shown in the documentation and in Try it now.",
        es: "Qué significa cada respuesta de la API y qué hacer con ella. Aparece en la documentación y en Probar ahora.",
    };
    changes_lead = {
        pt: "O que mudou em cada versão, a mais nova primeiro.",
        en: "What changed with each version, the latest first.",
        es: "Qué cambió en cada versión, la más nueva primero.",
    };
    document_lead = {
        pt: "Descreve cada operação. Dele são feitos a referência, os exemplos e o ambiente de testes.",
        en: "It describes every operation. The reference, the samples and the sandbox are made from it.",
        es: "Describe cada operación. De él se hacen la referencia, los ejemplos y el entorno de pruebas.",
    };
    calls_lead = {
        pt: "Quem responde às chamadas: o ambiente de testes no Trial, a API real no Pay Per Use.",
        en: "Who answers calls: the sandbox on the Trial, the real API on Pay Per Use.",
        es: "Quién responde las llamadas: el entorno de pruebas en el Trial, la API real en el Pay Per Use.",
    };
    name = { pt: "Nome", en: "Name", es: "Nombre" };
    name_in(language) = { pt: "Nome em {language}", en: "Name in {language}", es: "Nombre en {language}" };
    summary = { pt: "Resumo", en: "Summary", es: "Resumen" };
    summary_hint = {
        pt: "Uma frase, que aparece no cartão do catálogo.",
        en: "One sentence, shown on the card in the catalogue.",
        es: "Una frase, que aparece en la tarjeta del catálogo.",
    };
    presentation = { pt: "Apresentação", en: "Overview", es: "Presentación" };
    presentation_hint = {
        pt: "O que é, para quem e por quê. Em Markdown; títulos a partir de ##.",
        en: "What it is, for whom and why. In Markdown; headings from ## on.",
        es: "Qué es, para quién y por qué. En Markdown; títulos a partir de ##.",
    };
    documentation = { pt: "Documentação", en: "Documentation", es: "Documentación" };
    documentation_hint = {
        pt: "Como usar: passo a passo, campos, limites. Em Markdown, com tabelas e blocos de código.",
        en: "How to use it: step by step, fields, limits. In Markdown, with tables and blocks of code.",
        es: "Cómo usarla: paso a paso, campos, límites. En Markdown, con tablas y bloques de código.",
    };
    preview_text = { pt: "Pré-visualizar", en: "Preview", es: "Previsualizar" };
    preview_of(text) = { pt: "Prévia: {text}", en: "Preview: {text}", es: "Vista previa: {text}" };
    nothing_written = {
        pt: "Nada foi escrito ainda.",
        en: "Nothing is written yet.",
        es: "Todavía no hay nada escrito.",
    };
    not_saved_yet = {
        pt: "Ainda não foi salvo.",
        en: "Not saved yet.",
        es: "Todavía no se guardó.",
    };
    version_hint = { pt: "Como em 1.2.0.", en: "As in 1.2.0.", es: "Como en 1.2.0." };
    no_category = { pt: "Escolha uma categoria", en: "Choose a category", es: "Elija una categoría" };
    no_categories = {
        pt: "Ainda não há categorias.",
        en: "There are no categories yet.",
        es: "Todavía no hay categorías.",
    };
    edit_categories = { pt: "Editar as categorias", en: "Edit the categories", es: "Editar las categorías" };
    tags = { pt: "Etiquetas", en: "Tags", es: "Etiquetas" };
    tags_hint = {
        pt: "Separadas por vírgulas; no máximo 20.",
        en: "Separated by commas; 20 at most.",
        es: "Separadas por comas; 20 como máximo.",
    };
    position = { pt: "Lugar no catálogo", en: "Place in the catalogue", es: "Lugar en el catálogo" };
    position_hint = {
        pt: "Um número inteiro; os menores vêm primeiro.",
        en: "A whole number; smaller ones come first.",
        es: "Un número entero; los menores van primero.",
    };
    base_path_hint = {
        pt: "Onde começam as chamadas, como em /identity/v1. Nenhuma outra API pode começar igual.",
        en: "Where calls start, as in /identity/v1. No other API may start alike.",
        es: "Dónde empiezan las llamadas, como en /identity/v1. Ninguna otra API puede empezar igual.",
    };
    offers(plan) = { pt: "Oferecer o {plan}", en: "Offer {plan}", es: "Ofrecer el {plan}" };
    plan_calls = { pt: "Chamadas", en: "Calls", es: "Llamadas" };
    plan_calls_hint = {
        pt: "Em branco, sem limite.",
        en: "No limit if left blank.",
        es: "En blanco, sin límite.",
    };
    plan_days = { pt: "Prazo em dias", en: "Period in days", es: "Plazo en días" };
    plan_days_hint = {
        pt: "A partir da aprovação. Em branco, sem prazo.",
        en: "From the approval on. No end if left blank.",
        es: "Desde la aprobación. En blanco, sin plazo.",
    };
    plan_renews = {
        pt: "Renova ao fim do prazo",
        en: "Renews at the end of the period",
        es: "Se renueva al final del plazo",
    };
    plan_renews_hint = {
        pt: "A cada prazo começa uma nova contagem das chamadas, e a aplicação continua. Sem isso, o plano acaba quando o prazo termina.",
        en: "With each period a new count of the calls begins, and the application goes on. Otherwise the plan is over when the period ends.",
        es: "Con cada plazo empieza una nueva cuenta de las llamadas, y la aplicación continúa. Sin esto, el plan se acaba cuando termina el plazo.",
    };
    plan_terms(language) = {
        pt: "Termos de uso em {language}",
        en: "Terms of use in {language}",
        es: "Términos de uso en {language}",
    };
    plan_terms_hint = {
        pt: "Quem pede o plano lê os termos antes de enviar a solicitação. Em Markdown; em branco, o plano não tem termos próprios.",
        en: "Whoever asks for the plan reads the terms before sending the request. In Markdown; if left blank, the plan has no terms of its own.",
        es: "Quien pide el plan lee los términos antes de enviar la solicitud. En Markdown; en blanco, el plan no tiene términos propios.",
    };
    answer_number(number) = { pt: "Resposta {number}", en: "Response {number}", es: "Respuesta {number}" };
    answer_status = { pt: "Status HTTP", en: "HTTP status", es: "Estado HTTP" };
    answer_code = { pt: "Código da API", en: "The API's code", es: "Código de la API" };
    answer_meaning(language) = {
        pt: "O que quer dizer, em {language}",
        en: "What it means, in {language}",
        es: "Qué significa, en {language}",
    };
    answer_remedy(language) = {
        pt: "O que fazer, em {language}",
        en: "What to do, in {language}",
        es: "Qué hacer, en {language}",
    };
    another_answer = { pt: "Mais uma resposta", en: "Another response", es: "Otra respuesta" };
    change_number(number) = { pt: "Mudança {number}", en: "Change {number}", es: "Cambio {number}" };
    change_date = { pt: "Data", en: "Date", es: "Fecha" };
    change_text(language) = {
        pt: "O que mudou, em {language}",
        en: "What changed, in {language}",
        es: "Qué cambió, en {language}",
    };
    another_change = { pt: "Mais uma mudança", en: "Another change", es: "Otro cambio" };
    remove_row = { pt: "Remover ao salvar", en: "Remove when saving", es: "Quitar al guardar" };
    document_now = { pt: "O documento de agora", en: "The document as it is", es: "El documento actual" };
    no_document = {
        pt: "Ainda não há documento.",
        en: "There is no document yet.",
        es: "Todavía no hay documento.",
    };
    operations_one = { pt: "1 operação", en: "1 operation", es: "1 operación" };
    operations(count) = { pt: "{count} operações", en: "{count} operations", es: "{count} operaciones" };
    size = { pt: "Tamanho", en: "Size", es: "Tamaño" };
    not_obeyed = {
        pt: "O que o portal não segue neste documento",
        en: "What the portal does not obey in this document",
        es: "Lo que el portal no sigue en este documento",
    };
    all_obeyed = {
        pt: "O portal segue tudo o que está no documento.",
        en: "The portal obeys all that the document says.",
        es: "El portal sigue todo lo que dice el documento.",
    };
    replace_document = { pt: "Enviar outro documento", en: "Send another document", es: "Enviar otro documento" };
    send_document = { pt: "Enviar um documento", en: "Send a document", es: "Enviar un documento" };
    file = { pt: "Arquivo", en: "File", es: "Archivo" };
    file_hint = {
        pt: "OpenAPI 3.0 ou 3.1, em YAML ou JSON.",
        en: "OpenAPI 3.0 or 3.1, as YAML or JSON.",
        es: "OpenAPI 3.0 o 3.1, en YAML o JSON.",
    };
    pasted = { pt: "Ou o texto do documento", en: "Or the document's text", es: "O el texto del documento" };
    pasted_hint = {
        pt: "Vale quando nenhum arquivo é escolhido.",
        en: "It counts when no file is chosen.",
        es: "Vale cuando no se elige ningún archivo.",
    };
    send = { pt: "Enviar e salvar", en: "Send and save", es: "Enviar y guardar" };
    nothing_sent = {
        pt: "Escolha um arquivo ou cole o texto do documento.",
        en: "Choose a file, or paste the document's text.",
        es: "Elija un archivo o pegue el texto del documento.",
    };
    too_large(most) = {
        pt: "O documento tem mais de {most} MiB.",
        en: "The document has more than {most} MiB.",
        es: "El documento tiene más de {most} MiB.",
    };
    document_wrong = {
        pt: "O documento não foi aceito",
        en: "The document was not taken",
        es: "El documento no fue aceptado",
    };
    document_wrong_hint = {
        pt: "Corrija o que segue e envie de novo.",
        en: "Correct what follows and send it again.",
        es: "Corrija lo que sigue y envíelo de nuevo.",
    };
    line(line) = { pt: "Linha {line}", en: "Line {line}", es: "Línea {line}" };
    and_more = {
        pt: "Pode haver mais: a lista termina aqui.",
        en: "There may be more: the list ends here.",
        es: "Puede haber más: la lista termina aquí.",
    };
    sandbox = {
        pt: "O ambiente de testes responde às chamadas do Trial e das chaves de teste",
        en: "The sandbox answers calls of the Trial and of test keys",
        es: "El entorno de pruebas responde las llamadas del Trial y de las claves de prueba",
    };
    sandbox_hint = {
        pt: "Com os exemplos do documento OpenAPI.",
        en: "With the examples of the OpenAPI document.",
        es: "Con los ejemplos del documento OpenAPI.",
    };
    upstream = {
        pt: "Endereço da API real",
        en: "Address of the real API",
        es: "Dirección de la API real",
    };
    upstream_hint = {
        pt: "Para onde vão as chamadas do Pay Per Use, como em https://api.interna.example/v1. Em branco, ninguém as responde.",
        en: "Where Pay Per Use calls go, as in https://api.internal.example/v1. If left blank, nobody answers them.",
        es: "Adónde van las llamadas del Pay Per Use, como en https://api.interna.example/v1. En blanco, nadie las responde.",
    };
}
