//! Questions about calls and their errors.

texts! {
    calls = { pt: "Chamadas e erros", en: "Calls and errors", es: "Llamadas y errores" };
    token_q = { pt: "Como obtenho um token de acesso?", en: "How do I get an access token?", es: "¿Cómo obtengo un token de acceso?" };
    token_a = {
        pt: "Envie POST para /oauth2/v1/token com a credencial em x-client-auth: Basic e grant_type=client_credentials. A resposta traz o token e, em expires_in, por quantos segundos ele vale. Use o mesmo token até perto do fim; a página de cada API tem exemplos prontos.",
        en: "Send a POST to /oauth2/v1/token with the credential in x-client-auth: Basic and grant_type=client_credentials. The response holds the token and, in expires_in, for how many seconds it is valid. Use the same token until shortly before it expires; each API's page has ready samples.",
        es: "Envíe un POST a /oauth2/v1/token con la credencial en x-client-auth: Basic y grant_type=client_credentials. La respuesta trae el token y, en expires_in, por cuántos segundos es válido. Use el mismo token hasta poco antes de que caduque; la página de cada API tiene ejemplos listos.",
    };
    unauthorized_q = { pt: "Recebi 401. O que confiro?", en: "I got a 401. What should I check?", es: "Recibí 401. ¿Qué reviso?" };
    unauthorized_a = {
        pt: "Ao pedir o token: se a credencial tem as duas chaves na ordem certa, sem espaço nem quebra de linha, e se a chave secreta não foi revogada nem expirou. Ao chamar a API: se o token foi em Bearer, inteiro, e ainda vale. O diagnóstico aponta qual é o caso.",
        en: "When requesting the token: that the credential has both keys in the right order, without a space or line break, and that the secret key was not revoked and has not expired. When calling the API: that the token was sent as Bearer, whole, and is still valid. The check-up tells which it is.",
        es: "Al pedir el token: que la credencial tenga las dos claves en el orden correcto, sin espacios ni saltos de línea, y que la clave secreta no esté revocada ni caducada. Al llamar a la API: que el token vaya como Bearer, entero, y siga siendo válido. El diagnóstico indica cuál es el caso.",
    };
    forbidden_q = {
        pt: "Recebi 403 com um token válido. Por quê?",
        en: "I got a 403 with a valid token. Why?",
        es: "Recibí 403 con un token válido. ¿Por qué?",
    };
    forbidden_a = {
        pt: "O token é de outra API: cada um vale só para a API da aplicação que o pediu. Com chaves de teste, confira também se a chamada vai ao ambiente de testes.",
        en: "The token belongs to another API: each one is good only for the API of the application that requested it. With test keys, also check that the call goes to the sandbox.",
        es: "El token es de otra API: cada uno sirve solo para la API de la aplicación que lo pidió. Con claves de prueba, revise también que la llamada vaya al entorno de pruebas.",
    };
    exhausted_q = { pt: "Recebi 429. O que significa?", en: "I got a 429. What does it mean?", es: "Recibí 429. ¿Qué significa?" };
    exhausted_a = {
        pt: "As chamadas ou os dias do plano acabaram. A página de uso mostra quanto foi usado e, se o plano renova, em que dia; o grupo é avisado por e-mail antes de as chamadas acabarem. Do Trial, passe para o Pay Per Use para continuar.",
        en: "The calls or the days of the plan are over. The usage page shows how much was used and, if the plan renews, on which day; the group is told by e-mail before the calls run out. To go on from Trial, move to Pay Per Use.",
        es: "Se acabaron las llamadas o los días del plan. La página de uso muestra cuánto se usó y, si el plan se renueva, en qué día; se avisa al grupo por correo antes de que se acaben las llamadas. Desde el Trial, pase a Pay Per Use para continuar.",
    };
    sandbox_q = {
        pt: "Como testo cada resposta da API?",
        en: "How do I test each of the API's responses?",
        es: "¿Cómo pruebo cada respuesta de la API?",
    };
    sandbox_a = {
        pt: "A página da API lista valores de teste: no ambiente de testes, cada um dá sempre a mesma resposta, também as de erro. Em “Testar agora”, a própria página faz a chamada.",
        en: "The API's page lists test values: in the sandbox, each of them always gives the same response, errors included. With “Try it now”, the page itself makes the call.",
        es: "La página de la API lista valores de prueba: en el entorno de pruebas, cada uno da siempre la misma respuesta, también las de error. En “Probar ahora”, la propia página hace la llamada.",
    };
    usage_q = {
        pt: "Onde vejo as chamadas que minha aplicação fez?",
        en: "Where do I see the calls my application made?",
        es: "¿Dónde veo las llamadas que hizo mi aplicación?",
    };
    usage_a = {
        pt: "Na página de uso da aplicação: chamadas, erros e tempos, e cada chamada recente com seu ID da transação. Ao falar com o suporte, informe esse ID.",
        en: "On the application's usage page: calls, errors and times, and each recent call with its transaction ID. When you contact support, give that ID.",
        es: "En la página de uso de la aplicación: llamadas, errores y tiempos, y cada llamada reciente con su ID de la transacción. Al hablar con soporte, indique ese ID.",
    };
}
