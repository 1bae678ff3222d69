//! The pages of one API.

texts! {
    /// The menu of the pages.
    pages_of(api) = { pt: "Páginas de {api}", en: "Pages of {api}", es: "Páginas de {api}" };
    presentation = { pt: "Apresentação", en: "Overview", es: "Presentación" };
    documentation = { pt: "Documentação", en: "Documentation", es: "Documentación" };
    reference = { pt: "Referência", en: "Reference", es: "Referencia" };
    /// The title of a page other than the first.
    page_of(page, api) = { pt: "{page} · {api}", en: "{page} · {api}", es: "{page} · {api}" };
    published_on(date) = { pt: "publicada em {date}", en: "published on {date}", es: "publicada el {date}" };
    version(version) = { pt: "versão {version}", en: "version {version}", es: "versión {version}" };
    documentation_lead(api) = {
        pt: "Como usar {api}: as respostas, o que fazer com cada uma e os valores para testar.",
        en: "How to use {api}: the responses, what to do about each, and the values to test with.",
        es: "Cómo usar {api}: las respuestas, qué hacer con cada una y los valores para probar.",
    };
    samples_of(api) = {
        pt: "Programas completos que chamam {api}: um para cada operação, na linguagem que você escolher.",
        en: "Complete programs that call {api}: one for each operation, in the language you choose.",
        es: "Programas completos que llaman a {api}: uno para cada operación, en el lenguaje que usted elija.",
    };
    to_integrate = { pt: "Para integrar", en: "To integrate", es: "Para integrar" };
    to_documentation = {
        pt: "O que cada resposta quer dizer e o que fazer.",
        en: "What each response means and what to do.",
        es: "Qué significa cada respuesta y qué hacer.",
    };
    to_test_values = {
        pt: "Valores que recebem sempre a mesma resposta.",
        en: "Values that always get the same response.",
        es: "Valores que reciben siempre la misma respuesta.",
    };
    to_reference = {
        pt: "Cada operação, campo por campo.",
        en: "Every operation, field by field.",
        es: "Cada operación, campo por campo.",
    };
    to_samples = {
        pt: "Programas que rodam, na sua linguagem.",
        en: "Programs that run, in your language.",
        es: "Programas que funcionan, en su lenguaje.",
    };
    operation = { pt: "Operação", en: "Operation", es: "Operación" };
    choose = { pt: "Mostrar", en: "Show", es: "Mostrar" };
    the_call = { pt: "A chamada", en: "The call", es: "La llamada" };
    the_call_lead = {
        pt: "O que chega à API, com o seu token no lugar das reticências.",
        en: "What reaches the API, with your token in place of the ellipsis.",
        es: "Lo que llega a la API, con su token en lugar de los puntos suspensivos.",
    };
    see_in_reference = { pt: "Ver na referência", en: "See it in the reference", es: "Ver en la referencia" };
    the_program = { pt: "O programa", en: "The program", es: "El programa" };
    /// Said before the name of a language.
    program_in = { pt: "Programa em", en: "Program in", es: "Programa en" };
    languages = { pt: "Linguagens", en: "Programming languages", es: "Lenguajes" };
    answers = { pt: "Respostas", en: "Responses", es: "Respuestas" };
    samples = { pt: "Exemplos de código", en: "Code samples", es: "Ejemplos de código" };
    plans = { pt: "Planos", en: "Plans", es: "Planes" };
    /// The test value of an operation that has no others.
    document_example = {
        pt: "O exemplo do documento",
        en: "The document's example",
        es: "El ejemplo del documento",
    };
    plan_terms(plan) = {
        pt: "Termos de uso do {plan}",
        en: "Terms of use of {plan}",
        es: "Términos de uso del {plan}",
    };
    ends_on(day) = {
        pt: "Esta API atende até {day}",
        en: "This API answers until {day}",
        es: "Esta API atiende hasta el {day}",
    };
    deprecated_text = {
        pt: "Quem já tem acesso continua a ser atendido até lá; ela não aceita novas solicitações.",
        en: "Those who have access are answered until then; it takes no new requests.",
        es: "Quienes ya tienen acceso siguen siendo atendidos hasta entonces; no acepta nuevas solicitudes.",
    };
    retired = { pt: "Esta API terminou", en: "This API has ended", es: "Esta API terminó" };
    retired_text = {
        pt: "As chamadas dela não são mais atendidas.",
        en: "Its calls are answered no more.",
        es: "Sus llamadas ya no se atienden.",
    };
    replaced_by = { pt: "Em lugar dela:", en: "In its place:", es: "En su lugar:" };
    see_plans = { pt: "Ver os planos", en: "See the plans", es: "Ver los planes" };

    answers_lead = {
        pt: "Os códigos que a API devolve, o que cada um quer dizer e o que fazer.",
        en: "The codes the API returns, what each one means and what to do.",
        es: "Los códigos que devuelve la API, qué significa cada uno y qué hacer.",
    };
    status = { pt: "Status", en: "Status", es: "Estado" };
    code = { pt: "Código", en: "Code", es: "Código" };
    meaning = { pt: "O que quer dizer", en: "What it means", es: "Qué significa" };
    remedy = { pt: "O que fazer", en: "What to do", es: "Qué hacer" };

    test_values = { pt: "Valores de teste", en: "Test values", es: "Valores de prueba" };
    test_values_lead = {
        pt: "No plano Trial e com as chaves de teste, quem responde é o ambiente de testes: ele não consulta dados reais, e cada valor abaixo dá sempre a mesma resposta.",
        en: "On the Trial plan and with the test keys, the sandbox responds: it looks up no real data, and each value below always gets the same response.",
        es: "En el plan Trial y con las claves de prueba responde el entorno de pruebas: no consulta datos reales, y cada valor de abajo recibe siempre la misma respuesta.",
    };
    test_values_of(operation) = {
        pt: "Valores de teste: {operation}",
        en: "Test values: {operation}",
        es: "Valores de prueba: {operation}",
    };
    test_value = { pt: "Valor", en: "Value", es: "Valor" };
    situation = { pt: "Situação", en: "Situation", es: "Situación" };
    otherwise(status) = {
        pt: "Qualquer outra chamada válida recebe {status}.",
        en: "Any other valid call gets {status}.",
        es: "Cualquier otra llamada válida recibe {status}.",
    };
    document = { pt: "Documento OpenAPI", en: "OpenAPI document", es: "Documento OpenAPI" };

    program_lead = {
        pt: "Um programa completo: pede o token, faz a chamada e mostra a resposta.",
        en: "A complete program: it gets the token, makes the call and prints the response.",
        es: "Un programa completo: pide el token, hace la llamada y muestra la respuesta.",
    };
    to_run = { pt: "Para executar", en: "To run it", es: "Para ejecutarlo" };
    variables_lead = {
        pt: "O programa lê estas variáveis. Defina-as no terminal, com as chaves da sua aplicação no lugar das reticências.",
        en: "The program reads these variables. Set them in the terminal, with your application's keys in place of the ellipses.",
        es: "El programa lee estas variables. Defínalas en la terminal, con las claves de su aplicación en lugar de los puntos suspensivos.",
    };
    /// Where the public key of the reader's own application stands in them.
    variables_own = {
        pt: "O programa lê estas variáveis. A chave pública já é a da sua aplicação; ponha a chave secreta no lugar das reticências.",
        en: "The program reads these variables. The public key is already your application's; put the secret key in place of the ellipsis.",
        es: "El programa lee estas variables. La clave pública ya es la de su aplicación; ponga la clave secreta en lugar de los puntos suspensivos.",
    };
    run_lead(file) = {
        pt: "Salve o programa como {file} e execute-o na mesma pasta e no mesmo terminal:",
        en: "Save the program as {file} and run it in the same folder and the same terminal:",
        es: "Guarde el programa como {file} y ejecútelo en la misma carpeta y en la misma terminal:",
    };
    terminal = { pt: "Terminal", en: "Terminal", es: "Terminal" };
    collections = { pt: "Coleções", en: "Collections", es: "Colecciones" };
    collections_lead = {
        pt: "Todas as operações em um arquivo, para importar no Postman ou no Bruno, que pedem o token por você. Depois de importar, ponha a chave secreta da sua aplicação na variável secretKey e, se publicKey estiver vazia, a chave pública nela.",
        en: "All operations in one file, to import into Postman or Bruno, which get the token for you. After importing, put your application's secret key into the variable secretKey and, if publicKey is empty, the public key into that.",
        es: "Todas las operaciones en un archivo, para importar en Postman o en Bruno, que piden el token por usted. Después de importar, ponga la clave secreta de su aplicación en la variable secretKey y, si publicKey está vacía, la clave pública en ella.",
    };
    collection_for(program) = {
        pt: "Baixar para {program}",
        en: "Download for {program}",
        es: "Descargar para {program}",
    };
    no_operations = {
        pt: "O documento desta API não descreve nenhuma operação.",
        en: "This API's document describes no operation.",
        es: "El documento de esta API no describe ninguna operación.",
    };
    from_servers = {
        pt: "Chame sempre a partir do seu servidor: a chave secreta não deve chegar a páginas no navegador, e nem os tokens nem o ambiente de testes atendem a chamadas delas (não há CORS).",
        en: "Always call from your server: the secret key must never reach pages in a browser, and neither tokens nor the sandbox are served to calls made by them (there is no CORS).",
        es: "Llame siempre desde su servidor: la clave secreta no debe llegar a páginas en el navegador, y ni los tokens ni el entorno de pruebas atienden a llamadas hechas por ellas (no hay CORS).",
    };
    variables = { pt: "Variáveis de ambiente", en: "Environment variables", es: "Variables de entorno" };

    trial_kicker = { pt: "Para testar", en: "For testing", es: "Para probar" };
    trial_free = { pt: "Sem cobrança", en: "Free of charge", es: "Sin cobro" };
    trial_use = {
        pt: "Para desenvolver e testar a integração",
        en: "For developing and testing the integration",
        es: "Para desarrollar y probar la integración",
    };
    pay_kicker = { pt: "Para produção", en: "For production", es: "Para producción" };
    pay_billed = {
        pt: "Cobrança pelo uso",
        en: "Billed for what you use",
        es: "Cobro por uso",
    };
    pay_use = {
        pt: "Para sistemas que já atendem clientes",
        en: "For systems that already serve customers",
        es: "Para sistemas que ya atienden a clientes",
    };
    plan_at_once = {
        pt: "Aprovação na hora",
        en: "Approved at once",
        es: "Aprobación al instante",
    };
    plan_approval = {
        pt: "Acesso aprovado por um gestor de contrato",
        en: "Access approved by a contract manager",
        es: "Acceso aprobado por un gestor de contrato",
    };
    request_plan(plan) = { pt: "Solicitar {plan}", en: "Request {plan}", es: "Solicitar {plan}" };
    account_needed = {
        pt: "Para solicitar, é preciso ter conta.",
        en: "You need an account to send a request.",
        es: "Para solicitar, se necesita una cuenta.",
    };

    calls_in_days(days) = { pt: "chamadas em {days} dias", en: "calls in {days} days", es: "llamadas en {days} días" };
    calls_each(days) = { pt: "chamadas a cada {days} dias", en: "calls every {days} days", es: "llamadas cada {days} días" };
    calls_each_day = { pt: "chamadas por dia", en: "calls a day", es: "llamadas por día" };
    plan_renews(days) = { pt: "Renova a cada {days} dias", en: "Renews every {days} days", es: "Se renueva cada {days} días" };
    plan_renews_daily = { pt: "Renova todo dia", en: "Renews every day", es: "Se renueva cada día" };
    calls = { pt: "chamadas", en: "calls", es: "llamadas" };
    days = { pt: "dias", en: "days", es: "días" };
    by_use = { pt: "Por uso,", en: "By usage,", es: "Por uso," };
    as_contracted = { pt: "conforme o contrato", en: "as contracted", es: "según el contrato" };
    no_upstream_title = {
        pt: "Esta API ainda não tem um endereço de produção",
        en: "This API has no production address yet",
        es: "Esta API todavía no tiene una dirección de producción",
    };
    no_upstream = {
        pt: "Depois de aprovada a solicitação, as chamadas receberão o erro 503 até que ele seja configurado.",
        en: "Once the request is approved, calls will get error 503 until it is configured.",
        es: "Después de aprobada la solicitud, las llamadas recibirán el error 503 hasta que se configure.",
    };
    no_limit = { pt: "Sem limite", en: "No limit", es: "Sin límite" };
    of_calls = { pt: "de chamadas", en: "on calls", es: "de llamadas" };

    /// On the card of the portal's own API, where others have their plans.
    by_token = { pt: "Com token do portal", en: "With a portal token", es: "Con token del portal" };
    way_in = { pt: "Como ter acesso", en: "How to get access", es: "Cómo obtener acceso" };
    way_in_text = {
        pt: "Esta API não tem planos nem solicitação: ela abre com um token de um cliente OAuth2. Quem administra o portal registra clientes; cada pessoa também pode permitir que um programa aja em seu nome. O programa vê e faz o que a pessoa vê e faz nas páginas.",
        en: "This API has no plans and takes no requests: a token of an OAuth2 client opens it. Administrators of the portal register clients; people can also allow a program to act in their name. The program sees and does what its person sees and does on the pages.",
        es: "Esta API no tiene planes ni solicitud: se abre con un token de un cliente OAuth2. Quien administra el portal registra clientes; cada persona también puede permitir que un programa actúe en su nombre. El programa ve y hace lo que la persona ve y hace en las páginas.",
    };
    way_in_more = { pt: "Ver como obter um token", en: "See how to get a token", es: "Ver cómo obtener un token" };
    variables_of_client = {
        pt: "O programa lê estas variáveis. Defina-as no terminal: em BALCAO_PUBLIC_KEY, o client_id de um cliente de credenciais; em BALCAO_SECRET_KEY, o client_secret.",
        en: "The program reads these variables. Set them in the terminal: BALCAO_PUBLIC_KEY to the client_id of a credentials client, BALCAO_SECRET_KEY to its client_secret.",
        es: "El programa lee estas variables. Defínalas en la terminal: en BALCAO_PUBLIC_KEY, el client_id de un cliente de credenciales; en BALCAO_SECRET_KEY, el client_secret.",
    };
    collections_of_client = {
        pt: "Todas as operações em um arquivo, para importar no Postman ou no Bruno, que pedem o token por você. Depois de importar, ponha o client_id na variável publicKey e o client_secret na variável secretKey.",
        en: "All operations in one file, to import into Postman or Bruno, which get the token for you. After importing, put the client_id into the variable publicKey and the client_secret into the variable secretKey.",
        es: "Todas las operaciones en un archivo, para importar en Postman o en Bruno, que piden el token por usted. Después de importar, ponga el client_id en la variable publicKey y el client_secret en la variable secretKey.",
    };
}
