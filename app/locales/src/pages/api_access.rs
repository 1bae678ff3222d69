//! Who may see an API, who decides on a Trial, and what a request has to say: as administrators
//! write it.

texts! {
    access = { pt: "Acesso", en: "Access", es: "Acceso" };
    access_lead = {
        pt: "Quem vê a API no catálogo e quem aprova um Trial.",
        en: "Who sees the API in the catalogue, and who approves a Trial.",
        es: "Quién ve la API en el catálogo y quién aprueba un Trial.",
    };
    audience = { pt: "Quem vê esta API", en: "Who sees this API", es: "Quién ve esta API" };
    everybody = { pt: "Todos", en: "Everybody", es: "Todos" };
    everybody_means = {
        pt: "Também quem não entrou e os buscadores da internet.",
        en: "Also those who have not signed in, and search engines.",
        es: "También quienes no han ingresado y los buscadores de internet.",
    };
    signed_in = { pt: "Quem entrou no portal", en: "Whoever has signed in", es: "Quien ha ingresado en el portal" };
    signed_in_means = {
        pt: "Basta ter uma conta.",
        en: "Having an account is enough.",
        es: "Basta con tener una cuenta.",
    };
    companies_only = { pt: "Somente estas empresas", en: "These companies only", es: "Solo estas empresas" };
    companies_only_means = {
        pt: "Para os demais, é como se a API não existisse. A equipe do portal a vê sempre.",
        en: "To everybody else it is as if the API did not exist. The portal's staff always sees it.",
        es: "Para los demás, es como si la API no existiera. El equipo del portal la ve siempre.",
    };
    companies = { pt: "Empresas", en: "Companies", es: "Empresas" };
    companies_hint = {
        pt: "Uma por linha: os 8 primeiros caracteres do CNPJ e, depois deles, os domínios de e-mail da empresa, como em 12345678 empresa.com.br. Qualquer pessoa pode informar um CNPJ: sem domínio, a empresa vê a API depois que um gestor lhe aprovar alguma solicitação.",
        en: "One on each line: the first 8 characters of the CNPJ, then the company's e-mail domains, as in 12345678 company.com.br. Anybody can name a CNPJ: without a domain, the company sees the API once a manager has approved a request of theirs.",
        es: "Una por línea: los 8 primeros caracteres del CNPJ y, después, los dominios de correo de la empresa, como en 12345678 empresa.com.br. Cualquiera puede indicar un CNPJ: sin dominio, la empresa ve la API después de que un gestor le apruebe alguna solicitud.",
    };
    trial = { pt: "Quem aprova um Trial", en: "Who approves a Trial", es: "Quién aprueba un Trial" };
    by_manager = { pt: "Um gestor de contratos", en: "A contract manager", es: "Un gestor de contratos" };
    by_manager_means = {
        pt: "Cada solicitação espera por uma decisão.",
        en: "Each request waits for a decision.",
        es: "Cada solicitud espera una decisión.",
    };
    by_portal = { pt: "O portal, na hora", en: "The portal, at once", es: "El portal, al instante" };
    by_portal_means = {
        pt: "Para quem corresponde ao que está abaixo; para todos, se nada for preenchido. O segundo Trial da mesma empresa sempre espera por um gestor.",
        en: "For whoever matches what stands below; for everybody if nothing is filled in. A second Trial of the same company always waits for a manager.",
        es: "Para quien corresponda a lo que sigue; para todos, si no se completa nada. El segundo Trial de la misma empresa siempre espera a un gestor.",
    };
    trial_domains = {
        pt: "Domínios de e-mail",
        en: "E-mail domains",
        es: "Dominios de correo",
    };
    trial_domains_hint = {
        pt: "De quem tem o Trial aprovado na hora, separados por espaço ou linha, como em empresa.com.br.",
        en: "Of those whose Trial is approved at once, separated by spaces or lines, as in company.com.br.",
        es: "De quienes reciben el Trial aprobado al instante, separados por espacio o línea, como en empresa.com.br.",
    };
    known_companies = { pt: "Empresas conhecidas", en: "Known companies", es: "Empresas conocidas" };
    known_companies_hint = {
        pt: "Quem já teve uma solicitação da mesma empresa aprovada por um gestor.",
        en: "Those for whom a manager has approved a request of the same company before.",
        es: "Quienes ya tuvieron una solicitud de la misma empresa aprobada por un gestor.",
    };
    no_company = {
        pt: "Informe ao menos uma empresa, ou escolha quem mais pode ver a API.",
        en: "Name at least one company, or choose who else may see the API.",
        es: "Indique al menos una empresa, o elija quién más puede ver la API.",
    };
    wrong_root(typed) = {
        pt: "“{typed}” não é o começo de um CNPJ. São 8 números ou letras maiúsculas.",
        en: "“{typed}” is not the beginning of a CNPJ. It has 8 digits or capital letters.",
        es: "“{typed}” no es el comienzo de un CNPJ. Son 8 números o letras mayúsculas.",
    };
    wrong_domain(typed) = {
        pt: "“{typed}” não é um domínio de e-mail. Escreva o que vem depois do @, como em empresa.com.br.",
        en: "“{typed}” is no e-mail domain. Write what follows the @, as in company.com.br.",
        es: "“{typed}” no es un dominio de correo. Escriba lo que sigue a la @, como en empresa.com.br.",
    };
    part_audience = { pt: "quem vê a API", en: "who sees the API", es: "quién ve la API" };
    part_trial = { pt: "aprovação do Trial", en: "approval of a Trial", es: "aprobación del Trial" };

    form = { pt: "Solicitação", en: "Request", es: "Solicitud" };
    form_lead = {
        pt: "O que se pergunta a quem pede acesso, além do nome e da descrição da aplicação. As respostas ficam na solicitação, para quem decide.",
        en: "What is asked of whoever requests access, beside the name and the description of the application. The answers stay on the request, for whoever decides.",
        es: "Lo que se pregunta a quien pide acceso, además del nombre y la descripción de la aplicación. Las respuestas quedan en la solicitud, para quien decide.",
    };
    asks_purpose = { pt: "Perguntar a finalidade", en: "Ask for the purpose", es: "Preguntar la finalidad" };
    asks_purpose_hint = {
        pt: "Para que serão usadas as respostas da API.",
        en: "What the API's responses will be used for.",
        es: "Para qué se usarán las respuestas de la API.",
    };
    personal_data = {
        pt: "A API trata dados pessoais",
        en: "The API handles personal data",
        es: "La API trata datos personales",
    };
    personal_data_hint = {
        pt: "A solicitação pergunta então a base legal do tratamento (LGPD, art. 7º).",
        en: "The request then asks for the legal basis of the processing (LGPD, art. 7).",
        es: "La solicitud pregunta entonces la base legal del tratamiento (LGPD, art. 7).",
    };
    question_number(number) = { pt: "Pergunta {number}", en: "Question {number}", es: "Pregunta {number}" };
    another_question = { pt: "Outra pergunta", en: "Another question", es: "Otra pregunta" };
    label(language) = { pt: "Pergunta em {language}", en: "Question in {language}", es: "Pregunta en {language}" };
    hint(language) = { pt: "Ajuda em {language}", en: "Help in {language}", es: "Ayuda en {language}" };
    choices(language) = {
        pt: "Opções em {language}, uma por linha",
        en: "Options in {language}, one on each line",
        es: "Opciones en {language}, una por línea",
    };
    choices_hint = {
        pt: "Só para uma pergunta de escolha. A mesma ordem em cada idioma.",
        en: "For a question with options only. In the same order in each language.",
        es: "Solo para una pregunta con opciones. En el mismo orden en cada idioma.",
    };
    kind = { pt: "Responde-se com", en: "Answered with", es: "Se responde con" };
    kind_text = { pt: "Um texto", en: "A text", es: "Un texto" };
    kind_choice = { pt: "Uma das opções", en: "One of the options", es: "Una de las opciones" };
    kind_number = { pt: "Um número", en: "A number", es: "Un número" };
    kind_date = { pt: "Uma data", en: "A date", es: "Una fecha" };
    required = { pt: "A resposta é obrigatória", en: "An answer is required", es: "La respuesta es obligatoria" };
    unlabelled_question = {
        pt: "Escreva a pergunta em português.",
        en: "Write the question in Portuguese.",
        es: "Escriba la pregunta en portugués.",
    };
    wrong_choices = {
        pt: "Escreva ao menos duas opções, e cada uma também em português.",
        en: "Write at least two options, each also in Portuguese.",
        es: "Escriba al menos dos opciones, cada una también en portugués.",
    };
    part_form = { pt: "perguntas da solicitação", en: "questions of the request", es: "preguntas de la solicitud" };
}
