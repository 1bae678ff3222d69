//! What comes of trying an upstream.

texts! {
    check_upstream = {
        pt: "Verificar se responde",
        en: "Check that it answers",
        es: "Verificar si responde",
    };
    upstream_answers = {
        pt: "O portal alcança esse endereço",
        en: "The portal reaches that address",
        es: "El portal alcanza esa dirección",
    };
    upstream_answers_text = {
        pt: "A conexão foi aceita, e o certificado também, onde há um. Nenhuma chamada foi feita.",
        en: "The connection was accepted, and so was the certificate, where there is one. No call was made.",
        es: "La conexión fue aceptada, y también el certificado, donde lo hay. No se hizo ninguna llamada.",
    };
    upstream_fails = {
        pt: "O portal não alcança esse endereço",
        en: "The portal does not reach that address",
        es: "El portal no alcanza esa dirección",
    };
    line_missing = {
        pt: "Esta linha falta na configuração do portal; depois dela, reinicie o portal:",
        en: "This line is missing in the portal's configuration; restart the portal after adding it:",
        es: "Esta línea falta en la configuración del portal; después de agregarla, reinicie el portal:",
    };
    inner_addresses(host) = {
        pt: "{host} leva a endereços internos, que a configuração não permite.",
        en: "{host} leads to internal addresses, which the configuration does not allow.",
        es: "{host} lleva a direcciones internas, que la configuración no permite.",
    };
    tls_expired = { pt: "O certificado dele expirou.", en: "Its certificate has expired.", es: "Su certificado ha caducado." };
    tls_not_yet = {
        pt: "O certificado dele ainda não vale, ou o relógio desta máquina está errado.",
        en: "Its certificate is not valid yet, or this machine's clock is wrong.",
        es: "Su certificado todavía no es válido, o el reloj de esta máquina está mal.",
    };
    tls_issuer = {
        pt: "Quem emitiu o certificado dele não é conhecido aqui. BALCAO_TLS_CA nomeia o arquivo com essa autoridade.",
        en: "Whoever issued its certificate is unknown here. BALCAO_TLS_CA names the file with that authority.",
        es: "Quien emitió su certificado no es conocido aquí. BALCAO_TLS_CA nombra el archivo con esa autoridad.",
    };
    tls_name = {
        pt: "O certificado dele é de outro nome.",
        en: "Its certificate is for another name.",
        es: "Su certificado es de otro nombre.",
    };
    tls_revoked = { pt: "O certificado dele foi revogado.", en: "Its certificate was revoked.", es: "Su certificado fue revocado." };
    tls_none = {
        pt: "Ele não fala TLS nessa porta. Talvez o endereço comece com http://.",
        en: "It does not speak TLS on that port. Perhaps the address begins with http://.",
        es: "No habla TLS en ese puerto. Quizá la dirección empiece con http://.",
    };
    no_connection(said) = {
        pt: "A conexão não foi possível: {said}.",
        en: "No connection was possible: {said}.",
        es: "La conexión no fue posible: {said}.",
    };
    too_late = {
        pt: "Ninguém respondeu a tempo. Talvez uma barreira de rede descarte as conexões.",
        en: "Nobody answered in time. A firewall may be dropping the connections.",
        es: "Nadie respondió a tiempo. Quizá un cortafuegos descarte las conexiones.",
    };
}
