//! The whole journey, from signing up to production, in numbered steps with a picture each.
//!
//! Each step has a title, a text, the name of the link to where it is done, and the alternative
//! text of its picture.

texts! {
    title = {
        pt: "Onboarding: do cadastro à produção",
        en: "Onboarding: from signing up to production",
        es: "Onboarding: del registro a la producción",
    };
    lead = {
        pt: "Da conta à primeira chamada e à produção, passo a passo. Preencher a solicitação leva cerca de três minutos, e você pode parar e continuar quando quiser.",
        en: "From the account to the first call and to production, step by step. Filling in the request takes about three minutes, and you can stop and continue whenever you like.",
        es: "De la cuenta a la primera llamada y a la producción, paso a paso. Completar la solicitud lleva unos tres minutos, y usted puede parar y continuar cuando quiera.",
    };
    print_hint = {
        pt: "Para guardar ou entregar à equipe, imprima esta página ou salve-a em PDF pelo navegador: os passos e as figuras saem inteiros, sem o menu.",
        en: "To keep it or hand it to your team, print this page or save it as a PDF from the browser: steps and pictures come out whole, without the menu.",
        es: "Para guardarla o entregarla al equipo, imprima esta página o guárdela en PDF desde el navegador: los pasos y las figuras salen enteros, sin el menú.",
    };
    contents = { pt: "Os passos", en: "The steps", es: "Los pasos" };
    step(number) = { pt: "Passo {number}", en: "Step {number}", es: "Paso {number}" };

    part_account = { pt: "Sua conta", en: "Your account", es: "Su cuenta" };
    part_request = { pt: "Sua solicitação", en: "Your request", es: "Su solicitud" };
    part_call = { pt: "Sua primeira chamada", en: "Your first call", es: "Su primera llamada" };
    part_production = { pt: "Dos testes à produção", en: "From tests to production", es: "De las pruebas a la producción" };

    words = { pt: "Duas palavras que aparecem muito", en: "Two words you will meet often", es: "Dos palabras que aparecen mucho" };
    group = { pt: "Grupo de permissões", en: "Permission group", es: "Grupo de permisos" };
    group_is = {
        pt: "As pessoas de uma empresa que compartilham o acesso ao que ela contratou, por exemplo as do antifraude. O grupo tem um CNPJ, um e-mail e um dono; todos nele veem as aplicações, as chaves e o uso, e só o dono cria e revoga chaves.",
        en: "The people in a company who share access to what it has contracted for, for example those in fraud prevention. The group has a CNPJ, an e-mail address and an owner; everyone in it sees the applications, the keys and the usage, and only the owner creates and revokes keys.",
        es: "Las personas de una empresa que comparten el acceso a lo que contrató, por ejemplo las de prevención de fraude. El grupo tiene un CNPJ, un correo y un dueño; todos en él ven las aplicaciones, las claves y el uso, y solo el dueño crea y revoca claves.",
    };
    application = { pt: "Aplicação", en: "Application", es: "Aplicación" };
    application_is = {
        pt: "O que chama uma API em nome de um grupo: um sistema seu, com um nome, um plano e chaves próprias. Cada solicitação aprovada dá uma aplicação, para uma API; um grupo pode ter várias.",
        en: "What calls an API on behalf of a group: a system of yours, with a name, a plan and keys of its own. Each approved request gives one application, for one API; a group may have several.",
        es: "Lo que llama a una API en nombre de un grupo: un sistema suyo, con un nombre, un plan y claves propias. Cada solicitud aprobada da una aplicación, para una API; un grupo puede tener varias.",
    };

    sign_up = { pt: "Cadastre-se", en: "Sign up", es: "Regístrese" };
    sign_up_text = {
        pt: "Informe nome, sobrenome e o e-mail da empresa que vai usar as APIs, e aceite os termos de uso e o aviso de privacidade. A conta é sua, de uma pessoa só; colegas criam a deles.",
        en: "Give your first name, family name and your e-mail address at the company that will use the APIs, and accept the terms of use and the privacy notice. The account is yours alone; colleagues create their own.",
        es: "Indique nombre, apellido y su correo en la empresa que usará las APIs, y acepte los términos de uso y el aviso de privacidad. La cuenta es suya, de una sola persona; sus colegas crean la propia.",
    };
    sign_up_link = { pt: "Criar conta", en: "Create account", es: "Crear cuenta" };
    sign_up_picture = {
        pt: "Formulário de cadastro com nome, sobrenome, e-mail corporativo e a caixa de aceite dos termos.",
        en: "Sign-up form with first name, family name, company e-mail and the box to accept the terms.",
        es: "Formulario de registro con nombre, apellido, correo corporativo y la casilla para aceptar los términos.",
    };

    mail = { pt: "Abra o link do e-mail", en: "Open the link in the e-mail", es: "Abra el enlace del correo" };
    mail_text = {
        pt: "Em instantes chega uma mensagem com um link de uso único. Abra-o e pressione Entrar: só o botão consome o link, de modo que um antivírus de e-mail não o gasta. Se não chegar, veja a caixa de spam ou peça outro.",
        en: "Within moments a message arrives with a one-time link. Open it and press Sign in: only the button uses the link up, so that a mail scanner does not spend it. If it does not arrive, look in your spam folder or request another.",
        es: "En unos instantes llega un mensaje con un enlace de un solo uso. Ábralo y pulse Iniciar sesión: solo el botón consume el enlace, de modo que un antivirus de correo no lo gasta. Si no llega, mire la carpeta de spam o pida otro.",
    };
    mail_link = { pt: "Pedir outro link", en: "Request another link", es: "Pedir otro enlace" };
    mail_picture = {
        pt: "Página aberta pelo link do e-mail, com a saudação e o botão Entrar.",
        en: "Page opened by the link in the e-mail, with the greeting and the button Sign in.",
        es: "Página abierta por el enlace del correo, con el saludo y el botón Iniciar sesión.",
    };

    password = { pt: "Crie sua senha", en: "Set your password", es: "Cree su contraseña" };
    password_text = {
        pt: "Use 8 caracteres ou mais, com uma letra minúscula, uma maiúscula, um número e um caractere especial. Cada regra é marcada enquanto você digita. Ao salvar, a conta está pronta.",
        en: "Use 8 characters or more, with a lower-case letter, an upper-case letter, a digit and a special character. Each rule is ticked as you type. Once you save it, the account is ready.",
        es: "Use 8 caracteres o más, con una letra minúscula, una mayúscula, un número y un carácter especial. Cada regla se marca mientras escribe. Al guardar, la cuenta está lista.",
    };
    password_link = { pt: "Esqueci minha senha", en: "I forgot my password", es: "Olvidé mi contraseña" };
    password_picture = {
        pt: "Formulário da senha, com as regras já cumpridas marcadas ao lado do campo.",
        en: "Password form, with the rules that are already met ticked beside the field.",
        es: "Formulario de la contraseña, con las reglas ya cumplidas marcadas junto al campo.",
    };

    catalogue = { pt: "Escolha uma API no catálogo", en: "Choose an API in the catalogue", es: "Elija una API en el catálogo" };
    catalogue_text = {
        pt: "Busque por nome ou assunto e abra a página da API. Ela diz o que a API faz, como chamá-la, o que responde e em quais planos está disponível. Não é preciso ter conta para ler.",
        en: "Search by name or subject and open the API's page. It says what the API does, how to call it, what it answers and which plans it comes in. You need no account to read it.",
        es: "Busque por nombre o tema y abra la página de la API. Dice qué hace la API, cómo llamarla, qué responde y en qué planes está disponible. No se necesita una cuenta para leer.",
    };
    catalogue_link = { pt: "Ver o catálogo", en: "See the catalogue", es: "Ver el catálogo" };
    catalogue_picture = {
        pt: "Catálogo com a busca e um cartão para cada API, com nome, resumo e planos.",
        en: "Catalogue with the search and a card for each API, with name, summary and plans.",
        es: "Catálogo con la búsqueda y una tarjeta para cada API, con nombre, resumen y planes.",
    };

    plan = { pt: "Escolha o plano", en: "Choose the plan", es: "Elija el plan" };
    plan_text = {
        pt: "O Trial é para desenvolver e testar: não é cobrado e quem responde é o ambiente de testes. O Pay Per Use é para produção: chama a API real e é cobrado pelo uso, conforme o contrato. O botão do plano começa a solicitação.",
        en: "The Trial is for developing and testing: it is free of charge, and the sandbox answers. Pay Per Use is for production: it calls the real API and is billed by usage, as contracted. The plan's button starts the request.",
        es: "El Trial es para desarrollar y probar: no se cobra y responde el entorno de pruebas. Pay Per Use es para producción: llama a la API real y se cobra por uso, según el contrato. El botón del plan inicia la solicitud.",
    };
    plan_link = { pt: "Comparar os planos na página de uma API", en: "Compare the plans on an API's page", es: "Comparar los planes en la página de una API" };
    plan_picture = {
        pt: "Os planos Trial e Pay Per Use lado a lado, cada um com o botão que começa a solicitação.",
        en: "The plans Trial and Pay Per Use side by side, each with the button that starts the request.",
        es: "Los planes Trial y Pay Per Use lado a lado, cada uno con el botón que inicia la solicitud.",
    };

    choose_group = { pt: "Diga qual grupo vai usar a API", en: "Say which group will use the API", es: "Diga qué grupo usará la API" };
    choose_group_text = {
        pt: "Escolha um grupo de permissões de que você faz parte ou crie um: razão social, CNPJ, nome do grupo, e-mail corporativo e telefone. Prefira o e-mail do departamento, que continua funcionando quando alguém sai; ele recebe os avisos depois que alguém o confirma.",
        en: "Choose a permission group that you belong to or create one: legal name, CNPJ, name of the group, company e-mail and phone. Prefer the department's address, which still works when someone leaves; it receives notifications once somebody confirms it.",
        es: "Elija un grupo de permisos al que pertenece o cree uno: razón social, CNPJ, nombre del grupo, correo corporativo y teléfono. Prefiera el correo del departamento, que sigue funcionando cuando alguien se va; recibe los avisos después de que alguien lo confirma.",
    };
    choose_group_link = { pt: "Criar grupo de permissões", en: "Create a permission group", es: "Crear grupo de permisos" };
    choose_group_picture = {
        pt: "Primeira etapa da solicitação: criar um grupo de permissões, com empresa, CNPJ, nome, e-mail e telefone.",
        en: "First step of the request: creating a permission group, with company, CNPJ, name, e-mail and phone.",
        es: "Primera etapa de la solicitud: crear un grupo de permisos, con empresa, CNPJ, nombre, correo y teléfono.",
    };

    describe = { pt: "Descreva a aplicação", en: "Describe the application", es: "Describa la aplicación" };
    describe_text = {
        pt: "Dê um nome à aplicação e diga, em uma ou duas frases, para que a empresa vai usar a API. É o que o gestor de contrato lê para decidir. O rascunho fica guardado: dá para continuar depois, também em outro aparelho.",
        en: "Give the application a name and say, in a sentence or two, what the company will use the API for. This is what the contract manager reads to decide. The draft is kept: you can continue later, on another device too.",
        es: "Dé un nombre a la aplicación y diga, en una o dos frases, para qué usará la empresa la API. Es lo que el gestor de contrato lee para decidir. El borrador queda guardado: puede continuar después, también en otro dispositivo.",
    };
    describe_link = { pt: "Continuar uma solicitação", en: "Continue a request", es: "Continuar una solicitud" };
    describe_picture = {
        pt: "Segunda etapa da solicitação: nome da aplicação do time e descrição.",
        en: "Second step of the request: name of the team's application and description.",
        es: "Segunda etapa de la solicitud: nombre de la aplicación del equipo y descripción.",
    };

    review = { pt: "Revise e envie", en: "Review and send", es: "Revise y envíe" };
    review_text = {
        pt: "A última página mostra a aplicação e o solicitante, cada um com um botão para alterar. Pressione Finalizar solicitação: ela ganha um número e não pode mais ser alterada. Enviar duas vezes não cria duas.",
        en: "The last page shows the application and the applicant, each with a button to change it. Press Submit the request: it gets a number and can no longer be changed. Sending it twice does not create two.",
        es: "La última página muestra la aplicación y el solicitante, cada uno con un botón para cambiarlo. Pulse Finalizar solicitud: recibe un número y ya no se puede cambiar. Enviarla dos veces no crea dos.",
    };
    review_link = { pt: "Ver as solicitações a concluir", en: "See the requests to finish", es: "Ver las solicitudes por terminar" };
    review_picture = {
        pt: "Revisão da solicitação: aplicação e solicitante, com Alterar em cada parte e o botão Finalizar solicitação.",
        en: "Review of the request: application and applicant, with Change in each part and the button Submit the request.",
        es: "Revisión de la solicitud: aplicación y solicitante, con Cambiar en cada parte y el botón Finalizar solicitud.",
    };

    approval = { pt: "Acompanhe a análise", en: "Follow the review", es: "Siga el análisis" };
    approval_text = {
        pt: "Um gestor de contrato decide, e a resposta chega por e-mail. Se recusar, você lê o motivo e pode corrigir e enviar de novo, com o que já preencheu. Enquanto espera, as chaves de teste já funcionam.",
        en: "A contract manager decides, and you get the answer by e-mail. If it is rejected, you read the reason and can correct it and send it again, with what you filled in. While you wait, the test keys already work.",
        es: "Un gestor de contrato decide, y la respuesta llega por correo. Si la rechaza, usted lee el motivo y puede corregirla y enviarla de nuevo, con lo que ya completó. Mientras espera, las claves de prueba ya funcionan.",
    };
    approval_link = { pt: "Acompanhar solicitação", en: "Follow the request", es: "Seguir la solicitud" };
    approval_picture = {
        pt: "Página da solicitação enviada, com o número, a situação Em análise e as chaves de teste.",
        en: "Page of the request that was sent, with its number, the status Under review and the test keys.",
        es: "Página de la solicitud enviada, con el número, el estado En análisis y las claves de prueba.",
    };

    keys = { pt: "Encontre suas chaves", en: "Find your keys", es: "Encuentre sus claves" };
    keys_text = {
        pt: "Em Minhas Aplicações, abra o grupo em Ver detalhes e desdobre a aplicação. A chave pública está à vista; a secreta aparece quando você pede, e cada vez fica registrada. Chaves nunca são enviadas por e-mail.",
        en: "Under My applications, open the group with See details and unfold the application. The public key is in view; the secret key appears when you ask for it, and each time is recorded. Keys are never sent by e-mail.",
        es: "En Mis aplicaciones, abra el grupo con Ver detalles y despliegue la aplicación. La clave pública está a la vista; la secreta aparece cuando usted la pide, y cada vez queda registrado. Las claves nunca se envían por correo.",
    };
    keys_link = { pt: "Minhas Aplicações", en: "My applications", es: "Mis aplicaciones" };
    keys_picture = {
        pt: "Aplicação aprovada, com a chave pública, a chave secreta oculta e o botão Revelar.",
        en: "Approved application, with the public key, the hidden secret key and the button Reveal.",
        es: "Aplicación aprobada, con la clave pública, la clave secreta oculta y el botón Revelar.",
    };

    credential = { pt: "Copie a credencial", en: "Copy the credential", es: "Copie la credencial" };
    credential_text = {
        pt: "A credencial são as duas chaves, com dois-pontos entre elas, em base64. A página a monta no seu navegador depois que você revela a chave secreta, e nada é enviado. Guarde-a no seu servidor, nunca em um aplicativo ou em uma página.",
        en: "The credential is the two keys, with a colon between them, in base64. The page builds it in your browser once you reveal the secret key, and nothing is sent. Keep it on your server, never in an app or a page.",
        es: "La credencial son las dos claves, con dos puntos entre ellas, en base64. La página la genera en su navegador después de que usted revela la clave secreta, y no se envía nada. Guárdela en su servidor, nunca en una aplicación móvil ni en una página.",
    };
    credential_link = { pt: "Diagnóstico da credencial", en: "Credential check-up", es: "Diagnóstico de la credencial" };
    credential_picture = {
        pt: "A credencial montada, com o cabeçalho x-client-auth pronto e os botões de copiar.",
        en: "The credential as built, with the ready x-client-auth header and the copy buttons.",
        es: "La credencial generada, con el encabezado x-client-auth listo y los botones de copiar.",
    };

    token = { pt: "Peça o token de acesso", en: "Get the access token", es: "Pida el token de acceso" };
    token_text = {
        pt: "Envie a credencial a /oauth2/v1/token, com grant_type=client_credentials. A resposta traz o token e, em expires_in, por quantos segundos ele vale. Use o mesmo token até perto do fim, em vez de pedir um por chamada.",
        en: "Send the credential to /oauth2/v1/token, with grant_type=client_credentials. The answer carries the token and, in expires_in, for how many seconds it is valid. Use the same token until close to its end, instead of getting one for each call.",
        es: "Envíe la credencial a /oauth2/v1/token, con grant_type=client_credentials. La respuesta trae el token y, en expires_in, por cuántos segundos vale. Use el mismo token hasta cerca del final, en lugar de pedir uno por llamada.",
    };
    token_link = { pt: "Exemplos de código", en: "Code samples", es: "Ejemplos de código" };
    token_picture = {
        pt: "O pedido do token em curl e a resposta, com o tipo e a validade; o token não aparece.",
        en: "The request for the token in curl and its answer, with type and validity; the token is not shown.",
        es: "La petición del token en curl y la respuesta, con el tipo y la validez; el token no se muestra.",
    };

    call = { pt: "Faça a primeira chamada", en: "Make the first call", es: "Haga la primera llamada" };
    call_text = {
        pt: "Testar agora chama o ambiente de testes sem sair da página: escolha um valor de teste e veja a requisição, a resposta e o tempo. Depois repita no seu programa: o mesmo valor dá sempre a mesma resposta, também as de erro.",
        en: "Try it now calls the sandbox without leaving the page: choose a test value and see the request, the answer and the time it took. Then repeat it in your program: the same value always gets the same answer, errors included.",
        es: "Probar ahora llama al entorno de pruebas sin salir de la página: elija un valor de prueba y vea la petición, la respuesta y el tiempo. Después repítalo en su programa: el mismo valor da siempre la misma respuesta, también las de error.",
    };
    call_link = { pt: "Testar agora", en: "Try it now", es: "Probar ahora" };
    call_picture = {
        pt: "Testar agora, com o valor de teste escolhido, o status da resposta e as chamadas restantes.",
        en: "Try it now, with the chosen test value, the status of the answer and the calls left.",
        es: "Probar ahora, con el valor de prueba elegido, el estado de la respuesta y las llamadas restantes.",
    };

    usage = { pt: "Acompanhe o uso e a cota", en: "Watch usage and quota", es: "Siga el uso y la cuota" };
    usage_text = {
        pt: "Uso mostra chamadas, erros e tempos, e até quando a cota do Trial dura neste ritmo. O grupo recebe um e-mail ao usar 50, 80, 90 e 100% do Trial. Em Ver chamadas, o ID da transação explica o que houve com cada uma.",
        en: "Usage shows calls, errors and times, and how long the Trial's quota lasts at this pace. The group gets an e-mail at 50, 80, 90 and 100% of the Trial. Under See calls, the transaction ID explains what happened to each one.",
        es: "Uso muestra llamadas, errores y tiempos, y hasta cuándo dura la cuota del Trial a este ritmo. El grupo recibe un correo al usar el 50, el 80, el 90 y el 100\u{a0}% del Trial. En Ver llamadas, el ID de la transacción explica qué pasó con cada una.",
    };
    usage_link = { pt: "Ver o uso de uma aplicação", en: "See an application's usage", es: "Ver el uso de una aplicación" };
    usage_picture = {
        pt: "Página de uso com a cota do Trial, o gráfico de chamadas e o de tempos de resposta.",
        en: "Usage page with the Trial's quota, the plot of calls and that of response times.",
        es: "Página de uso con la cuota del Trial, el gráfico de llamadas y el de tiempos de respuesta.",
    };

    pay_per_use = { pt: "Passe para o Pay Per Use", en: "Move to Pay Per Use", es: "Pase a Pay Per Use" };
    pay_per_use_text = {
        pt: "Quando o teste terminar, solicite o Pay Per Use na página da aplicação. Um gestor de contrato decide; as chaves continuam as mesmas, e as chamadas passam a ir para a API real. O ambiente de testes continua disponível com as chaves de teste.",
        en: "When the tests are done, request Pay Per Use on the application's page. A contract manager decides; the keys stay the same, and calls then go to the real API. The sandbox stays available with the test keys.",
        es: "Cuando terminen las pruebas, solicite Pay Per Use en la página de la aplicación. Un gestor de contrato decide; las claves siguen siendo las mismas, y las llamadas pasan a ir a la API real. El entorno de pruebas sigue disponible con las claves de prueba.",
    };
    pay_per_use_link = { pt: "Solicitar Pay Per Use", en: "Request Pay Per Use", es: "Solicitar Pay Per Use" };
    pay_per_use_picture = {
        pt: "Comparação do que muda, de hoje para depois: limite, cobrança e finalidade; as chaves são as mesmas.",
        en: "Comparison of what changes, today and after: limit, billing and purpose; the keys are the same.",
        es: "Comparación de lo que cambia, hoy y después: límite, cobro y finalidad; las claves son las mismas.",
    };

    help = { pt: "Ficou uma dúvida?", en: "Any questions left?", es: "¿Le quedó alguna duda?" };
    help_text = {
        pt: "As perguntas frequentes respondem às mais comuns, e o suporte ajuda com o resto. Ele nunca pede sua senha nem sua chave secreta.",
        en: "The frequently asked questions answer the most common ones, and support helps with the rest. It never asks for your password or your secret key.",
        es: "Las preguntas frecuentes responden a las más comunes, y soporte ayuda con el resto. Nunca le pide su contraseña ni su clave secreta.",
    };
}
