//! Mails to a group: its address, and the quota and the keys of an application.

texts! {
    address_subject(brand) = {
        pt: "{brand}: confirme este e-mail para receber avisos",
        en: "{brand}: confirm this address to receive notifications",
        es: "{brand}: confirme este correo para recibir avisos",
    };
    address_heading = {
        pt: "Confirme este e-mail",
        en: "Confirm this e-mail address",
        es: "Confirme este correo",
    };
    address_intro(by, brand) = {
        pt: "{by} informou este endereço como o e-mail de um grupo de permissões no portal {brand}. Para que ele receba os avisos do grupo, por exemplo quando uma chave está perto de expirar, abra a página abaixo e pressione Confirmar.",
        en: "{by} gave this address as the e-mail of a permission group at {brand}. So that it receives the group's notifications, for example when a key is about to expire, open the page below and press Confirm.",
        es: "{by} indicó esta dirección como el correo de un grupo de permisos en {brand}. Para que reciba los avisos del grupo, por ejemplo cuando una clave está por caducar, abra la página de abajo y pulse Confirmar.",
    };
    address_button = { pt: "Confirmar e-mail", en: "Confirm address", es: "Confirmar correo" };
    address_good_for(time) = {
        pt: "O link vale por {time}.",
        en: "The link is valid for {time}.",
        es: "El enlace es válido durante {time}.",
    };
    address_not_you = {
        pt: "Se você não conhece essa pessoa, ignore esta mensagem: sem a confirmação, este endereço não recebe avisos.",
        en: "If you do not know this person, ignore this message: without the confirmation, this address receives no notifications.",
        es: "Si no conoce a esta persona, ignore este mensaje: sin la confirmación, esta dirección no recibe avisos.",
    };

    mark_subject(application, percent) = {
        pt: "{application}: {percent}% das chamadas do Trial usadas",
        en: "{application}: {percent}% of the Trial calls used",
        es: "{application}: {percent}\u{a0}% de las llamadas del Trial usadas",
    };
    mark_heading(percent) = {
        pt: "{percent}% das chamadas do Trial usadas",
        en: "{percent}% of the Trial calls used",
        es: "{percent}\u{a0}% de las llamadas del Trial usadas",
    };
    mark_intro(application, used, calls, api) = {
        pt: "A aplicação {application} já usou {used} das {calls} chamadas do plano Trial da API {api}.",
        en: "The application {application} has used {used} of the {calls} calls in the Trial plan of the {api} API.",
        es: "La aplicación {application} ya usó {used} de las {calls} llamadas del plan Trial de la API {api}.",
    };
    mark_next = {
        pt: "Quando elas acabarem, a API passará a responder com o erro 429. Para continuar sem interrupção, solicite o plano Pay Per Use: as chaves continuam as mesmas.",
        en: "Once they are used up, the API will respond with error 429. To continue without interruption, request the Pay Per Use plan: the keys stay the same.",
        es: "Cuando se agoten, la API responderá con el error 429. Para continuar sin interrupción, solicite el plan Pay Per Use: las claves siguen siendo las mismas.",
    };
    mark_exhausted = {
        pt: "As chamadas acabaram: a API agora responde com o erro 429. Para continuar, solicite o plano Pay Per Use: as chaves continuam as mesmas.",
        en: "The calls are used up: the API now responds with error 429. To continue, request the Pay Per Use plan: the keys stay the same.",
        es: "Las llamadas se agotaron: la API ahora responde con el error 429. Para continuar, solicite el plan Pay Per Use: las claves siguen siendo las mismas.",
    };
    plan_mark_subject(application, percent) = {
        pt: "{application}: {percent}% das chamadas do plano usadas",
        en: "{application}: {percent}% of the calls in the plan used",
        es: "{application}: {percent}\u{a0}% de las llamadas del plan usadas",
    };
    plan_mark_heading(percent) = {
        pt: "{percent}% das chamadas do plano usadas",
        en: "{percent}% of the calls in the plan used",
        es: "{percent}\u{a0}% de las llamadas del plan usadas",
    };
    plan_mark_intro(application, used, calls, plan, api) = {
        pt: "A aplicação {application} já usou {used} das {calls} chamadas do plano {plan} da API {api}.",
        en: "The application {application} has used {used} of the {calls} calls in the {plan} plan of the {api} API.",
        es: "La aplicación {application} ya usó {used} de las {calls} llamadas del plan {plan} de la API {api}.",
    };
    plan_mark_next = {
        pt: "Quando elas acabarem, a API passará a responder com o erro 429. Para continuar sem interrupção, fale com o suporte.",
        en: "Once they are used up, the API will respond with error 429. To continue without interruption, contact support.",
        es: "Cuando se agoten, la API responderá con el error 429. Para continuar sin interrupción, hable con soporte.",
    };
    plan_mark_exhausted = {
        pt: "As chamadas acabaram: a API agora responde com o erro 429. Para continuar, fale com o suporte.",
        en: "The calls are used up: the API now responds with error 429. To continue, contact support.",
        es: "Las llamadas se agotaron: la API ahora responde con el error 429. Para continuar, hable con soporte.",
    };
    renewal_mark_next(day) = {
        pt: "Quando elas acabarem, a API passará a responder com o erro 429 até o plano renovar, em {day}.",
        en: "Once they are used up, the API will respond with error 429 until the plan renews on {day}.",
        es: "Cuando se agoten, la API responderá con el error 429 hasta que el plan se renueve, el {day}.",
    };
    renewal_mark_exhausted(day) = {
        pt: "As chamadas acabaram: a API agora responde com o erro 429, até o plano renovar, em {day}.",
        en: "The calls are used up: the API now responds with error 429, until the plan renews on {day}.",
        es: "Las llamadas se agotaron: la API ahora responde con el error 429, hasta que el plan se renueve, el {day}.",
    };
    mark_button = { pt: "Ver o uso", en: "See usage", es: "Ver el uso" };

    webhook_paused_subject(brand) = {
        pt: "{brand}: um webhook foi pausado",
        en: "{brand}: a webhook was paused",
        es: "{brand}: un webhook fue pausado",
    };
    webhook_paused_heading = {
        pt: "Um webhook foi pausado",
        en: "A webhook was paused",
        es: "Un webhook fue pausado",
    };
    webhook_failing(host) = {
        pt: "Por três dias, nenhum evento chegou a {host}. Por isso o portal parou de enviá-los.",
        en: "For three days, no event arrived at {host}. So the portal has stopped sending them.",
        es: "Durante tres días, ningún evento llegó a {host}. Por eso el portal dejó de enviarlos.",
    };
    webhook_gone(host) = {
        pt: "{host} respondeu 410: não quer mais receber eventos. Por isso o portal parou de enviá-los.",
        en: "{host} answered 410: it does not want events any more. So the portal has stopped sending them.",
        es: "{host} respondió 410: ya no quiere recibir eventos. Por eso el portal dejó de enviarlos.",
    };
    webhook_paused_next = {
        pt: "A página do webhook mostra cada tentativa com a resposta. Quando o destino estiver pronto, retome o envio; o que acontecer até lá não é enviado.",
        en: "The webhook's page shows each attempt with its answer. Once the receiver is ready, resume it; what happens until then is not sent.",
        es: "La página del webhook muestra cada intento con su respuesta. Cuando el destino esté listo, reanude el envío; lo que ocurra hasta entonces no se envía.",
    };
    webhook_paused_button = { pt: "Ver o webhook", en: "See the webhook", es: "Ver el webhook" };

    secrets_button = { pt: "Ver as chaves", en: "See the keys", es: "Ver las claves" };
    secret_not_you = {
        pt: "Se ninguém da equipe fez isso, revogue as chaves e fale com o suporte.",
        en: "If nobody on your team did this, revoke the keys and contact support.",
        es: "Si nadie del equipo lo hizo, revoque las claves y hable con soporte.",
    };

    secret_added_subject(application) = {
        pt: "Nova chave secreta de {application}",
        en: "New secret key for {application}",
        es: "Nueva clave secreta de {application}",
    };
    secret_added_heading = {
        pt: "Há uma nova chave secreta",
        en: "There is a new secret key",
        es: "Hay una nueva clave secreta",
    };
    secret_added_intro(by, secret, application) = {
        pt: "{by} criou a chave secreta “{secret}” da aplicação {application}. As que já existiam continuam funcionando.",
        en: "{by} created the secret key “{secret}” for the application {application}. The existing ones keep working.",
        es: "{by} creó la clave secreta “{secret}” de la aplicación {application}. Las que ya existían siguen funcionando.",
    };
    secret_added_next = {
        pt: "Use a nova nos seus sistemas, confira o último uso da antiga e só então revogue a antiga. Chaves nunca são enviadas por e-mail.",
        en: "Use the new one in your systems, check when the old one was last used, and only then revoke the old one. Keys are never sent by e-mail.",
        es: "Use la nueva en sus sistemas, revise el último uso de la anterior y solo entonces revóquela. Las claves nunca se envían por correo.",
    };

    secrets_changed_subject(application) = {
        pt: "Mais mudanças nas chaves secretas de {application}",
        en: "More changes to the secret keys of {application}",
        es: "Más cambios en las claves secretas de {application}",
    };
    secrets_changed_intro(application) = {
        pt: "As chaves secretas da aplicação {application} mudaram várias vezes em pouco tempo, por isso esta mensagem vale por todas as mudanças. Veja na página das chaves quais existem agora.",
        en: "The secret keys of the application {application} changed several times within a short time, so this one message covers all the changes. See which ones exist now on the keys page.",
        es: "Las claves secretas de la aplicación {application} cambiaron varias veces en poco tiempo, por eso este mensaje vale por todos los cambios. Vea en la página de las claves cuáles existen ahora.",
    };

    secret_revoked_subject(application) = {
        pt: "Chave secreta de {application} revogada",
        en: "Secret key of {application} revoked",
        es: "Clave secreta de {application} revocada",
    };
    secret_revoked_heading = {
        pt: "Uma chave secreta foi revogada",
        en: "A secret key was revoked",
        es: "Se revocó una clave secreta",
    };
    secret_revoked_intro(by, secret, application) = {
        pt: "{by} revogou a chave secreta “{secret}” da aplicação {application}. A chave e os tokens pedidos com ela deixaram de funcionar.",
        en: "{by} revoked the secret key “{secret}” of the application {application}. The key, and the tokens issued with it, no longer work.",
        es: "{by} revocó la clave secreta “{secret}” de la aplicación {application}. La clave y los tokens pedidos con ella dejaron de funcionar.",
    };
    secret_revoked_next = {
        pt: "Se algum sistema ainda a usava, troque-a por outra das chaves da aplicação.",
        en: "If a system was still using it, switch that system to another of the application's keys.",
        es: "Si algún sistema aún la usaba, cámbiela por otra de las claves de la aplicación.",
    };

    secret_ending_subject(application, end) = {
        pt: "Chave secreta de {application} deixará de funcionar em {end}",
        en: "Secret key of {application} will stop working on {end}",
        es: "La clave secreta de {application} dejará de funcionar el {end}",
    };
    secret_ending_heading = {
        pt: "Uma chave secreta deixará de funcionar",
        en: "A secret key will stop working",
        es: "Una clave secreta dejará de funcionar",
    };
    secret_ending_intro(by, secret, application, end) = {
        pt: "{by} revogou a chave secreta “{secret}” da aplicação {application}, com prazo: ela deixará de funcionar em {end}.",
        en: "{by} revoked the secret key “{secret}” of the application {application}, with a grace period: it will stop working on {end}.",
        es: "{by} revocó la clave secreta “{secret}” de la aplicación {application}, con plazo: dejará de funcionar el {end}.",
    };
    secret_ending_next = {
        pt: "Até lá, troque-a por outra chave nos sistemas que ainda a usam. A página mostra o último uso de cada uma.",
        en: "Until then, switch the systems that still use it to another key. The page shows when each was last used.",
        es: "Hasta entonces, cámbiela por otra clave en los sistemas que aún la usan. La página muestra el último uso de cada una.",
    };

    secret_expires_subject(application, end) = {
        pt: "Chave secreta de {application} expira em {end}",
        en: "Secret key of {application} expires on {end}",
        es: "La clave secreta de {application} caduca el {end}",
    };
    secret_expires_heading(end) = {
        pt: "Uma chave secreta expira em {end}",
        en: "A secret key expires on {end}",
        es: "Una clave secreta caduca el {end}",
    };
    secret_expires_intro(secret, application, end) = {
        pt: "A chave secreta “{secret}” da aplicação {application} expira em {end}. Depois disso, os sistemas que a usam não conseguirão mais obter tokens.",
        en: "The secret key “{secret}” of the application {application} expires on {end}. After that, systems that use it can no longer get tokens.",
        es: "La clave secreta “{secret}” de la aplicación {application} caduca el {end}. Después, los sistemas que la usan ya no podrán obtener tokens.",
    };
    secret_expires_next = {
        pt: "Para trocar sem interrupção: crie outra chave, coloque-a nos seus sistemas e confira na página das chaves o último uso desta.",
        en: "To switch without downtime: create another key, put it in your systems, and check on the keys page when this one was last used.",
        es: "Para cambiar sin interrupción: cree otra clave, póngala en sus sistemas y revise en la página de las claves el último uso de esta.",
    };
}
