//! Signing in, and asking for a link when the password is forgotten.

texts! {
    title = { pt: "Entrar", en: "Sign in", es: "Iniciar sesión" };
    to_request = {
        pt: "Para solicitar esta API, entre ou crie sua conta.",
        en: "To request this API, sign in or create your account.",
        es: "Para solicitar esta API, inicie sesión o cree su cuenta.",
    };
    email = { pt: "E-mail", en: "E-mail", es: "Correo" };
    password = { pt: "Senha", en: "Password", es: "Contraseña" };
    submit = { pt: "Entrar", en: "Sign in", es: "Iniciar sesión" };
    no_account = { pt: "Ainda não tem conta?", en: "No account yet?", es: "¿Aún no tiene cuenta?" };

    refused_title = { pt: "Não foi possível entrar", en: "We could not sign you in", es: "No se pudo iniciar sesión" };
    refused = {
        pt: "O e-mail ou a senha estão incorretos. Confira os dois e tente de novo.",
        en: "The e-mail or the password is incorrect. Check both and try again.",
        es: "El correo o la contraseña son incorrectos. Revise los dos e inténtelo de nuevo.",
    };
    throttled_title = { pt: "Espere um pouco", en: "Wait a little", es: "Espere un poco" };
    throttled(wait) = {
        pt: "Houve muitas tentativas seguidas. Tente de novo em {wait}. Enquanto isso, “Esqueci minha senha” continua funcionando.",
        en: "There were too many attempts in a row. Try again in {wait}. Meanwhile, “I forgot my password” still works.",
        es: "Hubo muchos intentos seguidos. Inténtelo de nuevo en {wait}. Mientras tanto, “Olvidé mi contraseña” sigue funcionando.",
    };
    forms_throttled(wait) = {
        pt: "Recebemos muitos envios da sua rede, e este não foi processado. Tente de novo em {wait}.",
        en: "We received many submissions from your network, and this one was not processed. Try again in {wait}.",
        es: "Recibimos muchos envíos desde su red y este no se procesó. Inténtelo de nuevo en {wait}.",
    };

    forgotten_title = { pt: "Esqueci minha senha", en: "I forgot my password", es: "Olvidé mi contraseña" };
    forgotten_lead = {
        pt: "Informe o e-mail da sua conta, e enviaremos um link para você criar uma nova senha.",
        en: "Enter the e-mail address of your account and we will send you a link to set a new password.",
        es: "Indique el correo de su cuenta y le enviaremos un enlace para crear una contraseña nueva.",
    };
    forgotten_submit = { pt: "Enviar link", en: "Send link", es: "Enviar enlace" };
    back_to_sign_in = { pt: "Voltar à página de entrada", en: "Back to sign-in", es: "Volver al inicio de sesión" };
    forgotten_sent_title = { pt: "Link a caminho", en: "The link is on its way", es: "El enlace está en camino" };
    forgotten_sent = {
        pt: "Se houver uma conta com esse e-mail, a mensagem chega em instantes. Abra o link que está nela para criar a senha.",
        en: "If there is an account with that e-mail, the message will arrive within moments. Open the link in it to set the password.",
        es: "Si hay una cuenta con ese correo, el mensaje llega en unos instantes. Abra el enlace que contiene para crear la contraseña.",
    };
    forgotten_sent_hint = {
        pt: "Não chegou? Veja a caixa de spam e confira se o e-mail é o da conta. Se você já pediu um link há pouco, use o da mensagem anterior: entre um pedido e outro é preciso esperar pelo menos um minuto, e a espera aumenta a cada vez, até uma hora.",
        en: "Nothing there? Look in your spam folder and check that you entered the e-mail address of your account. If you requested a link a little while ago, use the one in the earlier message: you have to wait at least a minute between requests, and the wait grows each time, up to an hour.",
        es: "¿No llegó? Mire la carpeta de spam y compruebe que el correo sea el de la cuenta. Si ya pidió un enlace hace poco, use el del mensaje anterior: entre una solicitud y otra hay que esperar al menos un minuto, y la espera aumenta cada vez, hasta una hora.",
    };
    ask_again = { pt: "Pedir de novo", en: "Request again", es: "Pedir de nuevo" };
}
