//! The reference of an API, drawn from its `OpenAPI` document.

texts! {
    lead(api) = {
        pt: "Cada operação de {api}: parâmetros, corpos, respostas e exemplos.",
        en: "Every operation of {api}: parameters, bodies, responses and examples.",
        es: "Cada operación de {api}: parámetros, cuerpos, respuestas y ejemplos.",
    };
    base_address = { pt: "Endereço base", en: "Base address", es: "Dirección base" };
    operations = { pt: "Operações", en: "Operations", es: "Operaciones" };
    other_operations = { pt: "Outras operações", en: "Other operations", es: "Otras operaciones" };
    webhooks = { pt: "Webhooks", en: "Webhooks", es: "Webhooks" };
    webhooks_lead = {
        pt: "Chamadas que a API faz ao seu servidor.",
        en: "Calls the API makes to your server.",
        es: "Llamadas que la API hace a su servidor.",
    };
    callbacks = {
        pt: "A API chama de volta",
        en: "The API calls back",
        es: "La API llama de vuelta",
    };
    schemas = { pt: "Modelos de dados", en: "Data models", es: "Modelos de datos" };
    schemas_lead = {
        pt: "Os modelos que contêm a si mesmos, ou que são grandes demais para caber em cada operação.",
        en: "The models that contain themselves, or that are too large to fit into each operation.",
        es: "Los modelos que se contienen a sí mismos, o que son demasiado grandes para caber en cada operación.",
    };
    elsewhere = {
        pt: "Descritos em outro documento",
        en: "Described in another document",
        es: "Descritos en otro documento",
    };
    deprecated = { pt: "obsoleta", en: "deprecated", es: "obsoleta" };
    deprecated_field = { pt: "obsoleto", en: "deprecated", es: "obsoleto" };
    required = { pt: "obrigatório", en: "required", es: "obligatorio" };
    read_only = { pt: "só em respostas", en: "in responses only", es: "solo en respuestas" };
    write_only = { pt: "só em requisições", en: "in requests only", es: "solo en peticiones" };

    authentication = { pt: "Autenticação", en: "Authentication", es: "Autenticación" };
    authentication_lead = {
        pt: "Cada chamada leva um token de acesso da sua aplicação. Ele é obtido com as duas chaves, em uma chamada deste endereço, e vale por um tempo: guarde-o e use-o de novo.",
        en: "Each call carries an access token of your application. You get one with the two keys, by a call of this address, and it lasts for a while: keep it and use it again.",
        es: "Cada llamada lleva un token de acceso de su aplicación. Se obtiene con las dos claves, en una llamada a esta dirección, y vale por un tiempo: guárdelo y úselo de nuevo.",
    };
    ways = { pt: "Como enviar o token", en: "How to send the token", es: "Cómo enviar el token" };
    key_in(place, name) = { pt: "{name}, em {place}", en: "{name}, in {place}", es: "{name}, en {place}" };
    authorization_header(scheme) = {
        pt: "Cabeçalho Authorization, esquema {scheme}",
        en: "Authorization header, scheme {scheme}",
        es: "Cabecera Authorization, esquema {scheme}",
    };
    openid = { pt: "OpenID Connect", en: "OpenID Connect", es: "OpenID Connect" };
    certificate = {
        pt: "Certificado de quem chama (TLS mútuo)",
        en: "Certificate of the caller (mutual TLS)",
        es: "Certificado de quien llama (TLS mutuo)",
    };
    oauth(flow) = { pt: "OAuth 2.0, {flow}", en: "OAuth 2.0, {flow}", es: "OAuth 2.0, {flow}" };
    scopes = { pt: "Escopos", en: "Scopes", es: "Alcances" };
    no_authentication = {
        pt: "Não pede autenticação",
        en: "Needs no authentication",
        es: "No pide autenticación",
    };
    or = { pt: "ou", en: "or", es: "o" };
    and = { pt: "com", en: "with", es: "con" };

    in_path = { pt: "Parâmetros do caminho", en: "Path parameters", es: "Parámetros de la ruta" };
    in_query = { pt: "Parâmetros da consulta", en: "Query parameters", es: "Parámetros de la consulta" };
    in_header = { pt: "Cabeçalhos", en: "Headers", es: "Cabeceras" };
    in_cookie = { pt: "Cookies", en: "Cookies", es: "Cookies" };
    style_of_lists(style) = {
        pt: "Escrito no estilo {style}",
        en: "Written in the style {style}",
        es: "Se escribe con el estilo {style}",
    };
    written_as(media_type) = {
        pt: "Escrito como {media_type}",
        en: "Written as {media_type}",
        es: "Se escribe como {media_type}",
    };
    request_body = { pt: "Corpo da requisição", en: "Request body", es: "Cuerpo de la petición" };
    responses = { pt: "Respostas", en: "Responses", es: "Respuestas" };
    headers_of_response = {
        pt: "Cabeçalhos da resposta",
        en: "Response headers",
        es: "Cabeceras de la respuesta",
    };
    any_other_status = { pt: "outros", en: "others", es: "otros" };
    same_body = { pt: "Mesmo corpo de", en: "Same body as", es: "El mismo cuerpo que" };
    try_it = { pt: "Testar", en: "Try it", es: "Probar" };
    try_it_of(operation) = {
        pt: "Testar: {operation}",
        en: "Try it: {operation}",
        es: "Probar: {operation}",
    };
    see_program = { pt: "Ver o programa", en: "See the program", es: "Ver el programa" };
    see_program_of(operation) = {
        pt: "Ver o programa: {operation}",
        en: "See the program: {operation}",
        es: "Ver el programa: {operation}",
    };
    request = { pt: "Requisição", en: "Request", es: "Petición" };
    example_responses = {
        pt: "Exemplos de resposta",
        en: "Example responses",
        es: "Ejemplos de respuesta",
    };
    example_request_of(operation) = {
        pt: "Exemplo de requisição: {operation}",
        en: "Example request: {operation}",
        es: "Ejemplo de petición: {operation}",
    };
    example_of(status, operation) = {
        pt: "Exemplo da resposta {status}: {operation}",
        en: "Example of response {status}: {operation}",
        es: "Ejemplo de la respuesta {status}: {operation}",
    };
    from_schema = {
        pt: "Feito a partir do modelo",
        en: "Made from the model",
        es: "Hecho a partir del modelo",
    };
    found_at = { pt: "O exemplo está em", en: "The example is at", es: "El ejemplo está en" };

    fields_of(name) = { pt: "Campos de {name}", en: "Fields of {name}", es: "Campos de {name}" };
    parts_of(name) = { pt: "O que há em {name}", en: "What is in {name}", es: "Qué hay en {name}" };
    each_item = { pt: "cada item", en: "each item", es: "cada elemento" };
    item(number) = { pt: "item {number}", en: "item {number}", es: "elemento {number}" };
    any_name = { pt: "qualquer outro nome", en: "any other name", es: "cualquier otro nombre" };
    name_like(pattern) = {
        pt: "nomes no padrão {pattern}",
        en: "names that match {pattern}",
        es: "nombres con el patrón {pattern}",
    };
    no_other_fields = {
        pt: "Nenhum outro campo é aceito.",
        en: "No other field is accepted.",
        es: "No se acepta ningún otro campo.",
    };
    more_fields(count) = {
        pt: "E mais {count}, no documento OpenAPI.",
        en: "And {count} more, in the OpenAPI document.",
        es: "Y {count} más, en el documento OpenAPI.",
    };
    exactly_one = {
        pt: "Exatamente uma destas formas",
        en: "Exactly one of these forms",
        es: "Exactamente una de estas formas",
    };
    at_least_one = {
        pt: "Pelo menos uma destas formas",
        en: "At least one of these forms",
        es: "Al menos una de estas formas",
    };
    form(number) = { pt: "Forma {number}", en: "Form {number}", es: "Forma {number}" };
    told_by(field) = {
        pt: "O campo {field} diz qual",
        en: "The field {field} tells which",
        es: "El campo {field} dice cuál",
    };
    must_not_be = { pt: "Não pode ser", en: "Must not be", es: "No puede ser" };
    in_document = {
        pt: "Descrito por inteiro no documento OpenAPI",
        en: "Described in full in the OpenAPI document",
        es: "Descrito por completo en el documento OpenAPI",
    };
    see = { pt: "ver", en: "see", es: "ver" };

    anything = { pt: "qualquer valor", en: "any value", es: "cualquier valor" };
    nothing = { pt: "nenhum valor é aceito", en: "no value is accepted", es: "no se acepta ningún valor" };
    several_forms = { pt: "várias formas", en: "several forms", es: "varias formas" };
    object = { pt: "objeto", en: "object", es: "objeto" };
    list = { pt: "lista", en: "list", es: "lista" };
    list_of(kind) = { pt: "lista de {kind}", en: "list of {kind}", es: "lista de {kind}" };
    map_of(kind) = { pt: "mapa de {kind}", en: "map of {kind}", es: "mapa de {kind}" };
    or_null = { pt: "ou null", en: "or null", es: "o null" };

    default = { pt: "padrão", en: "default", es: "por defecto" };
    values = { pt: "valores", en: "values", es: "valores" };
    only_value = { pt: "sempre", en: "always", es: "siempre" };
    example = { pt: "exemplo", en: "example", es: "ejemplo" };
    from_to(min, max) = { pt: "de {min} a {max}", en: "from {min} to {max}", es: "de {min} a {max}" };
    at_least(min) = { pt: "no mínimo {min}", en: "at least {min}", es: "como mínimo {min}" };
    at_most(max) = { pt: "no máximo {max}", en: "at most {max}", es: "como máximo {max}" };
    more_than(min) = { pt: "maior que {min}", en: "greater than {min}", es: "mayor que {min}" };
    less_than(max) = { pt: "menor que {max}", en: "less than {max}", es: "menor que {max}" };
    multiple_of(number) = { pt: "múltiplo de {number}", en: "a multiple of {number}", es: "múltiplo de {number}" };
    exactly(number) = { pt: "exatamente {number}", en: "exactly {number}", es: "exactamente {number}" };
    characters(range) = { pt: "{range} caracteres", en: "{range} characters", es: "{range} caracteres" };
    one_character(range) = { pt: "{range} caractere", en: "{range} character", es: "{range} carácter" };
    items(range) = { pt: "{range} itens", en: "{range} items", es: "{range} elementos" };
    one_item(range) = { pt: "{range} item", en: "{range} item", es: "{range} elemento" };
    members(range) = { pt: "{range} campos", en: "{range} fields", es: "{range} campos" };
    one_member(range) = { pt: "{range} campo", en: "{range} field", es: "{range} campo" };
    pattern = { pt: "padrão de escrita", en: "pattern", es: "patrón" };
    unique = { pt: "sem itens repetidos", en: "no item twice", es: "sin elementos repetidos" };
    encoded_as(name) = { pt: "codificado em {name}", en: "encoded as {name}", es: "codificado en {name}" };
    holds(media_type) = { pt: "contém {media_type}", en: "holds {media_type}", es: "contiene {media_type}" };
    more_rules = {
        pt: "outras regras no documento",
        en: "further rules in the document",
        es: "otras reglas en el documento",
    };
    /// The same of the portal's own API.
    authentication_of_client = {
        pt: "Cada chamada leva um token de acesso de um cliente OAuth2 com o escopo portal.read ou portal.write. Ele é obtido em uma chamada deste endereço e vale por um tempo: guarde-o e use-o de novo.",
        en: "Each call carries an access token of an OAuth2 client with the scope portal.read or portal.write. You get one by a call of this address, and it lasts for a while: keep it and use it again.",
        es: "Cada llamada lleva un token de acceso de un cliente OAuth2 con el alcance portal.read o portal.write. Se obtiene en una llamada a esta dirección y vale por un tiempo: guárdelo y úselo de nuevo.",
    };
}
