//! The page of a request after it was sent.

texts! {
    title(number) = { pt: "Solicitação {number}", en: "Request {number}", es: "Solicitud {number}" };
    sent(at) = { pt: "Enviada em {at}", en: "Sent on {at}", es: "Enviada el {at}" };
    sent_by(name) = { pt: "por {name}", en: "by {name}", es: "por {name}" };

    pending = { pt: "Solicitação enviada", en: "Request sent", es: "Solicitud enviada" };
    awaiting_applicant = {
        pt: "Precisamos de uma informação",
        en: "We need some information",
        es: "Necesitamos una información",
    };
    pending_who = {
        pt: "Quem decide é um gestor de contrato.",
        en: "A contract manager decides.",
        es: "Quien decide es un gestor de contrato.",
    };
    pending_next = {
        pt: "A resposta chega por e-mail. Se a solicitação for aprovada, as chaves aparecem em Minhas Aplicações; se for recusada, o motivo aparece aqui e você pode corrigi-la.",
        en: "You will get the answer by e-mail. If the request is approved, the keys appear under My applications; if it is rejected, you can read the reason here and correct it.",
        es: "La respuesta llega por correo. Si la solicitud se aprueba, las claves aparecen en Mis aplicaciones; si se rechaza, el motivo aparece aquí y usted puede corregirla.",
    };
    meanwhile = { pt: "Enquanto isso", en: "In the meantime", es: "Mientras tanto" };
    meanwhile_presentation = { pt: "Leia como a API funciona", en: "Read how the API works", es: "Lea cómo funciona la API" };
    meanwhile_samples = {
        pt: "Prepare a primeira chamada com os exemplos de código",
        en: "Prepare the first call with the code samples",
        es: "Prepare la primera llamada con los ejemplos de código",
    };
    meanwhile_answers = {
        pt: "Veja o que cada resposta quer dizer",
        en: "See what each response means",
        es: "Vea qué significa cada respuesta",
    };
    cancel_title = { pt: "Mudou de ideia?", en: "Changed your mind?", es: "¿Cambió de idea?" };
    cancel_text = {
        pt: "Enquanto ninguém decidir, você pode cancelar. Para pedir de novo, comece outra solicitação.",
        en: "You can cancel until somebody decides. To request it again, start another request.",
        es: "Mientras nadie decida, usted puede cancelar. Para pedir de nuevo, empiece otra solicitud.",
    };
    cancel = { pt: "Cancelar esta solicitação", en: "Cancel this request", es: "Cancelar esta solicitud" };

    approved = { pt: "Solicitação aprovada", en: "Request approved", es: "Solicitud aprobada" };
    approved_text = {
        pt: "O acesso está liberado. A chave pública e a chave secreta estão no grupo de permissões.",
        en: "You now have access. The public key and the secret key are in the permission group.",
        es: "El acceso está habilitado. La clave pública y la clave secreta están en el grupo de permisos.",
    };
    see_keys = { pt: "Ver as chaves", en: "See the keys", es: "Ver las claves" };

    rejected = { pt: "Solicitação recusada", en: "Request rejected", es: "Solicitud rechazada" };
    rejected_text = {
        pt: "Você pode corrigir e enviar de novo: o que já preencheu está guardado.",
        en: "You can correct it and send it again: what you filled in has been kept.",
        es: "Puede corregirla y enviarla de nuevo: lo que ya completó está guardado.",
    };
    correct = { pt: "Corrigir e enviar de novo", en: "Correct and send again", es: "Corregir y enviar de nuevo" };

    cancelled = { pt: "Solicitação cancelada", en: "Request cancelled", es: "Solicitud cancelada" };
    cancelled_text = {
        pt: "Ela não será mais analisada. Se ainda precisar da API, faça outra solicitação.",
        en: "It will not be reviewed. If you still need the API, send another request.",
        es: "Ya no se analizará. Si aún necesita la API, haga otra solicitud.",
    };
    ask_again = { pt: "Solicitar de novo", en: "Request again", es: "Solicitar de nuevo" };

    suspended = { pt: "Acesso suspenso", en: "Access suspended", es: "Acceso suspendido" };
    suspended_text = {
        pt: "As chaves não funcionam enquanto o acesso estiver suspenso. Para retomá-lo, fale com o seu gestor de contrato.",
        en: "The keys do not work while access is suspended. Talk to your contract manager to have it resumed.",
        es: "Las claves no funcionan mientras el acceso esté suspendido. Para reanudarlo, hable con su gestor de contrato.",
    };
    revoked = { pt: "Acesso revogado", en: "Access revoked", es: "Acceso revocado" };
    revoked_text = {
        pt: "As chaves deixaram de funcionar definitivamente. Se ainda precisar da API, faça outra solicitação.",
        en: "The keys have stopped working permanently. If you still need the API, send another request.",
        es: "Las claves dejaron de funcionar definitivamente. Si aún necesita la API, haga otra solicitud.",
    };
    see_group = { pt: "Ver o grupo", en: "See the group", es: "Ver el grupo" };
}
