//! The privacy notice, section by section. `operator` is the name of the portal's owner.

texts! {
    title = { pt: "Aviso de privacidade", en: "Privacy notice", es: "Aviso de privacidad" };
    lead = {
        pt: "Quais dados este portal guarda, por que e por quanto tempo.",
        en: "What data this portal keeps, why, and for how long.",
        es: "Qué datos guarda este portal, por qué y por cuánto tiempo.",
    };

    who_title = { pt: "Quem responde pelos dados", en: "Who is responsible for the data", es: "Quién responde por los datos" };
    who(operator) = {
        pt: "Quem opera {operator} decide como os dados deste portal são tratados e é o controlador deles, nos termos da Lei Geral de Proteção de Dados (Lei 13.709/2018, a LGPD). O portal funciona em servidores sob responsabilidade desse operador.",
        en: "Whoever operates {operator} decides how the data in this portal is processed and is its controller under the Brazilian General Data Protection Law (Law 13,709/2018, the LGPD). The portal runs on servers under that operator's responsibility.",
        es: "Quien opera {operator} decide cómo se tratan los datos de este portal y es el responsable de su tratamiento según la Ley General de Protección de Datos de Brasil (Ley 13.709/2018, la LGPD). El portal funciona en servidores a cargo de ese operador.",
    };

    what_title = { pt: "Quais dados guardamos", en: "What data we keep", es: "Qué datos guardamos" };
    what_account = {
        pt: "Da sua conta: nome, sobrenome, e-mail, idioma, e quando e em que versão você aceitou os termos. Da senha guardamos só um código a partir do qual não é possível descobri-la.",
        en: "About your account: first and last name, e-mail, language, and when and in which version you accepted the terms. Of your password we keep only a code from which it cannot be recovered.",
        es: "De su cuenta: nombre, apellido, correo, idioma, y cuándo y en qué versión aceptó los términos. De la contraseña guardamos solo un código a partir del cual no se puede descubrir.",
    };
    what_company = {
        pt: "Da empresa que você representa: razão social, CNPJ, nome do grupo, e-mail e telefone de contato, e as solicitações de acesso com suas descrições e decisões.",
        en: "About the company you represent: legal name, CNPJ, name of the group, contact e-mail and phone, and the requests for access with their descriptions and decisions.",
        es: "De la empresa que usted representa: razón social, CNPJ, nombre del grupo, correo y teléfono de contacto, y las solicitudes de acceso con sus descripciones y decisiones.",
    };
    what_use = {
        pt: "Do uso do portal: as sessões abertas, com navegador, endereço IP e último acesso, e um registro das ações importantes, como entrar, trocar a senha, fazer solicitações, decidir sobre elas e revelar chaves: quem, quando e de qual endereço.",
        en: "About the use of the portal: the open sessions, with browser, IP address and last visit, and a record of important actions, such as signing in, changing the password, making requests, deciding on them and revealing keys: who, when and from which address.",
        es: "Del uso del portal: las sesiones abiertas, con navegador, dirección IP y último acceso, y un registro de las acciones importantes, como iniciar sesión, cambiar la contraseña, hacer solicitudes, decidir sobre ellas y revelar claves: quién, cuándo y desde qué dirección.",
    };
    what_calls = {
        pt: "Das chamadas às APIs: aplicação, data e hora, método, caminho (com os identificadores que houver nele), status, código e campo do erro e tempo de resposta; e os totais delas, por hora.",
        en: "About calls to the APIs: application, date and time, method, path (with any identifiers in it), status, error code and field, and response time; and their hourly totals.",
        es: "De las llamadas a las APIs: aplicación, fecha y hora, método, ruta (con los identificadores que haya en ella), estado, código y campo del error y tiempo de respuesta; y sus totales, por hora.",
    };
    what_messages = {
        pt: "Das mensagens ao suporte: o nome e o e-mail que você informou, o idioma, o assunto, o texto e as respostas.",
        en: "About messages to support: the name and e-mail you gave, the language, the subject, the text and the answers.",
        es: "De los mensajes a soporte: el nombre y el correo que indicó, el idioma, el asunto, el texto y las respuestas.",
    };

    why_title = { pt: "Por que usamos esses dados", en: "Why we use this data", es: "Por qué usamos esos datos" };
    why_contract = {
        pt: "Para criar sua conta, analisar as solicitações de acesso, entregar as credenciais e avisar você de cada passo: são os procedimentos do contrato que você ou sua empresa pediu (LGPD, art. 7º, V).",
        en: "To create your account, review requests for access, deliver credentials and keep you informed of each step: these are the procedures of the contract that you or your company requested (LGPD, art. 7, V).",
        es: "Para crear su cuenta, analizar las solicitudes de acceso, entregar las credenciales y avisarle de cada paso: son los procedimientos del contrato que usted o su empresa pidió (LGPD, art. 7, V).",
    };
    why_security = {
        pt: "Para proteger contas e chaves e apurar o que houver de errado: é interesse legítimo, seu e de quem opera o portal (art. 7º, IX), e, quanto aos registros de acesso, também obrigação legal (art. 7º, II; Marco Civil da Internet, art. 15).",
        en: "To protect accounts and keys and look into whatever goes wrong: it is a legitimate interest, yours and the operator's (art. 7, IX), and, for the access records, also a legal duty (art. 7, II; Brazilian Internet Act, art. 15).",
        es: "Para proteger cuentas y claves e investigar lo que salga mal: es un interés legítimo, suyo y de quien opera el portal (art. 7, IX), y, en los registros de acceso, también una obligación legal (art. 7, II; Marco Civil de Internet de Brasil, art. 15).",
    };
    why_not = {
        pt: "Não fazemos publicidade, não traçamos perfis e não vendemos dados. As decisões sobre as solicitações são tomadas por pessoas.",
        en: "We do no advertising, build no profiles and sell no data. Decisions on requests are made by people.",
        es: "No hacemos publicidad, no elaboramos perfiles y no vendemos datos. Las decisiones sobre las solicitudes las toman personas.",
    };

    shared_title = { pt: "Quem vê", en: "Who sees it", es: "Quién los ve" };
    shared_group = {
        pt: "As pessoas do seu grupo de permissões veem os dados do grupo, as aplicações e as chaves dele.",
        en: "The people in your permission group see the group's data, its applications and its keys.",
        es: "Las personas de su grupo de permisos ven los datos del grupo, sus aplicaciones y sus claves.",
    };
    shared_staff = {
        pt: "Na equipe de quem opera o portal: gestores de contrato veem as solicitações; o suporte vê contas, sessões e as mensagens que recebe, nunca senhas nem chaves; a administração vê pessoas e papéis.",
        en: "On the operator's staff: contract managers see the requests; support sees accounts, sessions and the messages it gets, never passwords or keys; administrators see people and roles.",
        es: "En el equipo de quien opera el portal: los gestores de contrato ven las solicitudes; soporte ve cuentas, sesiones y los mensajes que recibe, nunca contraseñas ni claves; la administración ve personas y roles.",
    };
    shared_others = {
        pt: "As páginas não carregam nada de outros sites. Os e-mails passam pelo serviço de correio que o operador escolheu.",
        en: "The pages load nothing from other sites. E-mails pass through the mail service that the operator chose.",
        es: "Las páginas no cargan nada de otros sitios. Los correos pasan por el servicio de correo que eligió el operador.",
    };

    cookies_title = { pt: "Cookies", en: "Cookies", es: "Cookies" };
    cookies = {
        pt: "Usamos poucos, todos necessários e só deste portal: um mantém sua sessão aberta; um reconhece o navegador em que você já entrou, para que quem tenta adivinhar sua senha não impeça sua entrada; um guarda o idioma e outro, a linguagem dos exemplos de código; outros levam de uma página à outra um aviso curto, o endereço para onde foi uma mensagem e o que você digitou em um formulário; e um lembra, cifrada, a última conta que entrou neste navegador. Nenhum acompanha você fora daqui.",
        en: "We use a few, all of them necessary and set only by this portal: one keeps you signed in; one recognises the browser you have signed in with, so that nobody guessing at your password can lock you out; one keeps the language and another the programming language of the code samples; others carry from one page to the next a short notice, the address a message was sent to and what you typed into a form; and one remembers, encrypted, which account last signed in with this browser. None follows you elsewhere.",
        es: "Usamos pocos, todos necesarios y solo de este portal: uno mantiene abierta su sesión; uno reconoce el navegador con el que ya entró, para que quien intenta adivinar su contraseña no le impida entrar; uno guarda el idioma y otro, el lenguaje de los ejemplos de código; otros llevan de una página a otra un aviso corto, la dirección a la que se envió un mensaje y lo que escribió en un formulario; y uno recuerda, cifrada, la última cuenta que entró en este navegador. Ninguno lo sigue fuera de aquí.",
    };

    how_long_title = { pt: "Por quanto tempo", en: "For how long", es: "Por cuánto tiempo" };
    how_long = {
        pt: "Os dados da conta ficam enquanto ela existir. Sessões e links de acesso deixam de valer quando são encerrados ou usados, ou quando expiram. As chamadas ficam por até 30 dias; os totais delas, por 400 dias. Mensagens ao suporte são apagadas um ano depois de encerradas. Solicitações, decisões e o registro de ações ficam enquanto o contrato durar e pelo prazo que a lei exigir depois dele.",
        en: "Account data is kept as long as the account exists. Sessions and access links stop working once they are ended, used or expired. Calls are kept for up to 30 days; their totals, for 400 days. Messages to support are deleted one year after they are closed. Requests, decisions and the record of actions are kept while the contract lasts and for as long as the law requires afterwards.",
        es: "Los datos de la cuenta se conservan mientras esta exista. Las sesiones y los enlaces de acceso dejan de ser válidos al cerrarse, usarse o caducar. Las llamadas se conservan hasta 30 días; sus totales, 400 días. Los mensajes a soporte se borran un año después de cerrarse. Las solicitudes, las decisiones y el registro de acciones se conservan mientras dure el contrato y durante el plazo que la ley exija después.",
    };

    rights_title = { pt: "Seus direitos", en: "Your rights", es: "Sus derechos" };
    rights = {
        pt: "Você pode confirmar se tratamos seus dados, vê-los, corrigi-los e exportá-los, pedir que sejam apagados, bloqueados ou anonimizados, saber com quem foram compartilhados, opor-se a um uso e retirar seu consentimento (LGPD, art. 18). Você mesmo pode mudar o nome e o idioma em “Minha conta”; o resto, peça pelos canais abaixo.",
        en: "You may find out whether we process your data; see, correct and export it; ask that it be erased, blocked or anonymised; know with whom it was shared; object to a use; and withdraw your consent (LGPD, art. 18). You can change your name and language yourself under “My account”; for the rest, ask through the channels below.",
        es: "Usted puede confirmar si tratamos sus datos, verlos, corregirlos y exportarlos, pedir que se borren, bloqueen o anonimicen, saber con quién se compartieron, oponerse a un uso y retirar su consentimiento (LGPD, art. 18). El nombre y el idioma los cambia usted mismo en “Mi cuenta”; lo demás, pídalo por los canales de abajo.",
    };
    authority = {
        pt: "Se a resposta não resolver, você pode recorrer à Autoridade Nacional de Proteção de Dados (ANPD).",
        en: "If our answer does not settle the matter, you may turn to the Brazilian data protection authority (ANPD).",
        es: "Si la respuesta no resuelve el problema, puede acudir a la autoridad brasileña de protección de datos (ANPD).",
    };
}
