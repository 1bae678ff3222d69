//! What is wrong with a header, a credential or a token.

texts! {
    too_long = { pt: "O texto é longo demais", en: "The text is too long", es: "El texto es demasiado largo" };
    quotes = { pt: "Há aspas em volta do valor", en: "There are quotation marks around the value", es: "Hay comillas alrededor del valor" };
    unknown_header = {
        pt: "O nome do cabeçalho está errado",
        en: "The header has the wrong name",
        es: "El nombre del encabezado es incorrecto",
    };
    two_methods = {
        pt: "Há mais de uma forma de autenticação",
        en: "There is more than one authentication method",
        es: "Hay más de una forma de autenticación",
    };
    missing = {
        pt: "Não há credencial nem token aqui",
        en: "There is neither a credential nor a token here",
        es: "Aquí no hay credencial ni token",
    };
    scheme = {
        pt: "Falta Basic ou Bearer, ou há uma palavra a mais",
        en: "Basic or Bearer is missing, or there is an extra word",
        es: "Falta Basic o Bearer, o sobra una palabra",
    };
    bearer_for_token = { pt: "Bearer ao pedir o token", en: "Bearer when requesting the token", es: "Bearer al pedir el token" };
    basic_for_call = { pt: "Basic ao chamar a API", en: "Basic when calling the API", es: "Basic al llamar a la API" };
    grant_missing = {
        pt: "Falta o grant_type do pedido de token",
        en: "The token request has no grant_type",
        es: "Falta el grant_type de la solicitud de token",
    };
    placeholder = {
        pt: "Há uma variável ou um exemplo no lugar do valor",
        en: "There is a variable or an example instead of the value",
        es: "Hay una variable o un ejemplo en lugar del valor",
    };
    white_space = {
        pt: "Há um espaço ou uma quebra de linha no meio",
        en: "There is a space or a line break in the middle",
        es: "Hay un espacio o un salto de línea en medio",
    };
    not_base64 = {
        pt: "Há um caractere que não existe em base64",
        en: "There is a character that does not exist in base64",
        es: "Hay un carácter que no existe en base64",
    };
    url_alphabet = {
        pt: "É base64url, com - e _, em vez de base64",
        en: "It is base64url, with - and _, instead of base64",
        es: "Es base64url, con - y _, en vez de base64",
    };
    padding = {
        pt: "Faltam ou sobram sinais de igual no fim",
        en: "There are too few or too many equals signs at the end",
        es: "Faltan o sobran signos de igual al final",
    };
    cut = { pt: "A credencial está incompleta", en: "The credential is incomplete", es: "La credencial está incompleta" };
    not_text = {
        pt: "O que foi codificado não é texto",
        en: "What was encoded is not text",
        es: "Lo que se codificó no es texto",
    };
    utf16 = {
        pt: "As chaves foram codificadas em UTF-16",
        en: "The keys were encoded as UTF-16",
        es: "Las claves se codificaron en UTF-16",
    };
    encoded_twice = {
        pt: "O base64 foi aplicado duas vezes",
        en: "Base64 was applied twice",
        es: "El base64 se aplicó dos veces",
    };
    not_encoded = {
        pt: "As chaves não estão em base64",
        en: "The keys are not in base64",
        es: "Las claves no están en base64",
    };
    trailing_newline = {
        pt: "A chave secreta termina com uma quebra de linha",
        en: "The secret key ends in a line break",
        es: "La clave secreta termina con un salto de línea",
    };
    space_in_keys = { pt: "Há um espaço junto às chaves", en: "There is a space next to the keys", es: "Hay un espacio junto a las claves" };
    one_key = {
        pt: "Há uma chave só, ou faltam os dois-pontos",
        en: "There is only one key, or the colon is missing",
        es: "Hay una sola clave, o faltan los dos puntos",
    };
    empty_public_key = { pt: "A chave pública está vazia", en: "The public key is empty", es: "La clave pública está vacía" };
    empty_secret_key = { pt: "A chave secreta está vazia", en: "The secret key is empty", es: "La clave secreta está vacía" };
    swapped = { pt: "As chaves estão trocadas", en: "The keys are swapped", es: "Las claves están invertidas" };
    secret_for_public = {
        pt: "É a chave secreta, não a pública",
        en: "This is the secret key, not the public key",
        es: "Es la clave secreta, no la pública",
    };
    public_for_secret = {
        pt: "É a chave pública, não a secreta",
        en: "This is the public key, not the secret key",
        es: "Es la clave pública, no la secreta",
    };
    secret_alone = {
        pt: "É só a chave secreta, não a credencial",
        en: "This is the secret key alone, not the credential",
        es: "Es solo la clave secreta, no la credencial",
    };
    wrong_character = {
        pt: "Há um caractere errado na chave secreta",
        en: "A character of the secret key is wrong",
        es: "Hay un carácter incorrecto en la clave secreta",
    };
    spaced_colon = {
        pt: "Há espaços em volta dos dois-pontos",
        en: "There are spaces around the colon",
        es: "Hay espacios alrededor de los dos puntos",
    };
    public_key_length = {
        pt: "O tamanho da chave pública está errado",
        en: "The public key has the wrong length",
        es: "La longitud de la clave pública es incorrecta",
    };
    secret_key_length = {
        pt: "O tamanho da chave secreta está errado",
        en: "The secret key has the wrong length",
        es: "La longitud de la clave secreta es incorrecta",
    };
    key_character = {
        pt: "Há nas chaves um caractere que nenhuma chave tem",
        en: "There is a character in the keys that no key has",
        es: "Hay en las claves un carácter que ninguna clave tiene",
    };
    another_application = {
        pt: "A chave pública não é de nenhuma das suas aplicações",
        en: "The public key does not belong to any of your applications",
        es: "La clave pública no es de ninguna de sus aplicaciones",
    };
    not_a_credential = {
        pt: "É um token, e aqui vai a credencial",
        en: "This is a token; the credential goes here",
        es: "Es un token, y aquí va la credencial",
    };
    not_a_token = {
        pt: "O token de acesso está incompleto",
        en: "The access token is incomplete",
        es: "El token de acceso está incompleto",
    };
    foreign_token = {
        pt: "O token não foi emitido por este portal",
        en: "The token was not issued by this portal",
        es: "El token no fue emitido por este portal",
    };
    expired = { pt: "O token expirou", en: "The token has expired", es: "El token caducó" };
    not_yet = { pt: "O token ainda não é válido", en: "The token is not valid yet", es: "El token aún no es válido" };
    credential_fine = { pt: "A credencial está bem montada", en: "The credential is well formed", es: "La credencial está bien formada" };
    token_fine = {
        pt: "O token está completo e ainda é válido",
        en: "The token is complete and still valid",
        es: "El token está completo y vigente",
    };
}
