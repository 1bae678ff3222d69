//! The home page.

texts! {
    title = { pt: "APIs para empresas", en: "APIs for companies", es: "APIs para empresas" };
    headline = {
        pt: "Peça a API, receba a credencial, faça a chamada.",
        en: "Request the API, get the credential, make the call.",
        es: "Pida la API, reciba la credencial, haga la llamada.",
    };
    lead = {
        pt: "Escolha uma API, diga qual empresa vai usá-la e peça acesso. Depois da aprovação, a credencial fica pronta e você faz a primeira chamada em minutos.",
        en: "Choose an API, say which company will use it and request access. Once the request is approved, the credential is ready and you can make the first call within minutes.",
        es: "Elija una API, diga qué empresa la usará y pida acceso. Después de la aprobación, la credencial queda lista y usted hace la primera llamada en minutos.",
    };
    see_catalogue = { pt: "Ver o catálogo", en: "See the catalogue", es: "Ver el catálogo" };

    art_title = { pt: "Sua aplicação", en: "Your application", es: "Su aplicación" };
    art_receipt = { pt: "Sua credencial", en: "Your credential", es: "Su credencial" };

    journey = { pt: "Como funciona", en: "How it works", es: "Cómo funciona" };
    sign_up = { pt: "Cadastre-se", en: "Sign up", es: "Regístrese" };
    sign_up_text = {
        pt: "Informe seu nome e o e-mail da empresa. O link para criar a senha chega em instantes.",
        en: "Give your name and company e-mail. The link to set your password will arrive within moments.",
        es: "Indique su nombre y el correo de la empresa. El enlace para crear la contraseña llega en unos instantes.",
    };
    request = { pt: "Peça uma API", en: "Request an API", es: "Pida una API" };
    request_text = {
        pt: "Escolha o plano e diga qual empresa vai usar a API, e para quê.",
        en: "Choose the plan and say which company will use the API, and what for.",
        es: "Elija el plan y diga qué empresa usará la API, y para qué.",
    };
    decision = { pt: "Acompanhe a análise", en: "Follow the review", es: "Siga el análisis" };
    decision_text = {
        pt: "Um gestor de contrato decide. Você acompanha o andamento e recebe a resposta por e-mail.",
        en: "A contract manager decides. You follow the progress and get the answer by e-mail.",
        es: "Un gestor de contrato decide. Usted sigue el avance y recibe la respuesta por correo.",
    };
    call = { pt: "Chame a API", en: "Call the API", es: "Llame a la API" };
    call_text = {
        pt: "Copie a credencial pronta e faça a primeira chamada com os exemplos de código.",
        en: "Copy the ready credential and make the first call with the code samples.",
        es: "Copie la credencial lista y haga la primera llamada con los ejemplos de código.",
    };

    see_steps = { pt: "Ver passo a passo", en: "See it step by step", es: "Ver paso a paso" };

    areas = { pt: "Soluções por área", en: "Solutions by area", es: "Soluciones por área" };
    all_of_area(area, number) = {
        pt: "{area}: ver todas as {number}",
        en: "{area}: see all {number}",
        es: "{area}: ver las {number}",
    };
}
