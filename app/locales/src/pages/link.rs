//! The page that a one-time link opens.

texts! {
    registration_title = { pt: "Confirme seu e-mail", en: "Confirm your e-mail", es: "Confirme su correo" };
    reset_title = { pt: "Crie uma nova senha", en: "Set a new password", es: "Cree una contraseña nueva" };
    greeting(name) = { pt: "Olá, {name}", en: "Hello, {name}", es: "Hola, {name}" };
    registration_next = {
        pt: "Pressione Entrar para confirmar que este e-mail é seu. Em seguida, você cria sua senha.",
        en: "Press Sign in to confirm that this e-mail is yours. Next, you will set your password.",
        es: "Pulse Iniciar sesión para confirmar que este correo es suyo. A continuación, cree su contraseña.",
    };
    reset_next = {
        pt: "Pressione Entrar para continuar. Em seguida, você cria uma nova senha; até lá, a atual continua valendo.",
        en: "Press Sign in to continue. Next, you will set a new password; until then, the current one still works.",
        es: "Pulse Iniciar sesión para continuar. A continuación, cree una contraseña nueva; hasta entonces, la actual sigue siendo válida.",
    };
    once = {
        pt: "O link só pode ser usado uma vez: ele é consumido quando você pressiona o botão, não quando a página abre.",
        en: "The link works only once: it is used up when you press the button, not when the page opens.",
        es: "El enlace solo se puede usar una vez: se consume cuando usted pulsa el botón, no cuando se abre la página.",
    };
    enter = { pt: "Entrar", en: "Sign in", es: "Iniciar sesión" };

    used_title = { pt: "Este link não vale mais", en: "This link is no longer valid", es: "Este enlace ya no es válido" };
    used = {
        pt: "Ele já foi usado ou foi substituído por um mais novo. Se você já criou a senha, entre com ela; se não, peça outro link.",
        en: "It has been used or was replaced by a newer one. If you have set your password, sign in with it; if not, request another link.",
        es: "Ya se usó o fue sustituido por uno más nuevo. Si ya creó la contraseña, inicie sesión con ella; si no, pida otro enlace.",
    };
    expired_title = {
        pt: "Este link expirou",
        en: "This link has expired",
        es: "Este enlace caducó",
    };
    expired = {
        pt: "Por segurança, os links são válidos por pouco tempo. Peça outro: ele chega ao mesmo e-mail em instantes.",
        en: "For your security, links are valid only for a short time. Request another: it will arrive at the same address within moments.",
        es: "Por seguridad, los enlaces son válidos durante poco tiempo. Pida otro: llega al mismo correo en unos instantes.",
    };
    another = { pt: "Receber outro link", en: "Receive another link", es: "Recibir otro enlace" };

    unknown_title = {
        pt: "Não reconhecemos este link",
        en: "We do not recognise this link",
        es: "No reconocemos este enlace",
    };
    unknown = {
        pt: "O endereço pode ter sido cortado ao copiar. Abra o link direto da mensagem ou peça outro com seu e-mail.",
        en: "The address may have been cut off when it was copied. Open the link straight from the message, or request another with your e-mail.",
        es: "La dirección puede haberse cortado al copiarla. Abra el enlace directamente desde el mensaje o pida otro con su correo.",
    };
    ask_with_email = {
        pt: "Pedir outro link",
        en: "Request another link",
        es: "Pedir otro enlace",
    };

    renewed_title = { pt: "Outro link a caminho", en: "Another link is on its way", es: "Otro enlace en camino" };
    renewed = {
        pt: "Uma nova mensagem chega em instantes ao mesmo e-mail.",
        en: "A new message will arrive at the same address within moments.",
        es: "Un nuevo mensaje llega en unos instantes al mismo correo.",
    };
    renewed_hint = {
        pt: "Se não chegar em alguns minutos, veja a caixa de spam ou peça o link com seu e-mail.",
        en: "If it does not arrive within a few minutes, look in your spam folder or request the link with your e-mail.",
        es: "Si no llega en unos minutos, mire la carpeta de spam o pida el enlace con su correo.",
    };

    not_yet_title = {
        pt: "Já enviamos um link há pouco",
        en: "We sent a link a little while ago",
        es: "Ya enviamos un enlace hace poco",
    };
    not_yet(wait) = {
        pt: "Ele foi para o mesmo e-mail: procure-o na caixa de entrada e na de spam. Se não o encontrar, você pode pedir outro em {wait}.",
        en: "It went to the same e-mail: look for it in your inbox and your spam folder. If you cannot find it, you can request another in {wait}.",
        es: "Fue al mismo correo: búsquelo en la bandeja de entrada y en la de spam. Si no lo encuentra, puede pedir otro en {wait}.",
    };
}
