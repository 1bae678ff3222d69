//! The page of the credential doctor, and the details of its findings.

pub mod causes;
pub mod remedies;

texts! {
    title = {
        pt: "Diagnóstico da credencial",
        en: "Credential check-up",
        es: "Diagnóstico de la credencial",
    };
    lead = {
        pt: "Cole um cabeçalho, uma credencial, um token ou um comando curl e veja o que está errado e como corrigir.",
        en: "Paste a header, a credential, a token or a curl command and see what is wrong and how to fix it.",
        es: "Pegue un encabezado, una credencial, un token o un comando curl y vea qué está mal y cómo corregirlo.",
    };
    purpose = { pt: "Para que serve", en: "What it is for", es: "Para qué sirve" };
    purpose_unsaid = {
        pt: "Descobrir pelo texto",
        en: "Work it out from the text",
        es: "Deducirlo del texto",
    };
    purpose_token = { pt: "Pedir o token", en: "Requesting the token", es: "Pedir el token" };
    purpose_call = { pt: "Chamar a API", en: "Calling the API", es: "Llamar a la API" };
    label = { pt: "O que você envia", en: "What you send", es: "Lo que usted envía" };
    hint = {
        pt: "Tudo é examinado neste navegador; nada é enviado nem guardado.",
        en: "Everything is checked in this browser; nothing is sent or stored.",
        es: "Todo se examina en este navegador; nada se envía ni se guarda.",
    };
    findings = { pt: "O que encontramos", en: "What we found", es: "Lo que encontramos" };
    mend = {
        pt: "Trocar pelo cabeçalho corrigido",
        en: "Replace it with the fixed header",
        es: "Cambiarlo por el encabezado corregido",
    };
    clear = { pt: "Limpar", en: "Clear", es: "Borrar" };
    no_script = {
        pt: "O diagnóstico precisa de JavaScript",
        en: "The check-up needs JavaScript",
        es: "El diagnóstico necesita JavaScript",
    };
    no_script_text = {
        pt: "Ele roda só no navegador, para que nenhuma chave saia da sua máquina. Sem ele, compare o que você envia com as causas abaixo.",
        en: "It runs only in the browser, so that no key leaves your machine. Without it, compare what you send with the causes below.",
        es: "Se ejecuta solo en el navegador, para que ninguna clave salga de su equipo. Sin él, compare lo que envía con las causas de abajo.",
    };

    causes = { pt: "Causas e correções", en: "Causes and fixes", es: "Causas y correcciones" };
    causes_lead = {
        pt: "Tudo o que o diagnóstico procura, para ler sem colar nada.",
        en: "Everything the check-up looks for, to read without pasting anything.",
        es: "Todo lo que el diagnóstico busca, para leer sin pegar nada.",
    };
    cause = { pt: "O que está errado", en: "What is wrong", es: "Qué está mal" };
    finding = { pt: "O que o diagnóstico diz", en: "What the check-up says", es: "Qué dice el diagnóstico" };
    remedy = { pt: "Como corrigir", en: "How to fix it", es: "Cómo corregirlo" };
    of_header = { pt: "Cabeçalho e comando", en: "Header and command", es: "Encabezado y comando" };
    of_base64 = { pt: "Base64", en: "Base64", es: "Base64" };
    of_keys = { pt: "Chaves", en: "Keys", es: "Claves" };
    of_token = { pt: "Token de acesso", en: "Access token", es: "Token de acceso" };
    of_success = { pt: "Quando está certo", en: "When it is correct", es: "Cuando está bien" };
    next = { pt: "Próximo passo", en: "Next step", es: "Próximo paso" };

    written(name) = { pt: "Está escrito {name}.", en: "It says {name}.", es: "Dice {name}." };
    at(place) = { pt: "Na posição {place}.", en: "At position {place}.", es: "En la posición {place}." };
    character(character) = {
        pt: "É o caractere {character}.",
        en: "It is the character {character}.",
        es: "Es el carácter {character}.",
    };
    character_at(character, place) = {
        pt: "É o caractere {character}, na posição {place}.",
        en: "It is the character {character}, at position {place}.",
        es: "Es el carácter {character}, en la posición {place}.",
    };
    length(length) = { pt: "Número de caracteres: {length}.", en: "Number of characters: {length}.", es: "Número de caracteres: {length}." };
    characters(length) = {
        pt: "Número de caracteres, sem os sinais de igual: {length}.",
        en: "Number of characters, without the equals signs: {length}.",
        es: "Número de caracteres, sin los signos de igual: {length}.",
    };
    issuer(issuer) = { pt: "Emitido por {issuer}", en: "Issued by {issuer}", es: "Emitido por {issuer}" };
    expired(time) = { pt: "Expirou há {time}.", en: "It expired {time} ago.", es: "Caducó hace {time}." };
    not_yet(time) = { pt: "Será válido daqui a {time}.", en: "It becomes valid in {time}.", es: "Será válido dentro de {time}." };
    good_for(time) = { pt: "É válido por mais {time}.", en: "Valid for another {time}.", es: "Es válido durante {time} más." };
    own(application) = {
        pt: "É da aplicação {application}.",
        en: "It belongs to the application {application}.",
        es: "Es de la aplicación {application}.",
    };
    closed(state) = {
        pt: "Mas agora não dá acesso: a situação da aplicação é “{state}”.",
        en: "But it gives no access now: the application's status is “{state}”.",
        es: "Pero ahora no da acceso: el estado de la aplicación es “{state}”.",
    };
    sandbox_key(application) = {
        pt: "{application} (chaves de teste)",
        en: "{application} (test keys)",
        es: "{application} (claves de prueba)",
    };
}
