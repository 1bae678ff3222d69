//! The errors of the portal's own API: what went wrong, and what to do.

texts! {
    invalid_token = { pt: "O token não é válido.", en: "The token is not valid.", es: "El token no es válido." };
    invalid_token_remedy = {
        pt: "Peça um token com um cliente OAuth2 e envie-o em Authorization: Bearer. Se era válido, expirou ou foi revogado: peça outro.",
        en: "Get a token with an OAuth2 client and send it as Authorization: Bearer. If it was valid before, it has expired or was revoked: get another.",
        es: "Pida un token con un cliente OAuth2 y envíelo en Authorization: Bearer. Si era válido, expiró o fue revocado: pida otro.",
    };
    insufficient_scope = { pt: "O token não tem o escopo necessário.", en: "The token lacks the scope that this needs.", es: "El token no tiene el alcance necesario." };
    insufficient_scope_remedy(scope) = {
        pt: "Peça um token com o escopo {scope}; o cliente precisa tê-lo.",
        en: "Get a token with the scope {scope}; the client must have it.",
        es: "Pida un token con el alcance {scope}; el cliente debe tenerlo.",
    };
    not_allowed = { pt: "A pessoa deste token não pode fazer isto.", en: "The person behind this token may not do this.", es: "La persona de este token no puede hacer esto." };
    not_allowed_remedy = {
        pt: "Confira nas páginas do portal o que a conta pode fazer, ou use um cliente de outra conta.",
        en: "See on the portal’s pages what the account may do, or use the client of another account.",
        es: "Revise en las páginas del portal qué puede hacer la cuenta, o use el cliente de otra cuenta.",
    };
    not_found = { pt: "Não há nada neste endereço.", en: "There is nothing at this address.", es: "No hay nada en esta dirección." };
    not_found_remedy = {
        pt: "Confira o caminho e o identificador. O que a pessoa do token não vê também não é encontrado.",
        en: "Check the path and the identifier. What the person behind the token does not see is not found either.",
        es: "Revise la ruta y el identificador. Lo que la persona del token no ve tampoco se encuentra.",
    };
    method_not_allowed = { pt: "Este endereço não aceita este método.", en: "This address does not accept this method.", es: "Esta dirección no acepta este método." };
    method_not_allowed_remedy = { pt: "O cabeçalho Allow lista os métodos aceitos.", en: "The Allow header lists the methods it accepts.", es: "La cabecera Allow indica los métodos que acepta." };
    not_acceptable = { pt: "A resposta é JSON:API, que a requisição não aceita.", en: "The answer is JSON:API, which the request does not accept.", es: "La respuesta es JSON:API, que la petición no acepta." };
    not_acceptable_remedy = {
        pt: "Envie Accept: application/vnd.api+json, sem parâmetros.",
        en: "Send Accept: application/vnd.api+json without parameters.",
        es: "Envíe Accept: application/vnd.api+json, sin parámetros.",
    };
    unsupported_media_type = { pt: "O corpo não é JSON:API.", en: "The body is not JSON:API.", es: "El cuerpo no es JSON:API." };
    unsupported_media_type_remedy = {
        pt: "Envie Content-Type: application/vnd.api+json, sem parâmetros.",
        en: "Send Content-Type: application/vnd.api+json without parameters.",
        es: "Envíe Content-Type: application/vnd.api+json, sin parámetros.",
    };
    too_large = { pt: "O corpo é grande demais.", en: "The body is too large.", es: "El cuerpo es demasiado grande." };
    too_large_remedy = { pt: "Envie até 64 KiB.", en: "Send up to 64 KiB.", es: "Envíe hasta 64 KiB." };
    invalid_parameter = { pt: "Um parâmetro do endereço não é válido.", en: "A parameter of the address is not valid.", es: "Un parámetro de la dirección no es válido." };
    invalid_header = { pt: "Um cabeçalho não é válido.", en: "A header is not valid.", es: "Una cabecera no es válida." };
    invalid_header_remedy = {
        pt: "Envie de 1 a 255 caracteres visíveis, por exemplo um UUID.",
        en: "Send 1 to 255 visible characters, a UUID for example.",
        es: "Envíe de 1 a 255 caracteres visibles, por ejemplo un UUID.",
    };
    invalid_body = { pt: "O corpo não tem a forma esperada.", en: "The body does not have the expected shape.", es: "El cuerpo no tiene la forma esperada." };
    invalid_body_remedy = {
        pt: "Compare com a referência o que está no lugar indicado.",
        en: "Compare what is at the place given with the reference.",
        es: "Compare con la referencia lo que está en el lugar indicado.",
    };
    invalid_value = { pt: "Um valor não é aceito.", en: "A value is not accepted.", es: "Un valor no se acepta." };
    unknown = { pt: "Não existe aqui; a referência lista o que existe.", en: "It does not exist here; the reference lists what does.", es: "No existe aquí; la referencia indica lo que existe." };
    repeated = { pt: "Envie apenas uma vez.", en: "Send it only once.", es: "Envíelo una sola vez." };
    value = { pt: "Não segue as regras da referência.", en: "It does not meet the rules in the reference.", es: "No cumple las reglas de la referencia." };
    missing = { pt: "Falta um motivo em reason.", en: "A reason is missing.", es: "Falta un motivo en reason." };
    too_short = { pt: "É curto demais; o mínimo está na referência.", en: "It is too short; the reference has the minimum.", es: "Es demasiado corto; el mínimo está en la referencia." };
    no_question = { pt: "A API não faz esta pergunta; as que ela faz estão em apis.", en: "The API asks no such question; those it asks are in apis.", es: "La API no hace esta pregunta; las que hace están en apis." };
    too_long = { pt: "É longo demais; o limite está na referência.", en: "It is too long; the reference has the limit.", es: "Es demasiado largo; el límite está en la referencia." };
    no_such = { pt: "Nada do que a pessoa do token vê tem este identificador.", en: "Nothing that the person behind the token sees has this identifier.", es: "Nada de lo que ve la persona del token tiene este identificador." };
    type_remedy = {
        pt: "Este endereço recebe outro tipo de recurso; veja na referência.",
        en: "This address takes another type of resource; see the reference.",
        es: "Esta dirección recibe otro tipo de recurso; vea la referencia.",
    };
    client_id = { pt: "O identificador não é escolhido por quem chama.", en: "The identifier is not the caller’s to choose.", es: "El identificador no lo elige quien llama." };
    client_id_remedy = { pt: "Envie o recurso sem id; o portal cria um.", en: "Send the resource without an id; the portal makes one.", es: "Envíe el recurso sin id; el portal crea uno." };
    secret_over = {
        pt: "A chave já terminou, ou termina antes. Leia a credencial outra vez.",
        en: "The key is over, or ends sooner anyway. Read the credential again.",
        es: "La clave ya terminó, o termina antes. Lea la credencial otra vez.",
    };
    conflict = { pt: "O estado atual não permite isto.", en: "The current state does not allow this.", es: "El estado actual no permite esto." };
    own_request = {
        pt: "A pessoa do token fez a solicitação ou pertence ao grupo; outro gestor precisa decidir.",
        en: "The person behind the token made the request or belongs to its group; another manager has to decide.",
        es: "La persona del token hizo la solicitud o pertenece al grupo; debe decidir otro gestor.",
    };
    not_covered = {
        pt: "Outros gestores de contrato decidem sobre esta empresa e esta API.",
        en: "Other contract managers decide on this company and this API.",
        es: "Otros gestores de contrato deciden sobre esta empresa y esta API.",
    };
    already_decided = { pt: "Já foi decidida ou cancelada. Leia a solicitação outra vez.", en: "It has already been decided or cancelled. Read the request again.", es: "Ya fue decidida o cancelada. Lea la solicitud otra vez." };
    state_changed = { pt: "Está em outro estado. Leia o recurso outra vez.", en: "It is in another state. Read the resource again.", es: "Está en otro estado. Lea el recurso otra vez." };
    contract_ended = {
        pt: "O contrato da aplicação terminou. Um gestor precisa mudar o último dia antes.",
        en: "The application’s contract has ended. A manager has to change its last day first.",
        es: "El contrato de la aplicación terminó. Un gestor debe cambiar antes el último día.",
    };
    not_offered = { pt: "A API não é oferecida neste plano.", en: "The API is not offered on this plan.", es: "La API no se ofrece en este plan." };
    already_open = { pt: "O grupo já tem uma solicitação aberta desta API neste plano.", en: "The group already has an open request for this API on this plan.", es: "El grupo ya tiene una solicitud abierta de esta API en este plan." };
    incomplete = { pt: "Falta o que a API pergunta. Veja em apis o que ela pede e envie em answers.", en: "What the API asks for is missing. See what it asks for in apis, and send it in answers.", es: "Falta lo que pregunta la API. Vea en apis qué pide y envíelo en answers." };
    too_many_keys = { pt: "Há chaves ativas demais. Revogue uma antes.", en: "There are too many active keys. Revoke one first.", es: "Hay demasiadas claves activas. Revoque una primero." };
    label_taken = { pt: "Outra chave ativa tem este nome.", en: "Another active key has this label.", es: "Otra clave activa tiene este nombre." };
    last_key = { pt: "Nenhuma chave ficaria ativa. Se é o que quer, envie lastConfirmed: true.", en: "No key would stay active. If you want that, send lastConfirmed: true.", es: "Ninguna clave quedaría activa. Si es lo que quiere, envíe lastConfirmed: true." };
    no_public_address = {
        pt: "Use um endereço público que comece com https:.",
        en: "Use a public address that begins with https:.",
        es: "Use una dirección pública que empiece con https:.",
    };
    too_many_webhooks = { pt: "Há dez webhooks, o máximo. Apague um antes.", en: "There are ten webhooks, the most there may be. Delete one first.", es: "Hay diez webhooks, el máximo. Borre uno primero." };
    webhook_paused = { pt: "O webhook está pausado. Retome-o antes.", en: "The webhook is paused. Resume it first.", es: "El webhook está en pausa. Reanúdelo primero." };
    delivery_pending = { pt: "A entrega ainda está a caminho. Espere até que chegue ou seja abandonada.", en: "The delivery is still on its way. Wait until it arrives or is given up.", es: "La entrega todavía está en camino. Espere a que llegue o se abandone." };
    precondition_failed = { pt: "O recurso mudou desde que foi lido.", en: "The resource has changed since it was read.", es: "El recurso cambió desde que se leyó." };
    precondition_failed_remedy = {
        pt: "Leia o recurso outra vez e envie em If-Match o ETag da nova resposta.",
        en: "Read the resource again, and send the ETag of the new answer in If-Match.",
        es: "Lea el recurso otra vez y envíe en If-Match el ETag de la nueva respuesta.",
    };
    precondition_required = { pt: "Falta o cabeçalho If-Match.", en: "The If-Match header is missing.", es: "Falta la cabecera If-Match." };
    precondition_required_remedy = {
        pt: "Envie em If-Match o ETag da última leitura do recurso, para não desfazer o que outros mudaram.",
        en: "Send the ETag of your last reading of the resource in If-Match, so as not to undo what others changed.",
        es: "Envíe en If-Match el ETag de la última lectura del recurso, para no deshacer lo que otros cambiaron.",
    };
    in_progress = { pt: "Uma chamada com a mesma Idempotency-Key ainda está sendo atendida. Tente de novo em instantes.", en: "A call with the same Idempotency-Key is still being answered. Try again shortly.", es: "Una llamada con la misma Idempotency-Key todavía se está atendiendo. Intente de nuevo en un momento." };
    answer_lost = { pt: "A operação desta Idempotency-Key foi concluída, mas a resposta se perdeu. Leia o recurso para ver o resultado.", en: "The operation with this Idempotency-Key was carried out, but its answer was lost. Read the resource to see the result.", es: "La operación de esta Idempotency-Key se realizó, pero la respuesta se perdió. Lea el recurso para ver el resultado." };
    key_reused = { pt: "A Idempotency-Key já foi usada em outra requisição.", en: "The Idempotency-Key was already used with another request.", es: "La Idempotency-Key ya se usó en otra petición." };
    key_reused_remedy = { pt: "Use uma chave nova para cada requisição nova.", en: "Use a new key for each new request.", es: "Use una clave nueva para cada petición nueva." };
    too_many_requests = { pt: "Chamadas ou operações demais em pouco tempo.", en: "Too many calls or actions in a short time.", es: "Demasiadas llamadas u operaciones en poco tiempo." };
    too_many_requests_remedy = { pt: "Espere o tempo de Retry-After.", en: "Wait as long as Retry-After says.", es: "Espere lo que dice Retry-After." };
    temporarily_unavailable = { pt: "Não é possível responder agora.", en: "This cannot be answered just now.", es: "No se puede responder ahora." };
    server_error = { pt: "Algo falhou do nosso lado.", en: "Something failed on our side.", es: "Algo falló de nuestro lado." };
    fault_remedy = { pt: "Tente de novo em instantes; se continuar, informe o id ao suporte.", en: "Try again shortly; if it persists, give support the id.", es: "Intente de nuevo en un momento; si continúa, informe el id a soporte." };
}
