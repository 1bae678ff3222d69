//! The pages where support answers messages.

texts! {
    title = { pt: "Mensagens", en: "Messages", es: "Mensajes" };
    title_with(count) = { pt: "Mensagens ({count})", en: "Messages ({count})", es: "Mensajes ({count})" };
    title_with_many(count) = {
        pt: "Mensagens (mais de {count})",
        en: "Messages (over {count})",
        es: "Mensajes (más de {count})",
    };
    title_of(number) = { pt: "Mensagem {number}", en: "Message {number}", es: "Mensaje {number}" };
    lead = {
        pt: "O que chegou pelo Fale conosco. Assuma uma mensagem para que ninguém responda em dobro.",
        en: "What came in through the contact page. Take a message so that nobody answers it twice.",
        es: "Lo que llegó desde la página de contacto. Asuma un mensaje para que nadie responda dos veces.",
    };
    search = {
        pt: "Número, pessoa, e-mail ou texto",
        en: "Number, person, e-mail or text",
        es: "Número, persona, correo o texto",
    };
    listed = { pt: "Mostrar", en: "Show", es: "Mostrar" };
    open = { pt: "Abertas", en: "Open", es: "Abiertos" };
    mine = { pt: "Minhas", en: "Mine", es: "Míos" };
    closed = { pt: "Encerradas", en: "Closed", es: "Cerrados" };

    none_title = { pt: "Nenhuma mensagem encontrada", en: "No message found", es: "No se encontró ningún mensaje" };
    none = {
        pt: "Confira a grafia, busque só uma parte ou procure em outra lista.",
        en: "Check the spelling, search for only a part, or look in another list.",
        es: "Revise la ortografía, busque solo una parte o busque en otra lista.",
    };
    none_open_title = { pt: "Tudo respondido", en: "All answered", es: "Todo respondido" };
    none_open = {
        pt: "Nenhuma mensagem aberta no momento.",
        en: "There is no open message at the moment.",
        es: "No hay ningún mensaje abierto en este momento.",
    };
    none_mine_title = { pt: "Nada com você", en: "Nothing of yours", es: "Nada a su cargo" };
    none_mine = {
        pt: "Assuma uma das mensagens abertas, e ela aparece aqui.",
        en: "Take one of the open messages, and it will appear here.",
        es: "Asuma uno de los mensajes abiertos y aparecerá aquí.",
    };
    none_closed_title = { pt: "Nenhuma mensagem encerrada", en: "No closed message", es: "Ningún mensaje cerrado" };
    none_closed = {
        pt: "As mensagens encerradas ficam aqui por um ano.",
        en: "Closed messages stay here for a year.",
        es: "Los mensajes cerrados quedan aquí durante un año.",
    };

    message = { pt: "Mensagem", en: "Message", es: "Mensaje" };
    sender = { pt: "Quem escreveu", en: "Sender", es: "Quién escribió" };
    assignee = { pt: "Com quem está", en: "Assigned to", es: "A cargo de" };
    nobody = { pt: "ninguém", en: "nobody", es: "nadie" };
    sent = { pt: "Enviada", en: "Sent", es: "Enviado" };
    state_open = { pt: "Aberta", en: "Open", es: "Abierto" };
    state_closed = { pt: "Encerrada", en: "Closed", es: "Cerrado" };

    conversation = { pt: "Conversa", en: "Conversation", es: "Conversación" };
    about = { pt: "Sobre a mensagem", en: "About the message", es: "Sobre el mensaje" };
    name = { pt: "Nome", en: "Name", es: "Nombre" };
    email = { pt: "E-mail", en: "E-mail", es: "Correo" };
    language = { pt: "Idioma", en: "Language", es: "Idioma" };
    account = { pt: "Conta", en: "Account", es: "Cuenta" };
    see_account = { pt: "Ver a conta", en: "See the account", es: "Ver la cuenta" };
    wrote(name) = { pt: "{name} escreveu", en: "{name} wrote", es: "{name} escribió" };
    was_assigned = { pt: "Assumida", en: "Taken", es: "Asumido" };
    was_released = { pt: "Devolvida", en: "Given back", es: "Devuelto" };
    was_answered = { pt: "Respondida", en: "Answered", es: "Respondido" };
    was_closed = { pt: "Encerrada", en: "Closed", es: "Cerrado" };
    was_reopened = { pt: "Reaberta", en: "Opened again", es: "Reabierto" };

    care = { pt: "Atendimento", en: "Handling", es: "Atención" };
    assign = { pt: "Assumir", en: "Take it", es: "Asumir" };
    take_over = { pt: "Assumir no lugar", en: "Take it over", es: "Asumir en su lugar" };
    release = { pt: "Devolver", en: "Give it back", es: "Devolver" };
    close = { pt: "Encerrar", en: "Close", es: "Cerrar" };
    reopen = { pt: "Reabrir", en: "Open again", es: "Reabrir" };

    answer = { pt: "Resposta", en: "Answer", es: "Respuesta" };
    answer_text = { pt: "Sua resposta", en: "Your answer", es: "Su respuesta" };
    answer_hint(language) = {
        pt: "Vai por e-mail, com a conversa até aqui. Quem escreveu lê em: {language}.",
        en: "It goes out by e-mail, with the conversation so far. The sender reads: {language}.",
        es: "Se envía por correo, con la conversación hasta aquí. Quien escribió lee en: {language}.",
    };
    send = { pt: "Responder", en: "Answer", es: "Responder" };
    send_and_close = { pt: "Responder e encerrar", en: "Answer and close", es: "Responder y cerrar" };
    closed_hint = {
        pt: "A mensagem está encerrada. Reabra para responder.",
        en: "The message is closed. Open it again to answer.",
        es: "El mensaje está cerrado. Reábralo para responder.",
    };
    unsent = {
        pt: "Sua resposta, que não foi enviada:",
        en: "Your answer, which was not sent:",
        es: "Su respuesta, que no se envió:",
    };
    changed_title = {
        pt: "Outra pessoa mexeu nesta mensagem antes",
        en: "Somebody else changed this message first",
        es: "Otra persona cambió este mensaje antes",
    };
    changed_answer = {
        pt: "Sua resposta não foi enviada e continua abaixo. Veja como a mensagem está agora.",
        en: "Your answer was not sent and is still below. See how the message stands now.",
        es: "Su respuesta no se envió y sigue abajo. Vea cómo está el mensaje ahora.",
    };

    assigned = { pt: "A mensagem está com você.", en: "The message is yours.", es: "El mensaje está a su cargo." };
    released = { pt: "A mensagem não está mais com você.", en: "The message is no longer yours.", es: "El mensaje ya no está a su cargo." };
    answered = { pt: "Resposta a caminho.", en: "The answer is on its way.", es: "La respuesta está en camino." };
    answered_and_closed = {
        pt: "Resposta a caminho, e mensagem encerrada.",
        en: "The answer is on its way, and the message is closed.",
        es: "La respuesta está en camino y el mensaje quedó cerrado.",
    };
    closed_now = { pt: "Mensagem encerrada.", en: "Message closed.", es: "Mensaje cerrado." };
    reopened = { pt: "Mensagem reaberta.", en: "Message opened again.", es: "Mensaje reabierto." };
    changed = {
        pt: "Outra pessoa mexeu nesta mensagem antes. Sua ação não foi registrada; veja como ela está agora.",
        en: "Somebody else changed this message first. Your action was not recorded; see how it stands now.",
        es: "Otra persona cambió este mensaje antes. Su acción no se registró; vea cómo está ahora.",
    };
}
