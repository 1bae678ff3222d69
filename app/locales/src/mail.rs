//! The mails: subjects, headings, paragraphs and buttons.

texts! {
    greeting(name) = { pt: "Olá, {name}.", en: "Hello, {name}.", es: "Hola, {name}." };
    link_good_for(time) = {
        pt: "O link vale por {time} e só pode ser usado uma vez.",
        en: "The link is valid for {time} and works only once.",
        es: "El enlace es válido durante {time} y solo se puede usar una vez.",
    };
    copy_address = {
        pt: "Se o botão não funcionar, copie este endereço e cole no navegador:",
        en: "If the button does not work, copy this address and paste it into your browser:",
        es: "Si el botón no funciona, copie esta dirección y péguela en el navegador:",
    };
    automatic(brand) = {
        pt: "Mensagem automática do portal {brand}.",
        en: "Sent automatically by {brand}.",
        es: "Mensaje automático de {brand}.",
    };
    one_hour = { pt: "1 hora", en: "1 hour", es: "1 hora" };
    hours(count) = { pt: "{count} horas", en: "{count} hours", es: "{count} horas" };
    one_minute = { pt: "1 minuto", en: "1 minute", es: "1 minuto" };
    days(count) = { pt: "{count} dias", en: "{count} days", es: "{count} días" };
    minutes(count) = { pt: "{count} minutos", en: "{count} minutes", es: "{count} minutos" };

    registration_subject = {
        pt: "Confirme seu e-mail e crie sua senha",
        en: "Confirm your e-mail address and set your password",
        es: "Confirme su correo y cree su contraseña",
    };
    registration_heading = {
        pt: "Confirme seu e-mail",
        en: "Confirm your e-mail address",
        es: "Confirme su correo",
    };
    registration_intro(brand) = {
        pt: "Alguém se cadastrou no portal {brand} com este endereço. Para confirmar que ele é seu, abra a página abaixo e pressione Entrar. Em seguida, você cria sua senha.",
        en: "Someone signed up for {brand} with this address. To confirm that it is yours, open the page below and press Sign in. You will then set your password.",
        es: "Alguien se registró en {brand} con esta dirección. Para confirmar que es suya, abra la página de abajo y pulse Iniciar sesión. A continuación, cree su contraseña.",
    };
    registration_button = {
        pt: "Confirmar e criar senha",
        en: "Confirm and set password",
        es: "Confirmar y crear contraseña",
    };
    registration_not_you = {
        pt: "Se não foi você, ignore esta mensagem: sem a confirmação, ninguém entra com este endereço.",
        en: "If this was not you, ignore this message: without the confirmation, nobody can sign in with this address.",
        es: "Si no fue usted, ignore este mensaje: sin la confirmación, nadie entra con esta dirección.",
    };

    reset_subject = {
        pt: "Crie uma nova senha",
        en: "Set a new password",
        es: "Cree una contraseña nueva",
    };
    reset_intro(brand) = {
        pt: "Recebemos um pedido de nova senha para sua conta no portal {brand}. Para criá-la, abra a página abaixo e pressione Entrar.",
        en: "We received a request for a new password for your {brand} account. To set it, open the page below and press Sign in.",
        es: "Recibimos una solicitud de contraseña nueva para su cuenta en {brand}. Para crearla, abra la página de abajo y pulse Iniciar sesión.",
    };
    reset_button = {
        pt: "Criar nova senha",
        en: "Set new password",
        es: "Crear contraseña nueva",
    };
    reset_not_you = {
        pt: "Se não foi você, ignore esta mensagem: sua senha continua a mesma.",
        en: "If this was not you, ignore this message: your password stays as it is.",
        es: "Si no fue usted, ignore este mensaje: su contraseña sigue siendo la misma.",
    };

    registered_subject = {
        pt: "Você já tem uma conta",
        en: "You already have an account",
        es: "Usted ya tiene una cuenta",
    };
    registered_intro(brand) = {
        pt: "Alguém se cadastrou no portal {brand} com este endereço, que já tem uma conta. Se foi você, é só entrar com sua senha.",
        en: "Someone signed up for {brand} with this address, which already has an account. If it was you, just sign in with your password.",
        es: "Alguien se registró en {brand} con esta dirección, que ya tiene una cuenta. Si fue usted, solo tiene que iniciar sesión con su contraseña.",
    };
    registered_button = { pt: "Entrar", en: "Sign in", es: "Iniciar sesión" };
    registered_forgotten = {
        pt: "Esqueceu a senha? Crie outra aqui:",
        en: "Forgot your password? Set a new one here:",
        es: "¿Olvidó su contraseña? Cree otra aquí:",
    };
    registered_not_you = {
        pt: "Se não foi você, ignore esta mensagem: nada mudou na sua conta.",
        en: "If this was not you, ignore this message: nothing has changed in your account.",
        es: "Si no fue usted, ignore este mensaje: nada cambió en su cuenta.",
    };

    roles_subject = {
        pt: "Seus papéis mudaram",
        en: "Your roles have changed",
        es: "Sus roles cambiaron",
    };
    roles_intro(brand) = {
        pt: "A administração do portal {brand} mudou o que sua conta pode fazer. A mudança já está em vigor.",
        en: "An administrator of {brand} changed what your account may do. The change is already in effect.",
        es: "La administración de {brand} cambió lo que su cuenta puede hacer. El cambio ya está en vigor.",
    };
    roles_before(roles) = { pt: "Antes: {roles}.", en: "Before: {roles}.", es: "Antes: {roles}." };
    roles_after(roles) = { pt: "Agora: {roles}.", en: "Now: {roles}.", es: "Ahora: {roles}." };
    roles_button = { pt: "Abrir o portal", en: "Open the portal", es: "Abrir el portal" };
    roles_none = { pt: "nenhum papel", en: "no role", es: "ningún rol" };
    roles_unexpected = {
        pt: "Se você não esperava por isso, avise a administração.",
        en: "If you did not expect this, tell an administrator.",
        es: "Si no lo esperaba, avise a la administración.",
    };

    password_subject = {
        pt: "Sua senha foi alterada",
        en: "Your password was changed",
        es: "Se cambió su contraseña",
    };
    password_intro(brand) = {
        pt: "A senha da sua conta no portal {brand} acaba de ser alterada. As outras sessões foram encerradas e os links enviados antes deixaram de valer.",
        en: "The password for your {brand} account has just been changed. Your other sessions were ended, and links sent earlier are no longer valid.",
        es: "Se acaba de cambiar la contraseña de su cuenta en {brand}. Se cerraron las demás sesiones y los enlaces enviados antes ya no son válidos.",
    };
    password_you = {
        pt: "Se foi você, não precisa fazer nada.",
        en: "If it was you, there is nothing to do.",
        es: "Si fue usted, no tiene que hacer nada.",
    };
    password_not_you = {
        pt: "Se não foi você, crie outra senha agora: isso encerra as sessões abertas com a atual.",
        en: "If it was not you, set another password now: that ends every session opened with the current one.",
        es: "Si no fue usted, cree otra contraseña ahora: eso cierra las sesiones abiertas con la actual.",
    };
    password_button = {
        pt: "Criar outra senha",
        en: "Set another password",
        es: "Crear otra contraseña",
    };

    received_subject(number) = {
        pt: "Recebemos sua solicitação {number}",
        en: "We received your request {number}",
        es: "Recibimos su solicitud {number}",
    };
    received_heading = {
        pt: "Recebemos sua solicitação",
        en: "We received your request",
        es: "Recibimos su solicitud",
    };
    received_intro(api) = {
        pt: "Sua solicitação de acesso à API {api} aguarda a decisão de um gestor de contrato. Você receberá a resposta por e-mail.",
        en: "Your request for access to the {api} API is waiting for a contract manager's decision. You will get the answer by e-mail.",
        es: "Su solicitud de acceso a la API {api} espera la decisión de un gestor de contrato. Usted recibirá la respuesta por correo.",
    };
    received_button = {
        pt: "Acompanhar solicitação",
        en: "Follow the request",
        es: "Seguir la solicitud",
    };

    more_awaited_subject = {
        pt: "Mais solicitações aguardam decisão",
        en: "More requests await a decision",
        es: "Más solicitudes esperan una decisión",
    };
    more_awaited_intro = {
        pt: "Várias solicitações chegaram em pouco tempo, por isso esta mensagem vale por todas. Veja na fila as que aguardam decisão.",
        en: "Several requests came in within a short time, so this one message covers all of them. See which ones await a decision in the queue.",
        es: "Llegaron varias solicitudes en poco tiempo, por eso este mensaje vale por todas. Vea en la cola las que esperan una decisión.",
    };
    more_awaited_button = { pt: "Abrir a fila", en: "Open the queue", es: "Abrir la cola" };
    awaited_subject(number) = {
        pt: "Solicitação {number} aguarda decisão",
        en: "Request {number} awaits a decision",
        es: "La solicitud {number} espera una decisión",
    };
    awaited_heading = {
        pt: "Uma solicitação aguarda decisão",
        en: "A request awaits a decision",
        es: "Una solicitud espera una decisión",
    };
    awaited_intro(applicant, api) = {
        pt: "{applicant} pediu acesso à API {api}.",
        en: "{applicant} requested access to the {api} API.",
        es: "{applicant} pidió acceso a la API {api}.",
    };
    awaited_button = {
        pt: "Analisar solicitação",
        en: "Review the request",
        es: "Analizar la solicitud",
    };
    awaited_others = {
        pt: "Se outro gestor decidir antes, a página mostra a decisão.",
        en: "If another manager decides first, the page shows the decision.",
        es: "Si otro gestor decide antes, la página muestra la decisión.",
    };

    approved_subject(number) = {
        pt: "Solicitação {number} aprovada",
        en: "Request {number} approved",
        es: "Solicitud {number} aprobada",
    };
    approved_heading = {
        pt: "Sua solicitação foi aprovada",
        en: "Your request was approved",
        es: "Su solicitud fue aprobada",
    };
    approved_intro(api) = {
        pt: "Seu acesso à API {api} está liberado. A chave pública e a chave secreta estão na página da aplicação.",
        en: "You now have access to the {api} API. The public key and the secret key are on the application's page.",
        es: "Su acceso a la API {api} está habilitado. La clave pública y la clave secreta están en la página de la aplicación.",
    };
    approved_button = { pt: "Ver as chaves", en: "See the keys", es: "Ver las claves" };
    approved_never = {
        pt: "Chaves nunca são enviadas por e-mail. Se alguém pedir as suas por mensagem, não responda.",
        en: "Keys are never sent by e-mail. If anyone asks for yours in a message, do not answer.",
        es: "Las claves nunca se envían por correo. Si alguien le pide las suyas por mensaje, no responda.",
    };

    rejected_subject(number) = {
        pt: "Solicitação {number} recusada",
        en: "Request {number} rejected",
        es: "Solicitud {number} rechazada",
    };
    rejected_heading = {
        pt: "Sua solicitação foi recusada",
        en: "Your request was rejected",
        es: "Su solicitud fue rechazada",
    };
    rejected_intro(api) = {
        pt: "O gestor de contrato analisou sua solicitação de acesso à API {api} e a recusou.",
        en: "The contract manager reviewed your request for access to the {api} API and rejected it.",
        es: "El gestor de contrato analizó su solicitud de acceso a la API {api} y la rechazó.",
    };
    rejected_next = {
        pt: "Você pode corrigir e enviar de novo: o que já preencheu está guardado.",
        en: "You can correct it and send it again: what you filled in has been kept.",
        es: "Puede corregirla y enviarla de nuevo: lo que ya completó está guardado.",
    };
    rejected_button = {
        pt: "Corrigir solicitação",
        en: "Correct the request",
        es: "Corregir la solicitud",
    };
    reason = { pt: "Motivo", en: "Reason", es: "Motivo" };
    remark = {
        pt: "Observação do gestor",
        en: "Manager's note",
        es: "Observación del gestor",
    };

    cancelled_subject(number) = {
        pt: "Solicitação {number} cancelada",
        en: "Request {number} cancelled",
        es: "Solicitud {number} cancelada",
    };
    cancelled_heading = {
        pt: "Sua solicitação foi cancelada",
        en: "Your request was cancelled",
        es: "Su solicitud fue cancelada",
    };
    cancelled_intro(api) = {
        pt: "Você cancelou sua solicitação de acesso à API {api}. Ela não será mais analisada.",
        en: "You cancelled your request for access to the {api} API. It will not be reviewed.",
        es: "Usted canceló su solicitud de acceso a la API {api}. Ya no se analizará.",
    };
    cancelled_next = {
        pt: "Se ainda precisar da API, faça outra solicitação.",
        en: "If you still need the API, send another request.",
        es: "Si aún necesita la API, haga otra solicitud.",
    };
    cancelled_button = {
        pt: "Ver solicitação",
        en: "See the request",
        es: "Ver la solicitud",
    };

    fact_request = { pt: "Solicitação", en: "Request", es: "Solicitud" };
    fact_api = { pt: "API", en: "API", es: "API" };
    fact_plan = { pt: "Plano", en: "Plan", es: "Plan" };
    fact_application = { pt: "Aplicação", en: "Application", es: "Aplicación" };
    fact_group = { pt: "Grupo de permissões", en: "Permission group", es: "Grupo de permisos" };
    fact_company = { pt: "Empresa", en: "Company", es: "Empresa" };

    test_subject = { pt: "Mensagem de teste", en: "Test message", es: "Mensaje de prueba" };
    test_heading = {
        pt: "O envio de e-mail funciona",
        en: "E-mail delivery works",
        es: "El envío de correo funciona",
    };
    test_intro(brand) = {
        pt: "Esta mensagem saiu do servidor do portal {brand} e chegou até você. Os links das mensagens começam com o endereço abaixo; confira se ele está certo.",
        en: "This message left the {brand} server and reached you. Links in messages start with the address below; check that it is right.",
        es: "Este mensaje salió del servidor de {brand} y llegó hasta usted. Los enlaces de los mensajes comienzan con la dirección de abajo; compruebe que sea correcta.",
    };
    test_button(brand) = { pt: "Abrir {brand}", en: "Open {brand}", es: "Abrir {brand}" };
}
