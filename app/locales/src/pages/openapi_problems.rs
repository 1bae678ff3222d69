//! What is wrong with an `OpenAPI` document, or not obeyed, and what to do.

texts! {
    too_large(most) = {
        pt: "o documento tem mais de {most} MiB",
        en: "the document has more than {most} MiB",
        es: "el documento tiene más de {most} MiB",
    };
    too_much(values, most) = {
        pt: "o documento tem, com tudo o que seus apelidos (aliases) representam, mais de {values} valores ou {most} MiB de texto",
        en: "the document has, with all that its aliases stand for, more than {values} values or {most} MiB of text",
        es: "el documento tiene, con todo lo que representan sus alias, más de {values} valores o {most} MiB de texto",
    };
    too_deep(most) = {
        pt: "há mais de {most} objetos e listas uns dentro dos outros; leve alguns para components e faça referência a eles",
        en: "more than {most} objects and lists stand within each other; move some to components and refer to them",
        es: "hay más de {most} objetos y listas unos dentro de otros; lleve algunos a components y haga referencia a ellos",
    };
    name_too_long(most) = {
        pt: "o nome tem mais de {most} bytes",
        en: "the name has more than {most} bytes",
        es: "el nombre tiene más de {most} bytes",
    };
    encoding(name) = {
        pt: "o texto está em {name}; salve-o em UTF-8",
        en: "the text is {name}; save it as UTF-8",
        es: "el texto está en {name}; guárdelo en UTF-8",
    };
    not_utf8 = {
        pt: "o texto não está em UTF-8; salve-o em UTF-8",
        en: "the text is no UTF-8; save it as UTF-8",
        es: "el texto no está en UTF-8; guárdelo en UTF-8",
    };
    empty = { pt: "o documento está vazio", en: "the document is empty", es: "el documento está vacío" };
    json(said) = {
        pt: "isto não é JSON: {said}",
        en: "this is no JSON: {said}",
        es: "esto no es JSON: {said}",
    };
    yaml(said) = {
        pt: "isto não é YAML: {said}",
        en: "this is no YAML: {said}",
        es: "esto no es YAML: {said}",
    };
    several_documents = {
        pt: "outro documento começa aqui; deixe um só no arquivo",
        en: "another document begins here; put one alone into a file",
        es: "aquí empieza otro documento; deje uno solo en el archivo",
    };
    duplicate_name(name) = {
        pt: "o nome {name} está duas vezes no mesmo objeto",
        en: "the name {name} stands twice in the same object",
        es: "el nombre {name} está dos veces en el mismo objeto",
    };
    duplicate_name_after(name, line) = {
        pt: "o nome {name} está duas vezes no mesmo objeto; a primeira é na linha {line}",
        en: "the name {name} stands twice in the same object, first in line {line}",
        es: "el nombre {name} está dos veces en el mismo objeto; la primera, en la línea {line}",
    };
    name_not_text = {
        pt: "um nome deve ser um texto, e este é uma lista ou um objeto",
        en: "a name must be a text, and is a list or an object",
        es: "un nombre debe ser un texto, y este es una lista o un objeto",
    };
    tag(tag) = {
        pt: "a marca {tag} não tem sentido em JSON; retire-a",
        en: "the tag {tag} has no meaning in JSON; remove it",
        es: "la marca {tag} no tiene sentido en JSON; quítela",
    };
    alias_within_itself = {
        pt: "este apelido (alias) está dentro daquilo que ele representa; use $ref no lugar",
        en: "this alias stands within what it is an alias of; use $ref instead",
        es: "este alias está dentro de lo que representa; use $ref en su lugar",
    };
    merge = {
        pt: "só um objeto, ou uma lista deles, pode ser juntado com <<",
        en: "only an object, or a list of them, can be merged by <<",
        es: "solo un objeto, o una lista de ellos, se puede combinar con <<",
    };
    not_json(text) = {
        pt: "JSON não tem o número {text}",
        en: "JSON has no number {text}",
        es: "JSON no tiene el número {text}",
    };
    edition(edition) = {
        pt: "OpenAPI {edition} não é entendido, só 3.0 e 3.1",
        en: "OpenAPI {edition} is not understood, only 3.0 and 3.1",
        es: "OpenAPI {edition} no se entiende, solo 3.0 y 3.1",
    };
    missing(name) = { pt: "falta {name}", en: "{name} is missing", es: "falta {name}" };
    wrong_type(expected, found) = {
        pt: "deve ser {expected}, e é {found}",
        en: "this must be {expected}, but is {found}",
        es: "debe ser {expected}, y es {found}",
    };
    put_in_quotes = {
        pt: "escreva-o entre aspas",
        en: "put it in quotes",
        es: "escríbalo entre comillas",
    };
    wrong_choice(found, choices) = {
        pt: "{found} não é nenhum destes: {choices}",
        en: "{found} is none of {choices}",
        es: "{found} no es ninguno de estos: {choices}",
    };
    unknown_field(name) = {
        pt: "OpenAPI não tem {name} aqui, e por isso é ignorado; extensões começam com x-",
        en: "OpenAPI has no {name} here, so it is passed over; extensions begin with x-",
        es: "OpenAPI no tiene {name} aquí, y por eso se ignora; las extensiones empiezan con x-",
    };
    other_edition(name) = {
        pt: "{name} é de outra edição de OpenAPI, e por isso é ignorado",
        en: "{name} belongs to another edition of OpenAPI, so it is passed over",
        es: "{name} es de otra edición de OpenAPI, y por eso se ignora",
    };
    empty_list(name) = {
        pt: "{name} não tem nenhum esquema, e por isso é ignorado",
        en: "{name} has no schema in it, so it is passed over",
        es: "{name} no tiene ningún esquema, y por eso se ignora",
    };
    not_obeyed(name) = {
        pt: "{name} não é seguido aqui",
        en: "{name} is not obeyed here",
        es: "{name} no se sigue aquí",
    };
    beside_reference(name) = {
        pt: "{name} é ignorado, porque está ao lado de um $ref",
        en: "{name} is passed over, since it stands beside a $ref",
        es: "{name} se ignora, porque está al lado de un $ref",
    };
    remote_reference(reference) = {
        pt: "{reference} leva para fora deste documento, e nada é buscado; junte os arquivos em um só",
        en: "{reference} leads out of this document, and nothing is fetched; bundle the files into one",
        es: "{reference} lleva fuera de este documento, y no se busca nada; junte los archivos en uno solo",
    };
    lost_reference(reference) = {
        pt: "{reference} não leva a nada neste documento",
        en: "{reference} leads nowhere in this document",
        es: "{reference} no lleva a nada en este documento",
    };
    reference_loop(reference) = {
        pt: "{reference} anda em círculo, ou passa por referências demais até o fim",
        en: "{reference} leads in a circle, or by too many references to its end",
        es: "{reference} da vueltas en círculo, o pasa por demasiadas referencias hasta su fin",
    };
    schema_loop = {
        pt: "este esquema contém a si mesmo para o mesmo valor, ou por referências demais",
        en: "this schema contains itself for the same value, or by too many references",
        es: "este esquema se contiene a sí mismo para el mismo valor, o por demasiadas referencias",
    };
    schemas_too_large = {
        pt: "os esquemas juntos são grandes demais",
        en: "the schemas are too large together",
        es: "los esquemas juntos son demasiado grandes",
    };
    schema(said) = {
        pt: "isto não é JSON Schema: {said}",
        en: "this is no JSON Schema: {said}",
        es: "esto no es JSON Schema: {said}",
    };
    pattern(pattern) = {
        pt: "o padrão {pattern} é ignorado, porque nenhum motor de tempo linear o aceita",
        en: "the pattern {pattern} is passed over, as no engine of linear time takes it",
        es: "el patrón {pattern} se ignora, porque ningún motor de tiempo lineal lo acepta",
    };
    path_syntax(path) = {
        pt: "{path} não é um caminho: ele começa com barra, e cada chave é fechada e tem um nome dentro",
        en: "{path} is no path: it begins with a slash, has each brace closed, and a name in it",
        es: "{path} no es una ruta: empieza con barra, y cada llave se cierra y tiene un nombre dentro",
    };
    path_with_query(path) = {
        pt: "{path} tem mais que um caminho, e nenhuma chamada chega a ele; descreva parâmetros no lugar",
        en: "{path} has more than a path, so no call reaches it; describe parameters instead",
        es: "{path} tiene más que una ruta, y ninguna llamada llega a ella; describa parámetros en su lugar",
    };
    path_without_separator(path) = {
        pt: "em {path} dois parâmetros estão um logo depois do outro; ponha algo entre eles",
        en: "in {path} two parameters follow each other; put something between them",
        es: "en {path} dos parámetros están uno justo después del otro; ponga algo entre ellos",
    };
    same_path(other) = {
        pt: "este é o mesmo caminho que {other}, a não ser pelos nomes dos parâmetros",
        en: "this is the same path as {other}, but for the names of its parameters",
        es: "esta es la misma ruta que {other}, salvo por los nombres de los parámetros",
    };
    undescribed_parameter(name) = {
        pt: "o caminho tem {{{name}}}, que nenhum parâmetro descreve, e por isso qualquer texto é aceito",
        en: "the path has {{{name}}}, which no parameter describes, so any text is taken",
        es: "la ruta tiene {{{name}}}, que ningún parámetro describe, y por eso se acepta cualquier texto",
    };
    stray_parameter(name) = {
        pt: "o caminho não tem {{{name}}}, e por isso o parâmetro é ignorado",
        en: "the path has no {{{name}}}, so the parameter is passed over",
        es: "la ruta no tiene {{{name}}}, y por eso el parámetro se ignora",
    };
    optional_in_path(name) = {
        pt: "{name} está no caminho, e por isso é sempre obrigatório; diga isso com required: true",
        en: "{name} stands in the path, so it is always required; say so by required: true",
        es: "{name} está en la ruta, y por eso siempre es obligatorio; dígalo con required: true",
    };
    style(style) = {
        pt: "um parâmetro neste lugar não tem o estilo {style}",
        en: "a parameter at this place has no style {style}",
        es: "un parámetro en este lugar no tiene el estilo {style}",
    };
    reserved_header(name) = {
        pt: "OpenAPI não descreve o cabeçalho {name}, e por isso ele é ignorado",
        en: "OpenAPI describes no header {name}, so it is passed over",
        es: "OpenAPI no describe el encabezado {name}, y por eso se ignora",
    };
    no_schema = {
        pt: "o parâmetro não tem schema nem content, e por isso qualquer texto é aceito",
        en: "the parameter has neither a schema nor content, so any text is taken",
        es: "el parámetro no tiene schema ni content, y por eso se acepta cualquier texto",
    };
    several_schemas = {
        pt: "o parâmetro deve ter um schema, ou content de um tipo só, e nada mais",
        en: "the parameter must have a schema, or content of one type, and not more than that",
        es: "el parámetro debe tener un schema, o content de un solo tipo, y nada más",
    };
    duplicate_parameter(name) = {
        pt: "o parâmetro {name} está duas vezes nesta lista; vale o primeiro",
        en: "the parameter {name} stands twice in this list; the first is taken",
        es: "el parámetro {name} está dos veces en esta lista; vale el primero",
    };
    no_json(name) = {
        pt: "o ambiente de testes lê e escreve só JSON, e não há JSON em conteúdo do tipo {name}",
        en: "the sandbox reads and writes JSON alone, and there is none in content of type {name}",
        es: "el entorno de pruebas lee y escribe solo JSON, y no hay JSON en contenido del tipo {name}",
    };
    duplicate_operation(id) = {
        pt: "duas operações têm o operationId {id}",
        en: "two operations have the operationId {id}",
        es: "dos operaciones tienen el operationId {id}",
    };
    status(status) = {
        pt: "{status} não é um status; ele é default, um número como 200 ou uma classe como 2XX",
        en: "{status} is no status; it is default, a number such as 200, or a class such as 2XX",
        es: "{status} no es un estado; es default, un número como 200 o una clase como 2XX",
    };
    a_null = { pt: "nada", en: "nothing", es: "nada" };
    a_boolean = { pt: "true ou false", en: "true or false", es: "true o false" };
    a_number = { pt: "um número", en: "a number", es: "un número" };
    a_text = { pt: "um texto", en: "a text", es: "un texto" };
    a_list = { pt: "uma lista", en: "a list", es: "una lista" };
    an_object = { pt: "um objeto", en: "an object", es: "un objeto" };
    a_count = {
        pt: "um número inteiro, a partir de zero",
        en: "a whole number, not below zero",
        es: "un número entero, desde cero",
    };
    some_texts = { pt: "uma lista de textos", en: "a list of texts", es: "una lista de textos" };
    text_or_texts = {
        pt: "um texto ou uma lista de textos",
        en: "a text or a list of texts",
        es: "un texto o una lista de textos",
    };
    a_schema = { pt: "um esquema", en: "a schema", es: "un esquema" };
}
