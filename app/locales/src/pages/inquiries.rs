//! What contract managers ask applicants before they decide, on the pages of both.

texts! {
    title = { pt: "Perguntas e respostas", en: "Questions and answers", es: "Preguntas y respuestas" };
    asked(at) = { pt: "Pergunta de {at}", en: "Question of {at}", es: "Pregunta del {at}" };
    asked_by(name, at) = {
        pt: "Pergunta de {name}, {at}",
        en: "Question by {name}, {at}",
        es: "Pregunta de {name}, {at}",
    };
    answered(name, at) = {
        pt: "Resposta de {name}, {at}",
        en: "Answer by {name}, {at}",
        es: "Respuesta de {name}, {at}",
    };
    open = { pt: "Aguarda resposta", en: "Awaiting reply", es: "Espera respuesta" };
    withdrawn(at) = {
        pt: "Retirada em {at}, sem resposta",
        en: "Withdrawn on {at}, without an answer",
        es: "Retirada el {at}, sin respuesta",
    };
    closed(at) = {
        pt: "Encerrada em {at}, sem resposta",
        en: "Closed on {at}, without an answer",
        es: "Cerrada el {at}, sin respuesta",
    };

    waits_title = {
        pt: "Um gestor de contrato tem uma pergunta",
        en: "A contract manager has a question",
        es: "Un gestor de contrato tiene una pregunta",
    };
    waits = {
        pt: "A análise continua assim que você responder.",
        en: "The review continues as soon as you answer.",
        es: "El análisis continúa en cuanto usted responda.",
    };
    to_answer = { pt: "Responder", en: "Answer", es: "Responder" };
    answer_title(number) = {
        pt: "Responder sobre a solicitação {number}",
        en: "Answer about request {number}",
        es: "Responder sobre la solicitud {number}",
    };
    answer_crumb = { pt: "Responder", en: "Answer", es: "Responder" };
    question = { pt: "Pergunta", en: "Question", es: "Pregunta" };
    answer = { pt: "Resposta", en: "Answer", es: "Respuesta" };
    answer_hint = {
        pt: "Os gestores de contrato leem a resposta. Não escreva senhas nem chaves secretas.",
        en: "The contract managers read the answer. Do not write any password or secret key.",
        es: "Los gestores de contrato leen la respuesta. No escriba contraseñas ni claves secretas.",
    };
    send = { pt: "Enviar resposta", en: "Send answer", es: "Enviar respuesta" };
    sent = {
        pt: "Resposta enviada. A solicitação voltou à análise.",
        en: "Answer sent. The request is under review again.",
        es: "Respuesta enviada. La solicitud volvió a análisis.",
    };
    over = {
        pt: "Esta pergunta não espera mais por resposta.",
        en: "This question is no longer awaiting an answer.",
        es: "Esta pregunta ya no espera respuesta.",
    };

    ask = { pt: "Pedir informações", en: "Ask for information", es: "Pedir información" };
    asked_now = {
        pt: "Pergunta enviada. A solicitação aguarda quem solicitou.",
        en: "Question sent. The request now awaits the applicant.",
        es: "Pregunta enviada. La solicitud espera al solicitante.",
    };
    another = {
        pt: "A pergunta mudou. Leia a nova e ajuste a resposta.",
        en: "The question has changed. Read the new one and adapt the answer.",
        es: "La pregunta cambió. Lea la nueva y ajuste la respuesta.",
    };
    asked_meanwhile = {
        pt: "Outro gestor fez uma pergunta antes. Veja se ainda quer decidir.",
        en: "Another manager asked something first. See whether you still want to decide.",
        es: "Otro gestor preguntó algo antes. Vea si todavía quiere decidir.",
    };
    answered_meanwhile = {
        pt: "A pergunta foi respondida ou retirada. Leia antes de decidir.",
        en: "The question was answered or withdrawn. Read it before you decide.",
        es: "La pregunta fue respondida o retirada. Léala antes de decidir.",
    };
    withdraw = { pt: "Retirar a pergunta", en: "Withdraw the question", es: "Retirar la pregunta" };
    withdrawn_now = {
        pt: "Pergunta retirada. A solicitação voltou à análise.",
        en: "Question withdrawn. The request is under review again.",
        es: "Pregunta retirada. La solicitud volvió a análisis.",
    };
}
