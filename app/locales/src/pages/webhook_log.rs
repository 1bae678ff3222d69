//! What was sent to a webhook, how each attempt went, and how a message is verified.

texts! {
    log = { pt: "Entregas", en: "Deliveries", es: "Entregas" };
    log_lead = {
        pt: "O que foi enviado nos últimos 30 dias.",
        en: "What was sent in the last 30 days.",
        es: "Lo que se envió en los últimos 30 días.",
    };
    filter = { pt: "Filtrar entregas", en: "Filter deliveries", es: "Filtrar entregas" };
    all = { pt: "Todas", en: "All", es: "Todas" };
    no_deliveries = { pt: "Nenhuma entrega.", en: "No delivery.", es: "Ninguna entrega." };
    event = { pt: "Evento", en: "Event", es: "Evento" };
    when = { pt: "Quando", en: "When", es: "Cuándo" };
    state = { pt: "Situação", en: "State", es: "Estado" };
    pending = { pt: "A caminho", en: "On its way", es: "En camino" };
    delivered = { pt: "Entregue", en: "Delivered", es: "Entregado" };
    given_up = { pt: "Não entregue", en: "Not delivered", es: "No entregado" };
    attempts = { pt: "Tentativas", en: "Attempts", es: "Intentos" };
    next_attempt = { pt: "Próxima tentativa", en: "Next attempt", es: "Próximo intento" };
    no_next = { pt: "nenhuma", en: "none", es: "ninguno" };
    kind = { pt: "Tipo", en: "Type", es: "Tipo" };
    message_id = { pt: "Identificador (webhook-id)", en: "Identifier (webhook-id)", es: "Identificador (webhook-id)" };
    body = { pt: "Corpo enviado", en: "Body that was sent", es: "Cuerpo enviado" };
    send_again = { pt: "Enviar de novo", en: "Send again", es: "Enviar de nuevo" };
    send_again_means = {
        pt: "O mesmo corpo, com o mesmo identificador, sai agora com uma assinatura nova.",
        en: "The same body, with the same identifier, leaves now with a new signature.",
        es: "El mismo cuerpo, con el mismo identificador, sale ahora con una firma nueva.",
    };
    no_attempts = {
        pt: "Ainda não houve tentativa.",
        en: "There was no attempt yet.",
        es: "Todavía no hubo intentos.",
    };
    attempt(number) = { pt: "Tentativa {number}", en: "Attempt {number}", es: "Intento {number}" };
    took(milliseconds) = { pt: "{milliseconds} ms", en: "{milliseconds} ms", es: "{milliseconds} ms" };
    answer = { pt: "Começo da resposta", en: "Beginning of the answer", es: "Comienzo de la respuesta" };
    no_answer_body = { pt: "A resposta não tinha corpo.", en: "The answer had no body.", es: "La respuesta no tenía cuerpo." };
    status(code) = { pt: "Respondeu {code}.", en: "Answered {code}.", es: "Respondió {code}." };

    taken = { pt: "O destino recebeu.", en: "The receiver took it.", es: "El destino lo recibió." };
    redirected = {
        pt: "O portal não segue redirecionamentos. Informe no webhook o endereço final.",
        en: "The portal follows no redirects. Give the webhook the final address.",
        es: "El portal no sigue redirecciones. Indique en el webhook la dirección final.",
    };
    refused = {
        pt: "O destino recusou quem envia. Confira o segredo, ou se ele pede outra autenticação, que o portal não faz.",
        en: "The receiver refused the sender. Check the secret, or whether it asks for another authentication, which the portal does not do.",
        es: "El destino rechazó a quien envía. Revise el secreto, o si pide otra autenticación, que el portal no hace.",
    };
    not_there = {
        pt: "No destino não há nada que receba POST neste endereço. Confira o caminho.",
        en: "Nothing at the receiver takes POST at this address. Check the path.",
        es: "En el destino nada recibe POST en esta dirección. Revise la ruta.",
    };
    gone = {
        pt: "O destino não quer mais receber eventos, e o webhook foi pausado.",
        en: "The receiver does not want events any more, and the webhook was paused.",
        es: "El destino ya no quiere recibir eventos, y el webhook se pausó.",
    };
    too_many = {
        pt: "O destino recebeu demais em pouco tempo. O portal tenta de novo mais tarde.",
        en: "The receiver got too much in a short time. The portal tries again later.",
        es: "El destino recibió demasiado en poco tiempo. El portal lo intenta de nuevo más tarde.",
    };
    broken = {
        pt: "O erro é do destino: procure por ele nos registros do programa que recebe.",
        en: "The error is the receiver's: look for it in the logs of the program there.",
        es: "El error es del destino: búsquelo en los registros del programa que recibe.",
    };
    not_taken = {
        pt: "O destino não aceitou a mensagem. A resposta dele talvez diga por quê.",
        en: "The receiver did not accept the message. Its answer may say why.",
        es: "El destino no aceptó el mensaje. Su respuesta quizá diga por qué.",
    };
    no_address = {
        pt: "O nome do endereço não leva a nenhum IP público. Confira o DNS.",
        en: "The name in the address leads to no public IP address. Check the DNS.",
        es: "El nombre de la dirección no lleva a ninguna IP pública. Revise el DNS.",
    };
    no_connection = {
        pt: "Não houve conexão, ou ela caiu. Confira se o destino está no ar e se o firewall deixa passar.",
        en: "There was no connection, or it broke off. Check that the receiver is up and that the firewall lets it pass.",
        es: "No hubo conexión, o se cortó. Revise que el destino esté en línea y que el firewall la deje pasar.",
    };
    no_tls = {
        pt: "Não houve conexão segura. Confira se o certificado é válido, deste nome e com a cadeia completa.",
        en: "There was no secure connection. Check that the certificate is valid, of this name and with its whole chain.",
        es: "No hubo conexión segura. Revise que el certificado sea válido, de este nombre y con la cadena completa.",
    };
    no_answer = {
        pt: "Não houve conexão ou resposta a tempo (15 segundos ao todo). Confira se o firewall deixa passar; responda primeiro, e trabalhe depois com o que chegou.",
        en: "There was no connection or no answer in time (15 seconds in all). Check that the firewall lets it pass; answer first, and work on what arrived afterwards.",
        es: "No hubo conexión o respuesta a tiempo (15 segundos en total). Revise que el firewall la deje pasar; responda primero, y trabaje después con lo que llegó.",
    };
    no_signature = {
        pt: "O portal não pôde assinar a mensagem. Crie outro segredo para este webhook.",
        en: "The portal could not sign the message. Make another secret for this webhook.",
        es: "El portal no pudo firmar el mensaje. Cree otro secreto para este webhook.",
    };
}

texts! {
    verify_lead = {
        pt: "Cada mensagem é um POST com um corpo em JSON e três cabeçalhos, como no padrão Standard Webhooks. Há bibliotecas que a verificam em muitas linguagens: chamam-se standardwebhooks.",
        en: "Each message is a POST with a body in JSON and three headers, as in Standard Webhooks. There are libraries that verify it in many languages: they are called standardwebhooks.",
        es: "Cada mensaje es un POST con un cuerpo en JSON y tres encabezados, como en el estándar Standard Webhooks. Hay bibliotecas que lo verifican en muchos lenguajes: se llaman standardwebhooks.",
    };
    verify_id = {
        pt: "O identificador do evento, o mesmo em cada tentativa. Por ele o destino reconhece o que já recebeu.",
        en: "The identifier of the event, the same in each attempt. By it the receiver knows what it has received before.",
        es: "El identificador del evento, el mismo en cada intento. Por él el destino reconoce lo que ya recibió.",
    };
    verify_timestamp = {
        pt: "Quando a mensagem foi enviada, em segundos desde 1970. Recuse o que tiver mais de cinco minutos.",
        en: "When the message was sent, in seconds since 1970. Refuse what is older than five minutes.",
        es: "Cuándo se envió el mensaje, en segundos desde 1970. Rechace lo que tenga más de cinco minutos.",
    };
    verify_signature = {
        pt: "Uma ou duas assinaturas com um espaço entre elas; cada uma começa com “v1,”. Basta que uma confira.",
        en: "One or two signatures with a blank between them; each begins with “v1,”. It is enough that one matches.",
        es: "Una o dos firmas con un espacio entre ellas; cada una comienza con «v1,». Basta con que una coincida.",
    };
    verify_how = {
        pt: "Para calcular a assinatura sem biblioteca: junte webhook-id, webhook-timestamp e o corpo exatamente como chegou, com um ponto entre eles. A chave é o que vem depois de whsec_ no segredo, decodificado de base64. Calcule o HMAC-SHA256, escreva-o em base64 e compare em tempo constante.",
        en: "To compute the signature without a library: join webhook-id, webhook-timestamp and the body exactly as it arrived, with a full stop between them. The key is what follows whsec_ in the secret, decoded from base64. Compute the HMAC-SHA256, write it in base64, and compare in constant time.",
        es: "Para calcular la firma sin biblioteca: junte webhook-id, webhook-timestamp y el cuerpo exactamente como llegó, con un punto entre ellos. La clave es lo que sigue a whsec_ en el secreto, decodificado de base64. Calcule el HMAC-SHA256, escríbalo en base64 y compare en tiempo constante.",
    };
    verify_answer = {
        pt: "Responda com um status 2xx em até 15 segundos. Qualquer outra resposta é tentada de novo por três dias; com 410 o destino diz que não quer mais nada, e o webhook é pausado.",
        en: "Answer with a 2xx status within 15 seconds. After any other answer it is tried again for three days; with 410 the receiver says that it wants nothing more, and the webhook is paused.",
        es: "Responda con un estado 2xx en un máximo de 15 segundos. Tras cualquier otra respuesta se intenta de nuevo durante tres días; con 410 el destino dice que no quiere nada más, y el webhook se pausa.",
    };
    verify_read = {
        pt: "A mensagem diz o que aconteceu por identificadores, sem nomes nem chaves. O resto se lê pela API do portal, no endereço de “link”.",
        en: "The message says what happened by identifiers, without names or keys. The rest is read by the portal’s API, at the address in “link”.",
        es: "El mensaje dice qué ocurrió por identificadores, sin nombres ni claves. Lo demás se lee por la API del portal, en la dirección de «link».",
    };
    example = { pt: "Exemplo de corpo", en: "Example of a body", es: "Ejemplo de cuerpo" };
}
