//! The page where anybody writes to support.

texts! {
    title = { pt: "Fale conosco", en: "Contact us", es: "Contáctenos" };
    lead = {
        pt: "Escreva ao suporte. A resposta chega por e-mail, com o número da sua mensagem.",
        en: "Write to support. The answer comes by e-mail, with the number of your message.",
        es: "Escriba a soporte. La respuesta llega por correo, con el número de su mensaje.",
    };
    name = { pt: "Nome", en: "Name", es: "Nombre" };
    email = { pt: "E-mail", en: "E-mail", es: "Correo" };
    subject = { pt: "Assunto", en: "Subject", es: "Asunto" };
    subject_hint = {
        pt: "Se a mensagem continua outra, escreva o número dela.",
        en: "If your message follows up on another, give its number.",
        es: "Si el mensaje continúa otro, escriba su número.",
    };
    text = { pt: "Mensagem", en: "Message", es: "Mensaje" };
    text_hint = {
        pt: "Nunca envie senha nem chave secreta. Para falar de uma chamada, informe o ID da transação.",
        en: "Never send a password or a secret key. To ask about a call, give its transaction ID.",
        es: "Nunca envíe una contraseña ni una clave secreta. Para hablar de una llamada, indique el ID de la transacción.",
    };
    leave_empty = {
        pt: "Deixe este campo em branco: ele só serve para barrar robôs",
        en: "Leave this field empty: it only serves to stop robots",
        es: "Deje este campo en blanco: solo sirve para frenar robots",
    };
    submit = { pt: "Enviar mensagem", en: "Send message", es: "Enviar mensaje" };
    privacy = {
        pt: "Usamos estes dados só para responder. Veja o",
        en: "We use this data only to answer you. See the",
        es: "Usamos estos datos solo para responder. Vea el",
    };

    other_ways = { pt: "Outras formas de ajuda", en: "Other ways to get help", es: "Otras formas de ayuda" };
    questions = {
        pt: "A resposta pode já estar lá: conta, grupo, chaves, chamadas e cobrança.",
        en: "The answer may be there already: account, group, keys, calls and billing.",
        es: "La respuesta quizá ya esté allí: cuenta, grupo, claves, llamadas y cobro.",
    };
    see_questions = { pt: "Ver as perguntas", en: "See the questions", es: "Ver las preguntas" };
    channels = { pt: "Outros canais", en: "Other channels", es: "Otros canales" };

    unlikely_title = { pt: "Envie mais uma vez", en: "Please send it once more", es: "Envíelo una vez más" };
    unlikely = {
        pt: "Não deu para confirmar que uma pessoa preencheu o formulário. O que você escreveu continua abaixo: confira e envie de novo.",
        en: "We could not confirm that a person filled in the form. What you wrote is still below: check it and send it again.",
        es: "No se pudo confirmar que una persona completó el formulario. Lo que escribió sigue abajo: revíselo y envíelo de nuevo.",
    };
    throttled(wait) = {
        pt: "Recebemos muitas mensagens suas ou da sua rede, e esta não foi enviada. O que você escreveu continua abaixo; tente de novo em {wait}.",
        en: "We received many messages from you or your network, and this one was not sent. What you wrote is still below; try again in {wait}.",
        es: "Recibimos muchos mensajes de usted o de su red, y este no se envió. Lo que escribió sigue abajo; inténtelo de nuevo en {wait}.",
    };

    sent_title = { pt: "Recebemos sua mensagem", en: "We received your message", es: "Recibimos su mensaje" };
    sent_title_with(number) = {
        pt: "Recebemos sua mensagem, número {number}",
        en: "We received your message, number {number}",
        es: "Recibimos su mensaje, número {number}",
    };
    sent = {
        pt: "O suporte responde por e-mail. Guarde o número: com ele, encontramos sua mensagem.",
        en: "Support will answer by e-mail. Keep the number: we find your message by it.",
        es: "Soporte responde por correo. Guarde el número: con él encontramos su mensaje.",
    };
    sent_hint = {
        pt: "Também enviamos uma confirmação por e-mail, exceto se você já recebeu várias há pouco. Se ela não chegar, veja a caixa de spam.",
        en: "We also send a confirmation by e-mail, unless you got several a little while ago. If it does not arrive, look in your spam folder.",
        es: "También enviamos una confirmación por correo, salvo que haya recibido varias hace poco. Si no llega, mire la carpeta de spam.",
    };
    go_home = { pt: "Ir para o início", en: "Go to the home page", es: "Ir al inicio" };
}
