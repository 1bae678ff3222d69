//! Frequently asked questions with their answers.

mod calls;

pub use calls::*;

texts! {
    title = { pt: "Perguntas frequentes", en: "Frequently asked questions", es: "Preguntas frecuentes" };
    lead = {
        pt: "Da criação da conta à cobrança: o que mais nos perguntam, com o caminho para resolver.",
        en: "From creating an account to billing: what people ask us most, and where to get it done.",
        es: "De la creación de la cuenta al cobro: lo que más nos preguntan, con el camino para resolverlo.",
    };
    groups = { pt: "Temas das perguntas", en: "Topics of the questions", es: "Temas de las preguntas" };
    forgotten = { pt: "Esqueci minha senha", en: "I forgot my password", es: "Olvidé mi contraseña" };
    not_found = { pt: "Não achou sua pergunta?", en: "Is your question not here?", es: "¿No encontró su pregunta?" };
    not_found_text = {
        pt: "Escreva para nós. Uma pessoa do suporte responde por e-mail.",
        en: "Write to us. A person in support will answer by e-mail.",
        es: "Escríbanos. Una persona de soporte responde por correo.",
    };
}

texts! {
    account = { pt: "Conta", en: "Account", es: "Cuenta" };
    sign_up_q = { pt: "Como crio uma conta?", en: "How do I create an account?", es: "¿Cómo creo una cuenta?" };
    sign_up_a = {
        pt: "Em “Cadastre-se”, informe nome, sobrenome e e-mail. Você recebe um link; ao abri-lo, pressione Entrar e crie sua senha. O link vale por tempo limitado e só pode ser usado uma vez.",
        en: "Under “Sign up”, give your first name, last name and e-mail. You will get a link; open it, press Sign in and set your password. The link is valid for a limited time and works only once.",
        es: "En “Regístrese”, indique nombre, apellido y correo. Recibirá un enlace; ábralo, pulse Iniciar sesión y cree su contraseña. El enlace es válido por tiempo limitado y solo se puede usar una vez.",
    };
    company_mail_q = {
        pt: "Preciso usar o e-mail da empresa?",
        en: "Do I have to use my company e-mail?",
        es: "¿Tengo que usar el correo de la empresa?",
    };
    company_mail_a = {
        pt: "Use, sempre que puder: é por ele que o gestor de contrato reconhece a empresa. Se endereços gratuitos não forem aceitos, o formulário avisa na hora.",
        en: "Do so whenever you can: it is how the contract manager recognises the company. If free addresses are not accepted, the form says so at once.",
        es: "Úselo siempre que pueda: así el gestor de contrato reconoce la empresa. Si no se aceptan direcciones gratuitas, el formulario lo avisa en el momento.",
    };
    link_q = {
        pt: "O e-mail com o link não chegou. O que faço?",
        en: "The e-mail with the link did not arrive. What should I do?",
        es: "El correo con el enlace no llegó. ¿Qué hago?",
    };
    link_a = {
        pt: "Veja a caixa de spam. Depois, peça outro link em “Esqueci minha senha” com o mesmo e-mail: funciona também para quem se cadastrou e ainda não criou a senha. Se mesmo assim nada chegar, fale conosco.",
        en: "Look in your spam folder. Then request another link under “I forgot my password” with the same e-mail: it works as well if you signed up and have not set a password yet. If still nothing arrives, contact us.",
        es: "Mire la carpeta de spam. Después, pida otro enlace en “Olvidé mi contraseña” con el mismo correo: también sirve si se registró y todavía no creó la contraseña. Si aun así no llega nada, contáctenos.",
    };
    locked_q = {
        pt: "Errei a senha várias vezes. Minha conta foi bloqueada?",
        en: "I typed a wrong password several times. Is my account locked?",
        es: "Me equivoqué de contraseña varias veces. ¿Se bloqueó mi cuenta?",
    };
    locked_a = {
        pt: "Não. Depois de muitas senhas erradas é preciso esperar, primeiro segundos, depois mais. Durante a espera, “Esqueci minha senha” continua funcionando.",
        en: "No. After many wrong passwords you have to wait, seconds at first, then longer. While you wait, “I forgot my password” still works.",
        es: "No. Tras muchas contraseñas incorrectas hay que esperar, primero segundos y luego más. Mientras espera, “Olvidé mi contraseña” sigue funcionando.",
    };
    details_q = {
        pt: "Como mudo meu nome, meu idioma ou minha senha?",
        en: "How do I change my name, language or password?",
        es: "¿Cómo cambio mi nombre, mi idioma o mi contraseña?",
    };
    details_a = {
        pt: "Em “Minha conta”. Lá você também vê onde sua conta está aberta e encerra sessões. Ao trocar a senha, as outras sessões são encerradas.",
        en: "Under “My account”. There you can also see where you are signed in and end sessions. Changing the password ends your other sessions.",
        es: "En “Mi cuenta”. Allí también ve dónde está abierta su cuenta y cierra sesiones. Al cambiar la contraseña, se cierran las demás sesiones.",
    };
}

texts! {
    group = { pt: "Grupo de permissões", en: "Permission group", es: "Grupo de permisos" };
    group_q = {
        pt: "O que é um grupo de permissões?",
        en: "What is a permission group?",
        es: "¿Qué es un grupo de permisos?",
    };
    group_a = {
        pt: "São as pessoas de uma empresa que compartilham o acesso ao que ela contratou. O grupo tem razão social, CNPJ, nome, e-mail e telefone, e você o cria no meio da sua primeira solicitação. Uma empresa pode ter vários, um por área, por exemplo.",
        en: "The people of a company who share access to what it contracted. A group has a legal name, CNPJ, name, e-mail and phone, and you create it in the course of your first request. A company may have several, for example one for each department.",
        es: "Son las personas de una empresa que comparten el acceso a lo que esta contrató. El grupo tiene razón social, CNPJ, nombre, correo y teléfono, y usted lo crea durante su primera solicitud. Una empresa puede tener varios, por ejemplo uno por área.",
    };
    members_q = {
        pt: "Quem do grupo vê e troca as chaves?",
        en: "Who in the group can see and change keys?",
        es: "¿Quién del grupo ve y cambia las claves?",
    };
    members_a = {
        pt: "Quem é do grupo vê as aplicações e pode revelar as chaves; cada revelação fica registrada. Só o dono do grupo cria e revoga chaves secretas.",
        en: "Everybody in the group sees the applications and may reveal the keys; each time is recorded. Only the group's owner creates and revokes secret keys.",
        es: "Quien pertenece al grupo ve las aplicaciones y puede revelar las claves; cada vez queda registrada. Solo el dueño del grupo crea y revoca claves secretas.",
    };
    group_mail_q = {
        pt: "Para que serve o e-mail do grupo?",
        en: "What is the group's e-mail for?",
        es: "¿Para qué sirve el correo del grupo?",
    };
    group_mail_a = {
        pt: "Para os avisos que interessam à equipe toda: chaves criadas, revogadas ou perto de expirar, cota do Trial no fim, acesso suspenso. Até que alguém confirme o endereço, pelo link que mandamos a ele, quem os recebe é o dono do grupo.",
        en: "For notices that concern the whole team: keys created, revoked or about to expire, a Trial quota running out, suspended access. Until somebody confirms the address, by the link we send to it, the group's owner gets them.",
        es: "Para los avisos que interesan a todo el equipo: claves creadas, revocadas o por caducar, cuota del Trial por agotarse, acceso suspendido. Hasta que alguien confirme la dirección, con el enlace que mandamos a ella, los recibe el dueño del grupo.",
    };
}

texts! {
    application = { pt: "Aplicação e planos", en: "Application and plans", es: "Aplicación y planes" };
    request_q = { pt: "Como peço acesso a uma API?", en: "How do I request access to an API?", es: "¿Cómo pido acceso a una API?" };
    request_a = {
        pt: "No catálogo, abra a API, escolha o plano e siga os passos: grupo de permissões, aplicação e revisão. O que você preenche fica guardado, e dá para continuar depois ou em outro aparelho.",
        en: "In the catalogue, open the API, choose the plan and follow the steps: permission group, application and review. What you fill in is kept, so you can continue later or on another device.",
        es: "En el catálogo, abra la API, elija el plan y siga los pasos: grupo de permisos, aplicación y revisión. Lo que completa queda guardado, y puede continuar después o en otro dispositivo.",
    };
    plans_q = {
        pt: "Qual é a diferença entre Trial e Pay Per Use?",
        en: "What is the difference between Trial and Pay Per Use?",
        es: "¿Cuál es la diferencia entre Trial y Pay Per Use?",
    };
    plans_a = {
        pt: "O Trial é para testes: um número de chamadas e de dias, que a página da API mostra, com respostas do ambiente de testes. O Pay Per Use é para produção: as chamadas vão à API real e são cobradas conforme o contrato.",
        en: "Trial is for tests: a number of calls and of days, shown on the API's page, with responses from the sandbox. Pay Per Use is for production: calls go to the real API and are billed under the contract.",
        es: "El Trial es para pruebas: una cantidad de llamadas y de días, que muestra la página de la API, con respuestas del entorno de pruebas. Pay Per Use es para producción: las llamadas van a la API real y se cobran según el contrato.",
    };
    decision_q = {
        pt: "Quem decide sobre minha solicitação, e como fico sabendo?",
        en: "Who decides on my request, and how will I know?",
        es: "¿Quién decide sobre mi solicitud y cómo me entero?",
    };
    decision_a = {
        pt: "Um gestor de contrato. A resposta chega por e-mail, e a situação está sempre em “Minhas Aplicações”. Enquanto espera, você já pode usar as chaves de teste.",
        en: "A contract manager. The answer comes by e-mail, and the status is always under “My applications”. While you wait, you can already use the test keys.",
        es: "Un gestor de contrato. La respuesta llega por correo, y el estado siempre está en “Mis aplicaciones”. Mientras espera, ya puede usar las claves de prueba.",
    };
    rejected_q = {
        pt: "Minha solicitação foi recusada. Preciso começar do zero?",
        en: "My request was rejected. Do I have to start over?",
        es: "Mi solicitud fue rechazada. ¿Tengo que empezar de cero?",
    };
    rejected_a = {
        pt: "Não. O e-mail traz o motivo; na página da solicitação, corrija o que for preciso e envie de novo, com o que já estava preenchido.",
        en: "No. The e-mail gives the reason; on the request's page, correct what is needed and send it again, with everything already filled in.",
        es: "No. El correo trae el motivo; en la página de la solicitud, corrija lo necesario y envíela de nuevo, con lo que ya estaba completado.",
    };
    upgrade_q = {
        pt: "Posso passar do Trial para o Pay Per Use sem trocar as chaves?",
        en: "Can I move from Trial to Pay Per Use without changing keys?",
        es: "¿Puedo pasar del Trial a Pay Per Use sin cambiar las claves?",
    };
    upgrade_a = {
        pt: "Sim. Na aplicação, peça “Passar para o Pay Per Use”. Se um gestor de contrato aprovar, a chave pública e as secretas continuam as mesmas.",
        en: "Yes. In the application, choose “Move to Pay Per Use”. If a contract manager approves, the public key and the secret keys stay the same.",
        es: "Sí. En la aplicación, pida “Pasar a Pay Per Use”. Si un gestor de contrato lo aprueba, la clave pública y las secretas siguen siendo las mismas.",
    };
}

texts! {
    keys = { pt: "Chaves e credencial", en: "Keys and credential", es: "Claves y credencial" };
    pair_q = {
        pt: "Qual é a diferença entre chave pública e chave secreta?",
        en: "What is the difference between the public key and the secret key?",
        es: "¿Cuál es la diferencia entre clave pública y clave secreta?",
    };
    pair_a = {
        pt: "A pública diz qual é a aplicação; a secreta prova que é ela mesma. A secreta fica no servidor da empresa, nunca em aplicativos, páginas ou mensagens. Ninguém do portal vai pedi-la a você.",
        en: "The public key says which application it is; the secret key proves it. Keep the secret key on the company's server, never in apps, pages or messages. Nobody from the portal will ever ask you for it.",
        es: "La pública dice qué aplicación es; la secreta lo prueba. La secreta queda en el servidor de la empresa, nunca en aplicaciones para usuarios, páginas o mensajes. Nadie del portal se la pedirá.",
    };
    credential_q = { pt: "O que é a credencial?", en: "What is the credential?", es: "¿Qué es la credencial?" };
    credential_a = {
        pt: "As duas chaves juntas, com dois-pontos no meio, em base64. Ao revelar as chaves, a página mostra a credencial pronta para o cabeçalho x-client-auth. Se algo não der certo, cole o cabeçalho no diagnóstico: ele diz o que está errado sem enviar nada a ninguém.",
        en: "Both keys together, with a colon between them, in base64. When you reveal the keys, the page shows the credential ready for the x-client-auth header. If something goes wrong, paste the header into the check-up: it says what is wrong and sends nothing to anyone.",
        es: "Las dos claves juntas, con dos puntos en medio, en base64. Al revelar las claves, la página muestra la credencial lista para el encabezado x-client-auth. Si algo no funciona, pegue el encabezado en el diagnóstico: dice qué está mal sin enviar nada a nadie.",
    };
    rotate_q = {
        pt: "Como troco a chave secreta sem parar meu sistema?",
        en: "How do I change the secret key without stopping my system?",
        es: "¿Cómo cambio la clave secreta sin detener mi sistema?",
    };
    rotate_a = {
        pt: "Uma aplicação pode ter até três chaves secretas ao mesmo tempo. Crie outra, use-a nos seus sistemas, veja pelos tokens pedidos que a antiga não é mais usada e então a revogue, na hora ou com prazo.",
        en: "An application may have up to three secret keys at the same time. Create another, use it in your systems, see by the tokens issued that the old one is no longer used, and then revoke it, at once or at a later time.",
        es: "Una aplicación puede tener hasta tres claves secretas a la vez. Cree otra, úsela en sus sistemas, compruebe por los tokens pedidos que la anterior ya no se usa y entonces revóquela, en el momento o con plazo.",
    };
    leak_q = { pt: "Minha chave secreta vazou. E agora?", en: "My secret key has leaked. What now?", es: "Se filtró mi clave secreta. ¿Y ahora?" };
    leak_a = {
        pt: "Revogue-a já, na página de chaves da aplicação: os tokens obtidos com ela deixam de valer logo em seguida. Depois, crie outra e avise o suporte.",
        en: "Revoke it right away, on the application's keys page: tokens obtained with it stop working immediately afterwards. Then create another and tell support.",
        es: "Revóquela ya, en la página de claves de la aplicación: los tokens obtenidos con ella dejan de ser válidos enseguida. Después, cree otra y avise a soporte.",
    };
}

texts! {
    billing = { pt: "Cobrança", en: "Billing", es: "Cobro" };
    trial_price_q = { pt: "O Trial é cobrado?", en: "Is Trial billed?", es: "¿Se cobra el Trial?" };
    trial_price_a = {
        pt: "Não, e ele não vira Pay Per Use sozinho: quando as chamadas ou os dias acabam, a API responde 429.",
        en: "No, and it never turns into Pay Per Use by itself: when the calls or the days are over, the API answers 429.",
        es: "No, y no se convierte en Pay Per Use por sí solo: cuando se acaban las llamadas o los días, la API responde 429.",
    };
    price_q = {
        pt: "Quanto custa o Pay Per Use, e onde está a fatura?",
        en: "How much does Pay Per Use cost, and where is the invoice?",
        es: "¿Cuánto cuesta Pay Per Use y dónde está la factura?",
    };
    price_a = {
        pt: "O preço e a fatura são os do contrato entre sua empresa e quem oferece a API. Este portal mede o uso, mas não emite faturas. Para falar de preços, escreva para nós.",
        en: "Price and invoice are those of the contract between your company and the provider of the API. This portal measures use but issues no invoices. To talk about prices, write to us.",
        es: "El precio y la factura son los del contrato entre su empresa y quien ofrece la API. Este portal mide el uso, pero no emite facturas. Para hablar de precios, escríbanos.",
    };
    statement_q = {
        pt: "Como confiro o uso antes da fatura?",
        en: "How do I check use before the invoice?",
        es: "¿Cómo reviso el uso antes de la factura?",
    };
    statement_a = {
        pt: "A página de uso mostra as chamadas por aplicação e por grupo, em períodos de até 90 dias, e dá para baixar os números em CSV.",
        en: "The usage page shows calls by application and by group, for periods of up to 90 days, and you can download the figures as CSV.",
        es: "La página de uso muestra las llamadas por aplicación y por grupo, en períodos de hasta 90 días, y puede descargar los números en CSV.",
    };
}

texts! {
    privacy = { pt: "Privacidade", en: "Privacy", es: "Privacidad" };
    data_q = {
        pt: "Que dados meus o portal guarda?",
        en: "What data about me does the portal keep?",
        es: "¿Qué datos míos guarda el portal?",
    };
    data_a = {
        pt: "Os da conta, os da empresa que você representa, o registro do que é feito e, das chamadas, só o necessário para explicar cada uma. O aviso de privacidade diz quais, por que e por quanto tempo. As páginas não carregam nada de outros sites.",
        en: "Your account, the company you represent, a record of what is done and, of calls, only what is needed to explain each one. The privacy notice says which, why and for how long. The pages load nothing from other sites.",
        es: "Los de la cuenta, los de la empresa que usted representa, el registro de lo que se hace y, de las llamadas, solo lo necesario para explicar cada una. El aviso de privacidad dice cuáles, por qué y por cuánto tiempo. Las páginas no cargan nada de otros sitios.",
    };
    rights_q = {
        pt: "Como corrijo, exporto ou apago meus dados?",
        en: "How do I correct, export or erase my data?",
        es: "¿Cómo corrijo, exporto o borro mis datos?",
    };
    rights_a = {
        pt: "Nome e idioma você mesmo muda em “Minha conta”. O resto, peça pelo Fale conosco.",
        en: "You can change your name and language yourself under “My account”. For the rest, ask through the contact page.",
        es: "El nombre y el idioma los cambia usted mismo en “Mi cuenta”. Lo demás, pídalo desde la página de contacto.",
    };
    staff_q = {
        pt: "O suporte vê minha senha ou minhas chaves?",
        en: "Can support see my password or my keys?",
        es: "¿Soporte ve mi contraseña o mis claves?",
    };
    staff_a = {
        pt: "Não. O suporte vê como está sua conta, encerra sessões e envia um link para você criar outra senha; nunca vê senhas nem chaves secretas.",
        en: "No. Support sees how your account stands, ends sessions and sends you a link to set another password; it never sees passwords or secret keys.",
        es: "No. Soporte ve cómo está su cuenta, cierra sesiones y le envía un enlace para crear otra contraseña; nunca ve contraseñas ni claves secretas.",
    };
}
