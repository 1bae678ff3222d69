//! Mails about a message to support, to support and to whoever wrote it.

texts! {
    arrived_subject(number, about) = {
        pt: "Mensagem {number}: {about}",
        en: "Message {number}: {about}",
        es: "Mensaje {number}: {about}",
    };
    arrived_heading = {
        pt: "Chegou uma mensagem para o suporte",
        en: "A message came in for support",
        es: "Llegó un mensaje para soporte",
    };
    arrived_intro(sender, address) = {
        pt: "{sender} ({address}) escreveu pelo Fale conosco.",
        en: "{sender} ({address}) wrote through the contact page.",
        es: "{sender} ({address}) escribió desde la página de contacto.",
    };
    arrived_button = { pt: "Abrir a mensagem", en: "Open the message", es: "Abrir el mensaje" };
    arrived_answer = {
        pt: "Responda pelo portal, para que a resposta fique no histórico. Quem responde a este e-mail escreve direto a quem perguntou, e o portal não fica sabendo.",
        en: "Answer in the portal, so that the answer is kept in the history. Replying to this e-mail writes directly to the sender, and the portal will not know of it.",
        es: "Responda desde el portal, para que la respuesta quede en el historial. Si responde a este correo, escribe directamente a quien preguntó y el portal no se entera.",
    };

    more_arrived_subject = {
        pt: "Mais mensagens para o suporte",
        en: "More messages for support",
        es: "Más mensajes para soporte",
    };
    more_arrived_intro = {
        pt: "Várias mensagens chegaram em pouco tempo, por isso esta vale por todas. Veja na lista as que estão abertas.",
        en: "Several messages came in within a short time, so this one covers all of them. See which ones are open in the list.",
        es: "Llegaron varios mensajes en poco tiempo, por eso este vale por todos. Vea en la lista los que están abiertos.",
    };
    more_arrived_button = { pt: "Abrir a lista", en: "Open the list", es: "Abrir la lista" };

    message_received_subject(number) = {
        pt: "Recebemos sua mensagem {number}",
        en: "We received your message {number}",
        es: "Recibimos su mensaje {number}",
    };
    message_received_heading = {
        pt: "Recebemos sua mensagem",
        en: "We received your message",
        es: "Recibimos su mensaje",
    };
    message_received_intro(number) = {
        pt: "Sua mensagem ao suporte tem o número {number}. A resposta chega neste endereço.",
        en: "Your message to support has the number {number}. The answer will come to this address.",
        es: "Su mensaje a soporte tiene el número {number}. La respuesta llegará a esta dirección.",
    };
    message_received_not_you = {
        pt: "Se não foi você que escreveu, ignore esta mensagem: alguém digitou seu endereço por engano.",
        en: "If it was not you who wrote to us, ignore this message: somebody typed your address by mistake.",
        es: "Si no fue usted quien nos escribió, ignore este mensaje: alguien escribió su dirección por error.",
    };
    message_more(number) = {
        pt: "Para acrescentar algo, escreva de novo e mencione o número {number}:",
        en: "To add something, write to us again and mention the number {number}:",
        es: "Para agregar algo, escríbanos de nuevo y mencione el número {number}:",
    };
    message_reply = {
        pt: "Para acrescentar algo, responda a este e-mail ou escreva de novo pelo portal:",
        en: "To add something, reply to this e-mail or write again through the portal:",
        es: "Para agregar algo, responda a este correo o escriba de nuevo desde el portal:",
    };
    message_button = { pt: "Escrever de novo", en: "Write again", es: "Escribir de nuevo" };

    answered_subject(number) = {
        pt: "Resposta à sua mensagem {number}",
        en: "Answer to your message {number}",
        es: "Respuesta a su mensaje {number}",
    };
    answered_heading = {
        pt: "O suporte respondeu",
        en: "Support has answered",
        es: "Soporte respondió",
    };
    answered_by(brand) = {
        pt: "Enviada pelo suporte do portal {brand}.",
        en: "Sent by support at {brand}.",
        es: "Enviado por soporte de {brand}.",
    };
    your_message = { pt: "Sua mensagem", en: "Your message", es: "Su mensaje" };
    your_message_of(date) = {
        pt: "Sua mensagem de {date}",
        en: "Your message of {date}",
        es: "Su mensaje del {date}",
    };
    our_answer_of(date) = {
        pt: "Nossa resposta de {date}",
        en: "Our answer of {date}",
        es: "Nuestra respuesta del {date}",
    };
}
