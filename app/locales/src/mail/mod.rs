//! Mails: subjects, headings, paragraphs and buttons.
//!
//! This file has the texts that several mails share, and those of the test mail.

mod account;
mod contract;
mod manager;
mod message;
mod news;
mod request;
mod team;
mod usage;

pub use account::*;
pub use contract::*;
pub use manager::*;
pub use message::*;
pub use news::*;
pub use request::*;
pub use team::*;
pub use usage::*;

texts! {
    greeting(name) = { pt: "Olá, {name}.", en: "Hello, {name}.", es: "Hola, {name}." };
    link_good_for(time) = {
        pt: "O link vale por {time} e só pode ser usado uma vez.",
        en: "The link is valid for {time} and works only once.",
        es: "El enlace es válido durante {time} y solo se puede usar una vez.",
    };
    copy_address = {
        pt: "Se o botão não funcionar, copie este endereço e cole no navegador:",
        en: "If the button does not work, copy this address and paste it into your browser:",
        es: "Si el botón no funciona, copie esta dirección y péguela en el navegador:",
    };
    automatic(brand) = {
        pt: "Mensagem automática do portal {brand}.",
        en: "Sent automatically by {brand}.",
        es: "Mensaje automático de {brand}.",
    };
    one_hour = { pt: "1 hora", en: "1 hour", es: "1 hora" };
    hours(count) = { pt: "{count} horas", en: "{count} hours", es: "{count} horas" };
    one_minute = { pt: "1 minuto", en: "1 minute", es: "1 minuto" };
    days(count) = { pt: "{count} dias", en: "{count} days", es: "{count} días" };
    minutes(count) = { pt: "{count} minutos", en: "{count} minutes", es: "{count} minutos" };

    fact_request = { pt: "Solicitação", en: "Request", es: "Solicitud" };
    fact_api = { pt: "API", en: "API", es: "API" };
    fact_plan = { pt: "Plano", en: "Plan", es: "Plan" };
    fact_application = { pt: "Aplicação", en: "Application", es: "Aplicación" };
    fact_group = { pt: "Grupo de permissões", en: "Permission group", es: "Grupo de permisos" };
    fact_company = { pt: "Empresa", en: "Company", es: "Empresa" };

    test_subject = { pt: "Mensagem de teste", en: "Test message", es: "Mensaje de prueba" };
    test_heading = {
        pt: "O envio de e-mail funciona",
        en: "E-mail delivery works",
        es: "El envío de correo funciona",
    };
    test_intro(brand) = {
        pt: "Esta mensagem saiu do servidor do portal {brand} e chegou até você. Os links das mensagens começam com o endereço abaixo; confira se ele está certo.",
        en: "This message left the {brand} server and reached you. Links in messages start with the address below; check that it is right.",
        es: "Este mensaje salió del servidor de {brand} y llegó hasta usted. Los enlaces de los mensajes comienzan con la dirección de abajo; compruebe que sea correcta.",
    };
    test_button(brand) = { pt: "Abrir {brand}", en: "Open {brand}", es: "Abrir {brand}" };
}
