//! What agents and other readers of Markdown are told.

texts! {
    calling(token) = {
        pt: "Para chamar uma API, peça um token em {token} com a chave pública e a chave secreta da sua aplicação (OAuth 2.0, client_credentials) e envie-o como Bearer. As chaves vêm com uma solicitação aprovada por uma pessoa; a página de cada API leva ao pedido.",
        en: "To call an API, get a token from {token} with the public key and the secret key of your application (OAuth 2.0, client_credentials) and send it as a Bearer token. The keys come with a request that a person has approved; the page of each API leads to that request.",
        es: "Para llamar a una API, pida un token en {token} con la clave pública y la clave secreta de su aplicación (OAuth 2.0, client_credentials) y envíelo como Bearer. Las claves vienen con una solicitud aprobada por una persona; la página de cada API lleva a la solicitud.",
    };
    for_programs = { pt: "Para programas", en: "For programs", es: "Para programas" };
    about_portal = { pt: "Sobre o portal", en: "About the portal", es: "Sobre el portal" };
    api_catalogue = {
        pt: "As APIs com suas descrições (RFC 9727)",
        en: "The APIs with their descriptions (RFC 9727)",
        es: "Las API con sus descripciones (RFC 9727)",
    };
    authorization_server = {
        pt: "O servidor de autorização (RFC 8414)",
        en: "The authorization server (RFC 8414)",
        es: "El servidor de autorización (RFC 8414)",
    };
    all_in_one = {
        pt: "Toda a documentação em um só texto",
        en: "All of the documentation as one text",
        es: "Toda la documentación en un solo texto",
    };
    as_page = { pt: "Como página", en: "As a page", es: "Como página" };
    shortened = {
        pt: "O texto terminaria longo demais; o resto está nos endereços acima.",
        en: "The text would be too long; the rest is at the addresses above.",
        es: "El texto sería demasiado largo; el resto está en las direcciones de arriba.",
    };
    parameters = { pt: "Parâmetros", en: "Parameters", es: "Parámetros" };
    version = { pt: "Versão", en: "Version", es: "Versión" };
}
