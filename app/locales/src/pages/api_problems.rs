//! What is wrong with what was written of an API.

texts! {
    wrong_slug = {
        pt: "O nome no endereço deve ter de 1 a 64 letras de a a z, números e hífens, como em score-de-credito.",
        en: "The name in the address should be 1 to 64 letters a to z, digits and hyphens, as in credit-score.",
        es: "El nombre en la dirección debe tener de 1 a 64 letras de la a a la z, números y guiones, como en score-de-credito.",
    };
    taken_slug = {
        pt: "Já há uma API com este nome no endereço.",
        en: "Another API has this name in the address already.",
        es: "Ya hay una API con este nombre en la dirección.",
    };
    wrong_version = {
        pt: "A versão deve ter de 1 a 32 letras, números, pontos, hífens e sinais de mais, como em 1.2.0.",
        en: "The version should be 1 to 32 letters, digits, dots, hyphens and plus signs, as in 1.2.0.",
        es: "La versión debe tener de 1 a 32 letras, números, puntos, guiones y signos de más, como en 1.2.0.",
    };
    wrong_base_path = {
        pt: "O caminho base deve começar com / e ter letras sem acento, números e . _ ~ -, como em /identity/v1.",
        en: "The base path should begin with / and have letters, digits and . _ ~ -, as in /identity/v1.",
        es: "La ruta base debe empezar con / y tener letras sin acento, números y . _ ~ -, como en /identity/v1.",
    };
    reserved_path(first) = {
        pt: "O caminho base não pode começar com /{first}, que é um endereço do próprio portal.",
        en: "The base path cannot begin with /{first}, which is an address of the portal itself.",
        es: "La ruta base no puede empezar con /{first}, que es una dirección del propio portal.",
    };
    taken_path(api) = {
        pt: "As chamadas de {api} já começam neste caminho base, acima ou abaixo dele.",
        en: "Calls of {api} start at this base path already, above it or below it.",
        es: "Las llamadas de {api} ya empiezan en esta ruta base, encima o debajo de ella.",
    };
    unknown_category(category) = {
        pt: "Não há a categoria {category}.",
        en: "There is no category {category}.",
        es: "No existe la categoría {category}.",
    };
    wrong_tags = {
        pt: "Cada etiqueta deve ter no máximo 32 caracteres, e deve haver no máximo 20.",
        en: "A tag should have 32 characters at most, and there should be 20 at most.",
        es: "Cada etiqueta debe tener como máximo 32 caracteres, y debe haber como máximo 20.",
    };
    too_long(part, most) = {
        pt: "Texto longo demais em {part}: no máximo {most} caracteres.",
        en: "Too long a text in {part}: {most} characters at most.",
        es: "Texto demasiado largo en {part}: como máximo {most} caracteres.",
    };
    control_character(part) = {
        pt: "Há em {part} um caractere invisível que nenhum texto tem. Escreva o trecho de novo.",
        en: "There is an invisible character in {part} that no text has. Write that passage again.",
        es: "Hay en {part} un carácter invisible que ningún texto tiene. Escriba ese pasaje de nuevo.",
    };
    wrong_article(part) = {
        pt: "O Markdown em {part} é grande ou encaixado demais para ser desenhado. Divida-o.",
        en: "The Markdown in {part} is too large or too deeply nested to be drawn. Divide it.",
        es: "El Markdown en {part} es demasiado grande o anidado para dibujarse. Divídalo.",
    };
    empty_plan(plan) = {
        pt: "O {plan} deve dar pelo menos uma chamada e um dia.",
        en: "{plan} should give at least one call and one day.",
        es: "El {plan} debe dar al menos una llamada y un día.",
    };
    renews_nothing(plan) = {
        pt: "Para renovar, o {plan} deve dizer quantas chamadas dá e em quantos dias.",
        en: "To renew, {plan} should say how many calls it gives, and in how many days.",
        es: "Para renovarse, el {plan} debe decir cuántas llamadas da y en cuántos días.",
    };
    wrong_status(status) = {
        pt: "{status} não é um status HTTP; eles vão de 100 a 599.",
        en: "{status} is no HTTP status; they go from 100 to 599.",
        es: "{status} no es un estado HTTP; van de 100 a 599.",
    };
    twice_answered(status, code) = {
        pt: "A resposta {status} {code} está aqui duas vezes.",
        en: "The response {status} {code} is here twice.",
        es: "La respuesta {status} {code} está aquí dos veces.",
    };
    wrong_document(said) = {
        pt: "O documento OpenAPI não pode ser usado: {said}.",
        en: "The OpenAPI document cannot be used: {said}.",
        es: "El documento OpenAPI no se puede usar: {said}.",
    };
    wrong_sandbox(said) = {
        pt: "Do documento OpenAPI não se faz um ambiente de testes: {said}. Desligue o ambiente de testes em Chamadas ou mude o documento.",
        en: "No sandbox can be made from the OpenAPI document: {said}. Turn the sandbox off under Calls, or change the document.",
        es: "Del documento OpenAPI no se puede hacer un entorno de pruebas: {said}. Apague el entorno de pruebas en Llamadas o cambie el documento.",
    };
    wrong_upstream = {
        pt: "O endereço da API real deve ser http:// ou https://, um host e talvez um caminho, sem parâmetros nem senha.",
        en: "The address of the real API should be http:// or https://, a host and perhaps a path, without parameters or password.",
        es: "La dirección de la API real debe ser http:// o https://, un host y quizá una ruta, sin parámetros ni contraseña.",
    };
    wrong_number(what) = {
        pt: "{what}: escreva um número inteiro.",
        en: "{what}: write a whole number.",
        es: "{what}: escriba un número entero.",
    };
    wrong_date(what) = {
        pt: "{what}: escreva uma data.",
        en: "{what}: write a date.",
        es: "{what}: escriba una fecha.",
    };
    no_name = {
        pt: "Dê à API um nome em português.",
        en: "Give the API a name in Portuguese.",
        es: "Dé a la API un nombre en portugués.",
    };
    unknown_successor(api) = {
        pt: "Não há a API {api} que a substitua.",
        en: "There is no API {api} to replace it.",
        es: "No existe la API {api} que la sustituya.",
    };
    part_version = { pt: "versão", en: "version", es: "versión" };
    part_category = { pt: "categoria", en: "category", es: "categoría" };
    part_base_path = { pt: "caminho base", en: "base path", es: "ruta base" };
    part_tags = { pt: "etiquetas", en: "tags", es: "etiquetas" };
    part_answers = { pt: "respostas", en: "responses", es: "respuestas" };
    part_changes = { pt: "mudanças", en: "changes", es: "cambios" };
    part_plans = { pt: "planos", en: "plans", es: "planes" };
    past_sunset = {
        pt: "O último dia já passou. Escolha um dia de hoje em diante.",
        en: "The last day is over already. Choose one from today on.",
        es: "El último día ya pasó. Elija uno a partir de hoy.",
    };
    too_many_rows(part, most) = {
        pt: "São linhas demais ({part}): no máximo {most}.",
        en: "Too many rows ({part}): {most} at most.",
        es: "Son demasiadas filas ({part}): como máximo {most}.",
    };
    part_opened_by = { pt: "acesso por token", en: "access by token", es: "acceso por token" };
    wrong_way_in = {
        pt: "Tokens do portal abrem só a API do próprio portal, em /api/v1, que não tem planos, ambiente de testes nem endereço de produção.",
        en: "Tokens of the portal open its own API alone, at /api/v1, which has neither plans nor a sandbox nor a production address.",
        es: "Los tokens del portal abren solo la API del propio portal, en /api/v1, que no tiene planes, entorno de pruebas ni dirección de producción.",
    };
    of_portal = {
        pt: "Esta parte da API do portal é escrita pelo próprio programa. Você pode mudar categoria, etiquetas, posição, quem vê a API, logotipo e tutoriais.",
        en: "The program itself writes this part of the portal's API. You can change its category, tags, position, who sees it, its logo and tutorials.",
        es: "Esta parte de la API del portal la escribe el propio programa. Usted puede cambiar categoría, etiquetas, posición, quién ve la API, logotipo y tutoriales.",
    };
}
