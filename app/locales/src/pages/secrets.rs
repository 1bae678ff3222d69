//! The secret keys of an application. It may have several, so that a change interrupts no calls.

texts! {
    name = { pt: "Chaves", en: "Keys", es: "Claves" };
    lead = {
        pt: "Até três chaves secretas funcionam ao mesmo tempo. Para trocar sem interrupção, crie outra, use-a nos seus sistemas e só então revogue a antiga.",
        en: "Up to three secret keys work at the same time. To switch without interruption, create another, use it in your systems, and only then revoke the old one.",
        es: "Hasta tres claves secretas funcionan a la vez. Para cambiar sin interrupción, cree otra, úsela en sus sistemas y solo entonces revoque la anterior.",
    };
    first = { pt: "Primeira chave", en: "First key", es: "Primera clave" };
    active = { pt: "Ativa", en: "Active", es: "Activa" };
    ending(date) = { pt: "Expira em {date}", en: "Expires on {date}", es: "Caduca el {date}" };
    expired = { pt: "Expirada", en: "Expired", es: "Caducada" };
    revoked = { pt: "Revogada", en: "Revoked", es: "Revocada" };
    created_at = { pt: "Criada em", en: "Created on", es: "Creada el" };
    good_until = { pt: "Vale até", en: "Valid until", es: "Válida hasta" };
    for_ever = { pt: "Não expira", en: "Does not expire", es: "No caduca" };
    last_revealed = { pt: "Revelada pela última vez", en: "Last revealed", es: "Revelada por última vez" };
    never_revealed = { pt: "Nunca", en: "Never", es: "Nunca" };
    last_used = { pt: "Último token pedido", en: "Last token issued", es: "Último token pedido" };
    never_used = {
        pt: "Nenhum token pedido ainda",
        en: "No token issued yet",
        es: "Todavía no se pidió ningún token",
    };
    uses = { pt: "Tokens pedidos", en: "Tokens issued", es: "Tokens pedidos" };
    uses_so_far(total, hour) = {
        pt: "{total} no total, {hour} na última hora",
        en: "{total} in all, {hour} in the last hour",
        es: "{total} en total, {hour} en la última hora",
    };
    over = { pt: "Chaves inativas", en: "Inactive keys", es: "Claves inactivas" };
    ended_at(at) = { pt: "Inativa desde {at}", en: "Inactive since {at}", es: "Inactiva desde el {at}" };
    none_title = {
        pt: "Nenhuma chave secreta ativa",
        en: "No active secret key",
        es: "No hay ninguna clave secreta activa",
    };
    none = {
        pt: "Sem uma chave ativa, a aplicação não consegue pedir tokens. Crie outra chave.",
        en: "Without an active key, the application cannot get tokens. Create another key.",
        es: "Sin una clave activa, la aplicación no puede pedir tokens. Cree otra clave.",
    };
    make_key = { pt: "Criar uma chave", en: "Create a key", es: "Crear una clave" };
    full_title = {
        pt: "Já há três chaves ativas",
        en: "Three keys are already active",
        es: "Ya hay tres claves activas",
    };
    full = {
        pt: "É o máximo de uma aplicação. Revogue uma para criar outra.",
        en: "That is the most an application can have. Revoke one to create another.",
        es: "Es el máximo de una aplicación. Revoque una para crear otra.",
    };
    owners_title = {
        pt: "Quem cria e revoga chaves é o dono do grupo",
        en: "The group's owner creates and revokes keys",
        es: "Quien crea y revoca claves es el dueño del grupo",
    };
    owners(names) = { pt: "Se precisar, fale com {names}.", en: "If you need to, talk to {names}.", es: "Si lo necesita, hable con {names}." };
    suspended_title = {
        pt: "O acesso está suspenso",
        en: "Access is suspended",
        es: "El acceso está suspendido",
    };
    suspended = {
        pt: "Enquanto isso, as chaves não funcionam e você não pode criar outras, só revogar as que existem.",
        en: "In the meantime the keys do not work and you cannot create others, only revoke existing ones.",
        es: "Mientras tanto, las claves no funcionan y usted no puede crear otras, solo revocar las que existen.",
    };

    add = { pt: "Criar outra chave", en: "Create another key", es: "Crear otra clave" };
    label = { pt: "Nome da chave", en: "Key name", es: "Nombre de la clave" };
    label_hint = {
        pt: "Diga onde ela será usada: um sistema, um servidor, um ambiente.",
        en: "Say where it will be used: a system, a server, an environment.",
        es: "Diga dónde se usará: un sistema, un servidor, un entorno.",
    };
    label_taken = {
        pt: "Outra chave ativa já tem este nome. Escolha um que as distinga.",
        en: "Another active key already has this name. Choose one that tells them apart.",
        es: "Otra clave activa ya tiene este nombre. Elija uno que las distinga.",
    };
    expiry = { pt: "Validade", en: "Validity", es: "Validez" };
    expiry_hint = {
        pt: "Enviamos um aviso ao e-mail do grupo 30 dias, 7 dias e 1 dia antes de a chave expirar.",
        en: "We send a notification to the group's e-mail address 30 days, 7 days and 1 day before the key expires.",
        es: "Enviamos un aviso al correo del grupo 30 días, 7 días y 1 día antes de que la clave caduque.",
    };
    until_date = { pt: "Até uma data", en: "Until a date", es: "Hasta una fecha" };
    last_day = { pt: "Último dia", en: "Last day", es: "Último día" };
    last_day_hint = {
        pt: "A chave funciona até o fim deste dia.",
        en: "The key works until the end of this day.",
        es: "La clave funciona hasta el final de este día.",
    };
    date_wrong = {
        pt: "Escolha um dia entre hoje e daqui a dez anos.",
        en: "Choose a day between today and ten years from now.",
        es: "Elija un día entre hoy y dentro de diez años.",
    };
    submit = { pt: "Criar chave", en: "Create key", es: "Crear clave" };

    added = { pt: "Chave criada", en: "Key created", es: "Clave creada" };
    what_now = { pt: "O que fazer agora", en: "What to do now", es: "Qué hacer ahora" };
    now_use = {
        pt: "Use a nova chave nos seus sistemas; as outras continuam funcionando.",
        en: "Use the new key in your systems; the others keep working.",
        es: "Use la nueva clave en sus sistemas; las otras siguen funcionando.",
    };
    now_check = {
        pt: "Confira aqui o último token pedido com a antiga. Quando ninguém mais pedir tokens com ela, a troca está concluída.",
        en: "Check here when the last token was issued with the old one. Once nobody requests tokens with it any more, the switch is complete.",
        es: "Revise aquí el último token pedido con la anterior. Cuando ya nadie pida tokens con ella, el cambio está completo.",
    };
    now_revoke = { pt: "Revogue a antiga.", en: "Revoke the old one.", es: "Revoque la anterior." };

    revoke = { pt: "Revogar", en: "Revoke", es: "Revocar" };
    revoke_which(label) = { pt: "Revogar “{label}”", en: "Revoke “{label}”", es: "Revocar “{label}”" };
    reveal_which(label) = { pt: "Revelar “{label}”", en: "Reveal “{label}”", es: "Revelar “{label}”" };
    used_once_last_hour = {
        pt: "1 token pedido na última hora",
        en: "1 token issued in the last hour",
        es: "1 token pedido en la última hora",
    };
    used_last_hour(count) = {
        pt: "{count} tokens pedidos na última hora",
        en: "{count} tokens issued in the last hour",
        es: "{count} tokens pedidos en la última hora",
    };
    used_last(ago) = {
        pt: "Último token pedido: {ago}",
        en: "Last token issued: {ago}",
        es: "Último token pedido: {ago}",
    };
    tokens_last(time) = {
        pt: "Um token é válido por até {time}, e as chamadas feitas com ele não são contadas aqui. Depois do último token, espere esse tempo.",
        en: "A token is valid for up to {time}, and the calls made with it are not counted here. After the last token, wait that long.",
        es: "Un token es válido durante {time} como máximo, y las llamadas hechas con él no se cuentan aquí. Después del último token, espere ese tiempo.",
    };
    breaks = {
        pt: "Os sistemas que ainda a usam não conseguirão mais obter tokens, e os tokens já pedidos com ela deixarão de funcionar.",
        en: "Systems that still use it will get no more tokens, and the tokens already issued with it will stop working.",
        es: "Los sistemas que aún la usan ya no podrán obtener tokens, y los tokens ya pedidos con ella dejarán de funcionar.",
    };
    breaks_nothing = {
        pt: "Ninguém pediu um token com ela, por isso nada deixará de funcionar.",
        en: "No token was ever issued with it, so nothing will stop working.",
        es: "Nadie ha pedido un token con ella, así que nada dejará de funcionar.",
    };
    when = {
        pt: "Quando ela deve deixar de funcionar?",
        en: "When should it stop working?",
        es: "¿Cuándo debe dejar de funcionar?",
    };
    when_now = { pt: "Agora", en: "Now", es: "Ahora" };
    when_hour = { pt: "Daqui a 1 hora", en: "In 1 hour", es: "En 1 hora" };
    when_day = { pt: "Daqui a 24 horas", en: "In 24 hours", es: "En 24 horas" };
    when_week = { pt: "Daqui a 7 dias", en: "In 7 days", es: "En 7 días" };
    when_month = { pt: "Daqui a 30 dias", en: "In 30 days", es: "En 30 días" };
    when_date = { pt: "No fim de um dia à sua escolha", en: "At the end of a day you choose", es: "Al final de un día que usted elija" };
    ends_sooner = {
        pt: "A chave já expira antes disso. Escolha um prazo menor.",
        en: "The key already expires before that. Choose a shorter time.",
        es: "La clave ya caduca antes de eso. Elija un plazo menor.",
    };
    last_title = {
        pt: "Depois dela, nenhuma outra chave ficará ativa",
        en: "After this one, no other key will be active",
        es: "Después de ella, ninguna otra clave quedará activa",
    };
    last = {
        pt: "A aplicação não conseguirá obter tokens até alguém criar outra chave. Se esta ainda está em uso, crie a outra antes.",
        en: "The application will get no more tokens until somebody creates another key. If this one is still in use, create the other one first.",
        es: "La aplicación no podrá obtener tokens hasta que alguien cree otra clave. Si esta aún está en uso, cree la otra antes.",
    };
    last_confirm = {
        pt: "Entendi: a aplicação vai parar de funcionar.",
        en: "I understand: the application will stop working.",
        es: "Entiendo: la aplicación dejará de funcionar.",
    };
    last_unconfirmed = {
        pt: "Confirme que a aplicação pode parar, ou crie outra chave antes.",
        en: "Confirm that the application may stop, or create another key first.",
        es: "Confirme que la aplicación puede detenerse, o cree otra clave antes.",
    };
    revoke_submit = { pt: "Revogar a chave", en: "Revoke the key", es: "Revocar la clave" };

    more_active(count) = { pt: "Mais {count} em uso", en: "{count} more in use", es: "{count} más en uso" };
    expires_on(date) = {
        pt: "Esta chave expira em {date}.",
        en: "This key expires on {date}.",
        es: "Esta clave caduca el {date}.",
    };
}
