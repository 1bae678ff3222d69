//! The mailbox of a development run.

texts! {
    title = { pt: "Correio", en: "Mailbox", es: "Correo" };
    lead = {
        pt: "Nesta execução de desenvolvimento, nenhum e-mail sai da máquina. Só quem usa essa máquina lê esta página.",
        en: "In this development run no mail leaves the machine. Only people using this machine can read this page.",
        es: "En esta ejecución de desarrollo ningún correo sale de la máquina. Solo quien usa esa máquina lee esta página.",
    };
    empty_title = { pt: "Nenhuma mensagem ainda", en: "No messages yet", es: "Todavía no hay mensajes" };
    empty = {
        pt: "Faça um cadastro ou uma solicitação; o que o portal enviar aparece aqui.",
        en: "Sign up or make a request; what the portal sends appears here.",
        es: "Regístrese o haga una solicitud; lo que el portal envíe aparece aquí.",
    };
    messages = { pt: "Mensagens", en: "Messages", es: "Mensajes" };
    to = { pt: "Para", en: "To", es: "Para" };
    sent_at = { pt: "Enviada em", en: "Sent on", es: "Enviado el" };
    html_part = { pt: "Ver a versão em HTML", en: "See the HTML version", es: "Ver la versión en HTML" };
}
