//! Webhooks: the list, the forms, one webhook with its log, and how a message is verified.

texts! {
    title = { pt: "Webhooks", en: "Webhooks", es: "Webhooks" };
    title_of(name) = { pt: "Webhooks de {name}", en: "Webhooks of {name}", es: "Webhooks de {name}" };
    group_lead = {
        pt: "Endereços de programas da empresa que o portal avisa do que acontece com o grupo.",
        en: "Addresses of the company's programs that the portal tells what happens to the group.",
        es: "Direcciones de programas de la empresa a los que el portal cuenta lo que ocurre con el grupo.",
    };
    portal_lead = {
        pt: "Endereços de programas que recebem os eventos do portal inteiro, de todas as empresas.",
        en: "Addresses of programs that get the events of the whole portal, of all companies.",
        es: "Direcciones de programas que reciben los eventos de todo el portal, de todas las empresas.",
    };
    none_title = { pt: "Nenhum webhook ainda", en: "No webhook yet", es: "Todavía ningún webhook" };
    none = {
        pt: "Um webhook é um endereço seu. Quando algo acontece, o portal envia a ele uma mensagem assinada, e seu programa não precisa ficar perguntando.",
        en: "A webhook is an address of yours. When something happens, the portal sends it a signed message, so your program need not keep asking.",
        es: "Un webhook es una dirección suya. Cuando ocurre algo, el portal le envía un mensaje firmado, y su programa no tiene que preguntar todo el tiempo.",
    };
    how_to_verify = { pt: "Como verificar a assinatura", en: "How to verify the signature", es: "Cómo verificar la firma" };
    new = { pt: "Novo webhook", en: "New webhook", es: "Nuevo webhook" };
    full(max) = {
        pt: "Já são {max} webhooks, e mais não cabem. Apague um que não use para criar outro.",
        en: "There are {max} webhooks already, which is the most. Delete one that you do not use to create another.",
        es: "Ya hay {max} webhooks, que es el máximo. Elimine uno que no use para crear otro.",
    };
    owners_only = {
        pt: "Só os donos do grupo criam e alteram webhooks. Você pode ver o que foi enviado.",
        en: "Only the group's owners create and change webhooks. You can see what was sent.",
        es: "Solo los dueños del grupo crean y cambian webhooks. Usted puede ver lo que se envió.",
    };
    webhook = { pt: "Webhook", en: "Webhook", es: "Webhook" };
    events = { pt: "Eventos", en: "Events", es: "Eventos" };
    all_events = { pt: "Todos", en: "All", es: "Todos" };
    some_events(count, all) = { pt: "{count} de {all}", en: "{count} of {all}", es: "{count} de {all}" };
    state = { pt: "Situação", en: "State", es: "Estado" };
    active = { pt: "Ativo", en: "Active", es: "Activo" };
    failing = { pt: "Falhando", en: "Failing", es: "Fallando" };
    paused = { pt: "Pausado", en: "Paused", es: "Pausado" };
    paused_by_person = { pt: "por alguém da equipe", en: "by somebody on the team", es: "por alguien del equipo" };
    paused_failing = { pt: "nada chegou por três dias", en: "nothing arrived for three days", es: "nada llegó en tres días" };
    paused_gone = { pt: "o destino respondeu 410", en: "the receiver answered 410", es: "el destino respondió 410" };
    last_delivery = { pt: "Última entrega", en: "Last delivery", es: "Última entrega" };
    never = { pt: "Nunca", en: "Never", es: "Nunca" };
    created = { pt: "Criado em", en: "Created on", es: "Creado el" };

    new_lead = {
        pt: "O segredo que assina as mensagens aparece uma única vez, depois de criar.",
        en: "The secret that signs the messages is shown only once, after you create it.",
        es: "El secreto que firma los mensajes se muestra una sola vez, después de crearlo.",
    };
    address = { pt: "Endereço", en: "Address", es: "Dirección" };
    address_hint = {
        pt: "https://…, na internet pública. O portal envia um POST e não segue redirecionamentos.",
        en: "https://…, on the public internet. The portal sends a POST and follows no redirects.",
        es: "https://…, en internet pública. El portal envía un POST y no sigue redirecciones.",
    };
    events_hint = {
        pt: "O que o webhook recebe. Um teste chega sempre.",
        en: "What the webhook gets. A test always arrives.",
        es: "Lo que recibe el webhook. Una prueba llega siempre.",
    };
    create = { pt: "Criar webhook", en: "Create webhook", es: "Crear webhook" };
    change = { pt: "Alterar", en: "Change", es: "Cambiar" };
    change_title = { pt: "Alterar webhook", en: "Change webhook", es: "Cambiar el webhook" };
    change_lead = {
        pt: "O segredo continua o mesmo. O que já está a caminho vai para o novo endereço.",
        en: "The secret stays the same. What is on its way already goes to the new address.",
        es: "El secreto sigue siendo el mismo. Lo que ya está en camino va a la dirección nueva.",
    };
    save = { pt: "Salvar", en: "Save", es: "Guardar" };

    address_missing = { pt: "Informe o endereço.", en: "Enter the address.", es: "Indique la dirección." };
    address_long(max) = {
        pt: "O endereço pode ter até {max} caracteres.",
        en: "The address can have up to {max} characters.",
        es: "La dirección puede tener hasta {max} caracteres.",
    };
    address_malformed = {
        pt: "Isto não é um endereço completo. Escreva como https://empresa.com.br/webhooks, sem usuário, senha nem #.",
        en: "This is not a complete address. Write it as https://company.com/webhooks, without user, password or #.",
        es: "Esto no es una dirección completa. Escríbala como https://empresa.com/webhooks, sin usuario, contraseña ni #.",
    };
    address_not_https = {
        pt: "O endereço precisa começar com https://, para que ninguém leia nem mude as mensagens no caminho.",
        en: "The address must begin with https://, so that nobody reads or changes the messages on their way.",
        es: "La dirección debe comenzar con https://, para que nadie lea ni cambie los mensajes en el camino.",
    };
    address_not_public = {
        pt: "O endereço leva a uma rede interna. Use um que se alcance pela internet.",
        en: "The address leads into an internal network. Use one that is reached over the internet.",
        es: "La dirección lleva a una red interna. Use una que se alcance por internet.",
    };
    no_events = { pt: "Escolha ao menos um evento.", en: "Choose at least one event.", es: "Elija al menos un evento." };

    made = { pt: "Webhook criado", en: "Webhook created", es: "Webhook creado" };
    secret_made = { pt: "Segredo trocado", en: "Secret changed", es: "Secreto cambiado" };
    secret = { pt: "Segredo", en: "Secret", es: "Secreto" };
    once_title = { pt: "Guarde o segredo agora", en: "Keep the secret now", es: "Guarde el secreto ahora" };
    once = {
        pt: "Ele não aparece de novo. Quem o perder tem de trocá-lo.",
        en: "It is not shown again. Whoever loses it must change it.",
        es: "No se muestra de nuevo. Quien lo pierda tendrá que cambiarlo.",
    };
    old_title = { pt: "O segredo anterior ainda assina", en: "The previous secret still signs", es: "El secreto anterior todavía firma" };
    old_until(time) = {
        pt: "Até {time}, cada mensagem leva as duas assinaturas: troque o segredo no destino sem interrupção. Depois vale só o novo.",
        en: "Until {time} each message carries both signatures: change the secret at the receiver without an interruption. After that only the new one counts.",
        es: "Hasta el {time}, cada mensaje lleva las dos firmas: cambie el secreto en el destino sin interrupción. Después solo vale el nuevo.",
    };
    old_signs_until = { pt: "Segredo anterior assina até", en: "Previous secret signs until", es: "El secreto anterior firma hasta" };
    to_webhook = { pt: "Ver o webhook", en: "See the webhook", es: "Ver el webhook" };
    change_secret = { pt: "Trocar o segredo", en: "Change the secret", es: "Cambiar el secreto" };
    secret_lead = {
        pt: "O novo segredo aparece uma única vez. O atual ainda assina por 24 horas, junto com o novo.",
        en: "The new secret is shown only once. The current one still signs for 24 hours, along with the new one.",
        es: "El secreto nuevo se muestra una sola vez. El actual todavía firma durante 24 horas, junto con el nuevo.",
    };
    old_ends_title = { pt: "Já há um segredo anterior", en: "There is a previous secret already", es: "Ya hay un secreto anterior" };
    old_ends(time) = {
        pt: "Ele assinaria até {time}. Se você trocar de novo, ele deixa de assinar na hora.",
        en: "It would sign until {time}. If you change the secret again, it stops signing at once.",
        es: "Firmaría hasta el {time}. Si cambia de nuevo, deja de firmar enseguida.",
    };
    secret_changed = {
        pt: "Nada foi trocado: o webhook mudou desde que você abriu a página. Confira e tente de novo.",
        en: "Nothing was changed: the webhook changed since you opened the page. Check it and try again.",
        es: "No se cambió nada: el webhook cambió desde que abrió la página. Revíselo e inténtelo de nuevo.",
    };

    send_test = { pt: "Enviar teste", en: "Send test", es: "Enviar prueba" };
    pause = { pt: "Pausar", en: "Pause", es: "Pausar" };
    pause_means = {
        pt: "Pausar: nada mais é enviado até você retomar. O que acontecer enquanto isso não é enviado depois.",
        en: "Pause: nothing more is sent until you resume. What happens meanwhile is not sent afterwards.",
        es: "Pausar: no se envía nada más hasta que usted lo reanude. Lo que ocurra mientras tanto no se envía después.",
    };
    resume = { pt: "Retomar", en: "Resume", es: "Reanudar" };
    resume_means = {
        pt: "Retomar: o que esperava há menos de três dias sai agora, e o que acontecer daqui em diante também é enviado.",
        en: "Resume: what has waited for less than three days leaves now, and what happens from now on is sent too.",
        es: "Reanudar: lo que esperaba desde hace menos de tres días sale ahora, y lo que ocurra de aquí en adelante también se envía.",
    };
    paused_since(time) = { pt: "Pausado desde {time}", en: "Paused since {time}", es: "Pausado desde el {time}" };
    paused_by_person_text = {
        pt: "Alguém da equipe pausou o webhook. Nada é enviado até que um dono o retome.",
        en: "Somebody on the team paused the webhook. Nothing is sent until an owner resumes it.",
        es: "Alguien del equipo pausó el webhook. No se envía nada hasta que un dueño lo reanude.",
    };
    paused_failing_text = {
        pt: "Por três dias, nada chegou ao destino. Veja abaixo o que ele respondeu, corrija e retome.",
        en: "For three days nothing arrived at the receiver. See below what it answered, mend it and resume.",
        es: "Durante tres días no llegó nada al destino. Vea abajo lo que respondió, corríjalo y reanude.",
    };
    paused_gone_text = {
        pt: "O destino respondeu 410: não quer mais receber eventos. Se foi por engano, corrija e retome; senão, apague o webhook.",
        en: "The receiver answered 410: it does not want events any more. If that was a mistake, mend it and resume; otherwise delete the webhook.",
        es: "El destino respondió 410: ya no quiere recibir eventos. Si fue un error, corríjalo y reanude; si no, elimine el webhook.",
    };
    failing_since(time) = { pt: "Falhando desde {time}", en: "Failing since {time}", es: "Fallando desde el {time}" };
    failing_text = {
        pt: "O portal tenta de novo por três dias. Se nada chegar, o webhook é pausado. Veja abaixo o que o destino respondeu.",
        en: "The portal tries again for three days. If nothing arrives, the webhook is paused. See below what the receiver answered.",
        es: "El portal vuelve a intentarlo durante tres días. Si no llega nada, el webhook se pausa. Vea abajo lo que respondió el destino.",
    };
    delete = { pt: "Apagar", en: "Delete", es: "Eliminar" };
    delete_title(name) = { pt: "Apagar o webhook {name}", en: "Delete the webhook {name}", es: "Eliminar el webhook {name}" };
    delete_breaks = {
        pt: "O destino deixa de receber eventos na hora, também os que ainda seriam tentados. O segredo e o registro de entregas deixam de existir. Não há como desfazer.",
        en: "The receiver gets no more events at once, not even those that would still be tried. The secret and the log of deliveries cease to exist. This cannot be undone.",
        es: "El destino deja de recibir eventos enseguida, también los que aún se intentarían. El secreto y el registro de entregas dejan de existir. No se puede deshacer.",
    };

    changed_now = { pt: "Webhook alterado.", en: "Webhook changed.", es: "Webhook cambiado." };
    paused_now = { pt: "Webhook pausado.", en: "Webhook paused.", es: "Webhook pausado." };
    resumed_now = { pt: "Webhook retomado.", en: "Webhook resumed.", es: "Webhook reanudado." };
    deleted_now = { pt: "Webhook apagado.", en: "Webhook deleted.", es: "Webhook eliminado." };
    tested_now = {
        pt: "O teste está a caminho. Recarregue a página para ver a resposta.",
        en: "The test is on its way. Reload the page to see the answer.",
        es: "La prueba está en camino. Recargue la página para ver la respuesta.",
    };
    resent_now = {
        pt: "O evento está a caminho de novo. Recarregue a página para ver a resposta.",
        en: "The event is on its way again. Reload the page to see the answer.",
        es: "El evento está en camino otra vez. Recargue la página para ver la respuesta.",
    };
    is_paused = {
        pt: "Nada foi enviado: o webhook está pausado. Retome-o antes.",
        en: "Nothing was sent: the webhook is paused. Resume it first.",
        es: "No se envió nada: el webhook está pausado. Reanúdelo antes.",
    };
    is_pending = {
        pt: "Este evento já está a caminho.",
        en: "This event is on its way already.",
        es: "Este evento ya está en camino.",
    };
}
