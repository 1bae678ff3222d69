//! The terms of use, section by section. `operator` is the name of the portal's owner.

texts! {
    title = { pt: "Termos de uso", en: "Terms of use", es: "Términos de uso" };
    lead = {
        pt: "O que este portal oferece e o que se espera de quem o usa.",
        en: "What this portal offers and what is expected of those who use it.",
        es: "Qué ofrece este portal y qué se espera de quienes lo usan.",
    };

    service_title = { pt: "O que é este portal", en: "What this portal is", es: "Qué es este portal" };
    service(operator) = {
        pt: "No portal {operator}, as empresas conhecem APIs, pedem acesso e recebem as credenciais para usá-las. Cada solicitação é analisada por um gestor de contrato, que pode aprovar ou recusar e, ao recusar, diz o motivo.",
        en: "At {operator}, companies discover APIs, request access and receive the credentials to use them. Each request is reviewed by a contract manager, who may approve or reject it and, when rejecting, gives the reason.",
        es: "En {operator}, las empresas conocen APIs, piden acceso y reciben las credenciales para usarlas. Un gestor de contrato analiza cada solicitud y puede aprobarla o rechazarla; al rechazar, dice el motivo.",
    };
    plans = {
        pt: "O plano Trial é para testes, com o limite de chamadas e de dias que a página da API mostra, e não gera cobrança. O Pay Per Use é para produção e é cobrado conforme o contrato entre sua empresa e quem oferece a API.",
        en: "The Trial plan is for tests, within the limit of calls and days shown on the API's page, and is free of charge. Pay Per Use is for production and is billed under the contract between your company and the provider of the API.",
        es: "El plan Trial es para pruebas, con el límite de llamadas y de días que muestra la página de la API, y no genera cobro. Pay Per Use es para producción y se cobra según el contrato entre su empresa y quien ofrece la API.",
    };

    account_title = { pt: "Sua conta", en: "Your account", es: "Su cuenta" };
    account_true = {
        pt: "Informe os seus dados verdadeiros: nome, e-mail da empresa e, nas solicitações, a empresa pela qual você pode responder.",
        en: "Give true information about yourself: name, company e-mail and, in requests, the company you may speak for.",
        es: "Indique sus datos verdaderos: nombre, correo de la empresa y, en las solicitudes, la empresa por la que usted puede responder.",
    };
    account_own = {
        pt: "A conta é de uma pessoa só. Não empreste a senha; quem mais precisar de acesso deve criar a própria conta.",
        en: "An account belongs to one person. Do not share your password; anyone else who needs access must create their own account.",
        es: "La cuenta es de una sola persona. No preste la contraseña; quien también necesite acceso debe crear su propia cuenta.",
    };

    keys_title = { pt: "Chaves e credenciais", en: "Keys and credentials", es: "Claves y credenciales" };
    keys_company = {
        pt: "As chaves pertencem à empresa e à aplicação para a qual foram pedidas. Não as ceda, não as venda e não as use em outra aplicação.",
        en: "Keys belong to the company and to the application they were issued for. Do not pass them on, sell them or use them in another application.",
        es: "Las claves pertenecen a la empresa y a la aplicación para la que se pidieron. No las ceda, no las venda y no las use en otra aplicación.",
    };
    keys_secret = {
        pt: "A chave secreta fica no servidor da empresa: nunca em código público, em aplicativos entregues a usuários ou em mensagens. Se ela vazar, avise pelos canais abaixo assim que souber.",
        en: "The secret key stays on the company's server: never in public code, in apps handed to users or in messages. If it leaks, tell us through the channels below as soon as you know.",
        es: "La clave secreta permanece en el servidor de la empresa: nunca en código público, en aplicaciones entregadas a usuarios ni en mensajes. Si se filtra, avise por los canales de abajo en cuanto lo sepa.",
    };
    keys_answer = {
        pt: "A empresa responde pelas chamadas feitas com suas chaves até o aviso.",
        en: "The company is responsible for the calls made with its keys until it tells us.",
        es: "La empresa responde por las llamadas hechas con sus claves hasta ese aviso.",
    };

    conduct_title = { pt: "Uso aceitável", en: "Acceptable use", es: "Uso aceptable" };
    conduct = {
        pt: "Use as APIs para o que descreveu na solicitação, dentro da lei e dos limites do plano, e trate os dados pessoais que elas devolverem conforme a LGPD. Não tente ver o que é de outros, contornar limites nem derrubar o serviço.",
        en: "Use the APIs for what you described in the request, within the law and the limits of the plan, and handle the personal data they return as the law requires. Do not try to see what belongs to others, get around limits or bring the service down.",
        es: "Use las APIs para lo que describió en la solicitud, dentro de la ley y de los límites del plan, y trate los datos personales que devuelvan como exige la ley. No intente ver lo que es de otros, eludir límites ni hacer caer el servicio.",
    };

    end_title = { pt: "Suspensão e fim", en: "Suspension and end", es: "Suspensión y fin" };
    end = {
        pt: "Quem opera o portal pode recusar, suspender ou encerrar um acesso que descumpra estes termos ou o contrato, ou que ponha o serviço em risco, e avisa por e-mail. Você pode deixar de usar o portal quando quiser e pedir que sua conta seja encerrada.",
        en: "The operator may reject, suspend or end access that breaks these terms or the contract, or puts the service at risk, and will tell you so by e-mail. You may stop using the portal at any time and ask for your account to be closed.",
        es: "Quien opera el portal puede rechazar, suspender o terminar un acceso que incumpla estos términos o el contrato, o que ponga en riesgo el servicio, y avisa por correo. Usted puede dejar de usar el portal cuando quiera y pedir que se cierre su cuenta.",
    };

    service_level_title = { pt: "Disponibilidade", en: "Availability", es: "Disponibilidad" };
    service_level = {
        pt: "O portal pode parar para manutenção. Garantias de disponibilidade das APIs em produção são as do contrato de cada uma; o Trial não tem nenhuma.",
        en: "The portal may be unavailable during maintenance. Availability guarantees for APIs in production are those of each API's contract; Trial has none.",
        es: "El portal puede dejar de estar disponible por mantenimiento. Las garantías de disponibilidad de las APIs en producción son las del contrato de cada una; el Trial no tiene ninguna.",
    };

    changes_title = { pt: "Mudanças e lei aplicável", en: "Changes and governing law", es: "Cambios y ley aplicable" };
    changes = {
        pt: "Estes termos podem mudar; a versão em vigor está sempre nesta página, e guardamos a versão que você aceitou. Aplica-se a lei brasileira.",
        en: "These terms may change; the version in force is always on this page, and we record which version you accepted. Brazilian law applies.",
        es: "Estos términos pueden cambiar; la versión vigente está siempre en esta página, y registramos qué versión aceptó usted. Rige la ley brasileña.",
    };
    contact_title = { pt: "Fale conosco", en: "Contact us", es: "Contáctenos" };
    contact = {
        pt: "Para tirar dúvidas ou exercer um direito, escreva pela página",
        en: "To ask a question or exercise a right, write through the page",
        es: "Para hacer una consulta o ejercer un derecho, escriba desde la página",
    };
    contact_channels = {
        pt: "Há também estes canais:",
        en: "There are these channels, too:",
        es: "También están estos canales:",
    };
    version(version) = { pt: "Versão {version}", en: "Version {version}", es: "Versión {version}" };
}
