//! Trying an application's API from the portal.

mod files;

pub use files::*;

texts! {
    title = { pt: "Testar agora", en: "Try it now", es: "Probar ahora" };
    title_of(application) = {
        pt: "Testar agora: {application}",
        en: "Try it now: {application}",
        es: "Probar ahora: {application}",
    };
    lead = {
        pt: "O portal emite um token e chama o ambiente de testes internamente; abaixo estão as requisições que o seu programa faria.",
        en: "The portal issues a token and calls the sandbox internally; below are the requests that your program would make.",
        es: "El portal emite un token y llama al entorno de pruebas internamente; abajo están las peticiones que haría su programa.",
    };
    case = { pt: "Valor de teste", en: "Test value", es: "Valor de prueba" };
    case_hint = {
        pt: "Cada um dá sempre a mesma resposta. Nenhum dado real é consultado.",
        en: "Each one always gets the same response. No real data is looked up.",
        es: "Cada uno recibe siempre la misma respuesta. No se consulta ningún dato real.",
    };
    submit = { pt: "Testar agora", en: "Try it now", es: "Probar ahora" };
    counts = {
        pt: "Conta como uma chamada do seu plano Trial.",
        en: "This counts as one call on your Trial plan.",
        es: "Cuenta como una llamada de su plan Trial.",
    };
    counts_sandbox(calls) = {
        pt: "Usa as chaves de teste da aplicação, que têm {calls} chamadas por dia.",
        en: "This uses the application's test keys, which allow {calls} calls a day.",
        es: "Usa las claves de prueba de la aplicación, que tienen {calls} llamadas por día.",
    };

    result = { pt: "Resultado", en: "Result", es: "Resultado" };
    transaction = { pt: "Transação", en: "Transaction", es: "Transacción" };
    code = { pt: "Código", en: "Code", es: "Código" };
    time = { pt: "Tempo", en: "Time", es: "Tiempo" };
    times(token, call) = {
        pt: "{token} para o token, {call} para a chamada",
        en: "{token} for the token, {call} for the call",
        es: "{token} para el token, {call} para la llamada",
    };
    quota = { pt: "Chamadas restantes", en: "Calls left", es: "Llamadas restantes" };
    quota_left(left, limit) = { pt: "{left} de {limit}", en: "{left} of {limit}", es: "{left} de {limit}" };

    step_token = { pt: "1. Pedir o token", en: "1. Get a token", es: "1. Pedir el token" };
    step_call = { pt: "2. Chamar a API", en: "2. Call the API", es: "2. Llamar a la API" };
    request = { pt: "Requisição", en: "Request", es: "Petición" };
    answer = { pt: "Resposta", en: "Response", es: "Respuesta" };
    no_body = { pt: "Sem corpo.", en: "No body.", es: "Sin cuerpo." };
    left_out = {
        pt: "A credencial e o token não aparecem: em seu lugar há reticências.",
        en: "The credential and the token are not shown: ellipses stand in their place.",
        es: "La credencial y el token no se muestran: en su lugar hay puntos suspensivos.",
    };

    cut = {
        pt: "A resposta é mais longa: só o começo dela aparece.",
        en: "The response is longer: only its beginning is shown.",
        es: "La respuesta es más larga: solo aparece su comienzo.",
    };

    as_program = { pt: "O mesmo como programa", en: "The same as a program", es: "Lo mismo como programa" };
    as_program_text = {
        pt: "O programa lê as chaves de variáveis de ambiente.",
        en: "The program reads the keys from environment variables.",
        es: "El programa lee las claves de variables de entorno.",
    };
    how_to_run = { pt: "Como executar", en: "How to run it", es: "Cómo ejecutarlo" };
    where_keys = {
        pt: "Onde estão as chaves?",
        en: "Where are the keys?",
        es: "¿Dónde están las claves?",
    };
    other_calls = {
        pt: "Quer enviar outros valores?",
        en: "Want to send other values?",
        es: "¿Quiere enviar otros valores?",
    };
    see_operations = {
        pt: "Teste qualquer operação na referência",
        en: "Try any operation in the reference",
        es: "Pruebe cualquier operación en la referencia",
    };

    /// The page of one operation.
    operation_lead = {
        pt: "Preencha, envie e veja a resposta. O portal pede o token com as chaves da aplicação, que não saem do servidor.",
        en: "Fill it in, send it and see the response. The portal gets the token with the application's keys, which never leave the server.",
        es: "Complete, envíe y vea la respuesta. El portal pide el token con las claves de la aplicación, que no salen del servidor.",
    };
    application = { pt: "Aplicação", en: "Application", es: "Aplicación" };
    use_application = {
        pt: "Usar esta aplicação",
        en: "Use this application",
        es: "Usar esta aplicación",
    };
    first_applications(count) = {
        pt: "Aparecem as {count} que foram aprovadas por último.",
        en: "The {count} that were approved last are shown.",
        es: "Aparecen las {count} que se aprobaron por último.",
    };
    no_application = {
        pt: "Você ainda não tem uma aplicação aprovada para esta API",
        en: "You have no approved application for this API yet",
        es: "Usted todavía no tiene una aplicación aprobada para esta API",
    };
    no_application_text = {
        pt: "Escolha um plano e solicite o acesso. Depois de aprovada a solicitação, as chamadas podem ser feitas aqui.",
        en: "Choose a plan and request access. Once the request is approved, calls can be made here.",
        es: "Elija un plan y solicite el acceso. Después de aprobada la solicitud, las llamadas se pueden hacer aquí.",
    };
    example(value) = { pt: "Exemplo: {value}", en: "Example: {value}", es: "Ejemplo: {value}" };
    left_out_value = { pt: "(não enviar)", en: "(leave out)", es: "(no enviar)" };
    no_fields = {
        pt: "Esta operação não tem nada a preencher.",
        en: "This operation has nothing to fill in.",
        es: "Esta operación no tiene nada que completar.",
    };
    sends_unknown = {
        pt: "O documento não diz o que esta operação envia",
        en: "The document does not say what this operation sends",
        es: "El documento no dice qué envía esta operación",
    };
    sends_unknown_text = {
        pt: "Daqui só se envia o que o documento descreve campo por campo: use o programa.",
        en: "Only what the document describes field by field can be sent from here: use the program.",
        es: "Desde aquí solo se envía lo que el documento describe campo por campo: use el programa.",
    };
    call_sandbox = {
        pt: "Chamar o ambiente de testes",
        en: "Call the sandbox",
        es: "Llamar al entorno de pruebas",
    };
    call_live = {
        pt: "Fazer a chamada real, com cobrança",
        en: "Make the real call, which is billed",
        es: "Hacer la llamada real, con cobro",
    };
    counts_live = {
        pt: "A chamada real vai para a API em produção e é cobrada como qualquer outra do plano Pay Per Use. Fica registrado quem a fez.",
        en: "The real call goes to the API in production and is billed like any other on the Pay Per Use plan. Who made it is recorded.",
        es: "La llamada real va a la API en producción y se cobra como cualquier otra del plan Pay Per Use. Queda registrado quién la hizo.",
    };
    not_working = {
        pt: "No seu programa a resposta é outra?",
        en: "Does your program get a different response?",
        es: "¿Su programa recibe otra respuesta?",
    };
    examine = {
        pt: "Examine o cabeçalho que ele envia",
        en: "Check the header that it sends",
        es: "Examine el encabezado que envía",
    };

    /// Within the reference.
    close = { pt: "Fechar", en: "Close", es: "Cerrar" };
    sending = { pt: "Enviando…", en: "Sending…", es: "Enviando…" };
    answered(status, time) = {
        pt: "Resposta {status} em {time}.",
        en: "Response {status} in {time}.",
        es: "Respuesta {status} en {time}.",
    };
    not_made = {
        pt: "A chamada não foi feita.",
        en: "The call was not made.",
        es: "La llamada no se hizo.",
    };
    signed_out = { pt: "Sua sessão terminou", en: "Your session has ended", es: "Su sesión terminó" };
    signed_out_text = {
        pt: "Entre de novo para chamar a API. O que você digitou continuará no formulário.",
        en: "Sign in again to call the API. What you typed will still be in the form.",
        es: "Vuelva a iniciar sesión para llamar a la API. Lo que escribió seguirá en el formulario.",
    };
    sign_in_again = { pt: "Entrar de novo", en: "Sign in again", es: "Volver a iniciar sesión" };
    busy = { pt: "O portal está ocupado", en: "The portal is busy", es: "El portal está ocupado" };
    busy_text = {
        pt: "A chamada não foi feita. Espere um pouco e envie de novo: o que você digitou continua aqui.",
        en: "The call was not made. Wait a moment and send it again: what you typed is still here.",
        es: "La llamada no se hizo. Espere un momento y vuelva a enviar: lo que escribió sigue aquí.",
    };
    too_large = { pt: "É longo demais", en: "This is too long", es: "Es demasiado largo" };
    too_large_text = {
        pt: "Daqui se enviam até 64 KB. Encurte o que você digitou ou use o programa.",
        en: "Up to 64 KB can be sent from here. Shorten what you typed, or use the program.",
        es: "Desde aquí se envían hasta 64 KB. Acorte lo que escribió o use el programa.",
    };
    failed = { pt: "A resposta não chegou", en: "No response arrived", es: "La respuesta no llegó" };
    failed_text = {
        pt: "Verifique a conexão e envie de novo: o que você digitou continua aqui. Antes de repetir uma chamada real, veja nas chamadas da aplicação se ela foi feita.",
        en: "Check the connection and send it again: what you typed is still here. Before you repeat a real call, look in the application's calls whether it was made.",
        es: "Compruebe la conexión y vuelva a enviar: lo que escribió sigue aquí. Antes de repetir una llamada real, vea en las llamadas de la aplicación si se hizo.",
    };

    exhausted = { pt: "As chamadas acabaram", en: "No calls are left", es: "Se acabaron las llamadas" };
    no_more = {
        pt: "A API responde com o erro 429 também ao seu programa. Para continuar, solicite o plano Pay Per Use.",
        en: "The API responds with error 429 to your program as well. To continue, request the Pay Per Use plan.",
        es: "La API responde con el error 429 también a su programa. Para continuar, solicite el plan Pay Per Use.",
    };
    more_at_midnight = {
        pt: "As chamadas das chaves de teste são renovadas à meia-noite (UTC).",
        en: "The test keys' calls are renewed at midnight (UTC).",
        es: "Las llamadas de las claves de prueba se renuevan a medianoche (UTC).",
    };
    more_at_renewal = {
        pt: "A API responde com o erro 429 também ao seu programa, até o plano renovar. A página de uso mostra o dia.",
        en: "The API responds with error 429 to your program as well, until the plan renews. The usage page shows the day.",
        es: "La API responde con el error 429 también a su programa, hasta que el plan se renueve. La página de uso muestra el día.",
    };
    no_more_at_all = {
        pt: "A API responde com o erro 429 também ao seu programa. Para continuar, fale com o suporte.",
        en: "The API responds with error 429 to your program as well. To continue, contact support.",
        es: "La API responde con el error 429 también a su programa. Para continuar, hable con soporte.",
    };
    not_begun = {
        pt: "O contrato ainda não começou",
        en: "The contract has not begun yet",
        es: "El contrato aún no empezó",
    };
    not_begun_text = {
        pt: "As chamadas passam a partir do primeiro dia do contrato, que está na página da aplicação.",
        en: "Calls pass from the first day of the contract, which is on the application's page.",
        es: "Las llamadas pasan a partir del primer día del contrato, que está en la página de la aplicación.",
    };
    ended = { pt: "O plano expirou", en: "The plan has expired", es: "El plan caducó" };
    no_sandbox = {
        pt: "Esta API não tem ambiente de testes",
        en: "This API has no sandbox",
        es: "Esta API no tiene entorno de pruebas",
    };
    no_sandbox_text = {
        pt: "Veja na documentação como chamá-la.",
        en: "Its documentation explains how to call it.",
        es: "Vea en la documentación cómo llamarla.",
    };
    no_keys = {
        pt: "Nenhuma chave está ativa",
        en: "No key is active",
        es: "No hay ninguna clave activa",
    };
    no_keys_text = {
        pt: "Esta aplicação não tem nenhuma chave secreta válida: ainda não foi criada, expirou ou foi revogada. O dono do grupo pode criar outra.",
        en: "This application has no valid secret key: none has been created yet, or all have expired or been revoked. The group's owner can create another.",
        es: "Esta aplicación no tiene ninguna clave secreta válida: todavía no se creó, caducó o se revocó. El dueño del grupo puede crear otra.",
    };
    see_keys = { pt: "Ver as chaves", en: "See the keys", es: "Ver las claves" };
    see_documentation = { pt: "Ver a documentação", en: "See the documentation", es: "Ver la documentación" };
    see_request = { pt: "Ver a solicitação", en: "See the request", es: "Ver la solicitud" };
    not_open_text = {
        pt: "A solicitação dela não está aberta nem aprovada.",
        en: "Its request is neither open nor approved.",
        es: "Su solicitud no está abierta ni aprobada.",
    };
    not_open = {
        pt: "Esta aplicação não pode chamar a API",
        en: "This application cannot call the API",
        es: "Esta aplicación no puede llamar a la API",
    };

    /// The portal's own API.
    own_operation_lead = {
        pt: "Preencha, envie e veja a resposta que o portal dá a você.",
        en: "Fill it in, send it and see what the portal answers you.",
        es: "Complete, envíe y vea la respuesta que el portal le da a usted.",
    };
    own_lead = {
        pt: "A chamada é feita em seu nome, sem token, e mostra o que você pode ver.",
        en: "The call is made in your name, without a token, and shows what you may see.",
        es: "La llamada se hace en su nombre, sin token, y muestra lo que usted puede ver.",
    };
    call_own = { pt: "Chamar a API", en: "Call the API", es: "Llamar a la API" };
    own_acts = {
        pt: "Esta operação não é chamada daqui",
        en: "This operation is not called from here",
        es: "Esta operación no se llama desde aquí",
    };
    own_acts_text = {
        pt: "Ela muda algo de verdade, e o portal não tem ambiente de testes para si mesmo. Faça o mesmo nas páginas do portal ou use o programa.",
        en: "It really changes something, and the portal has no sandbox of itself. Do the same on the pages of the portal, or use the program.",
        es: "Cambia algo de verdad, y el portal no tiene entorno de pruebas para sí mismo. Haga lo mismo en las páginas del portal o use el programa.",
    };
    own_answered = {
        pt: "Aqui o portal respondeu a você mesmo. Um programa envia o token dele no lugar das reticências.",
        en: "Here the portal answered you yourself. A program sends its token in place of the ellipsis.",
        es: "Aquí el portal le respondió a usted. Un programa envía su token en lugar de los puntos suspensivos.",
    };
    own_step = { pt: "A chamada", en: "The call", es: "La llamada" };
    own_as_program = {
        pt: "O programa lê o client_id e o client_secret de variáveis de ambiente.",
        en: "The program reads the client_id and the client_secret from environment variables.",
        es: "El programa lee el client_id y el client_secret de variables de entorno.",
    };
}
