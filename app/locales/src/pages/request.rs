//! The request for an API, from the choice of a group to its review.

texts! {
    steps = { pt: "Etapas da solicitação", en: "Steps of the request", es: "Etapas de la solicitud" };
    step_done = { pt: "Concluída:", en: "Done:", es: "Completada:" };
    step_group = { pt: "Grupo de permissões", en: "Permission group", es: "Grupo de permisos" };
    step_application = { pt: "Aplicação", en: "Application", es: "Aplicación" };
    step_review = { pt: "Revisão", en: "Review", es: "Revisión" };
    step_done_name = { pt: "Pronto", en: "Done", es: "Listo" };
    page_title(step, api) = { pt: "{step} – {api}", en: "{step} – {api}", es: "{step} – {api}" };
    request_of(plan) = { pt: "Solicitar {plan}", en: "Request {plan}", es: "Solicitar {plan}" };

    group_lead = {
        pt: "Escolha quem vai compartilhar o acesso a esta API.",
        en: "Choose who will share access to this API.",
        es: "Elija quiénes compartirán el acceso a esta API.",
    };
    first_group_lead = {
        pt: "Diga qual empresa vai usar esta API e como falar com ela.",
        en: "Say which company will use this API and how to reach it.",
        es: "Diga qué empresa usará esta API y cómo comunicarse con ella.",
    };

    application_lead = {
        pt: "Diga qual sistema vai chamar a API e para quê. É o que o gestor de contrato lê para decidir.",
        en: "Say which system will call the API and what for. This is what the contract manager reads to decide.",
        es: "Diga qué sistema llamará a la API y para qué. Es lo que el gestor de contrato lee para decidir.",
    };
    name = { pt: "Nome da Aplicação do Time", en: "Name of the team's application", es: "Nombre de la aplicación del equipo" };
    name_hint = {
        pt: "Sugerimos a empresa e a API; altere se quiser.",
        en: "We suggest the company and the API; change it if you like.",
        es: "Sugerimos la empresa y la API; cámbielo si quiere.",
    };
    description = { pt: "Descrição", en: "Description", es: "Descripción" };
    description_hint = {
        pt: "Para que a empresa vai usar a API, em uma ou duas frases.",
        en: "What the company will use the API for, in a sentence or two.",
        es: "Para qué usará la empresa la API, en una o dos frases.",
    };

    review_lead = {
        pt: "Confira antes de enviar. Depois de enviada, a solicitação não pode mais ser alterada.",
        en: "Check it before you send it. Once sent, the request can no longer be changed.",
        es: "Revise antes de enviar. Una vez enviada, la solicitud ya no se puede cambiar.",
    };
    change = { pt: "Alterar", en: "Change", es: "Cambiar" };
    change_application = { pt: "a aplicação", en: "the application", es: "la aplicación" };
    change_applicant = { pt: "o grupo", en: "the group", es: "el grupo" };
    identification = {
        pt: "Identificação de usuário",
        en: "User identification",
        es: "Identificación de usuario",
    };
    person = { pt: "Pessoa", en: "Person", es: "Persona" };
    earlier_trial = {
        pt: "Este grupo já teve um Trial desta API",
        en: "This group has had a Trial of this API",
        es: "Este grupo ya tuvo un Trial de esta API",
    };
    earlier_trial_text(name, number, date) = {
        pt: "{name} (solicitação {number}), aprovada em {date}. Quem decide sobre a solicitação vê isso: diga na descrição por que o grupo precisa de mais um.",
        en: "{name} (request {number}), approved on {date}. Whoever decides on the request sees this: say in the description why the group needs another one.",
        es: "{name} (solicitud {number}), aprobada el {date}. Quien decide sobre la solicitud lo ve: diga en la descripción por qué el grupo necesita otro.",
    };
    not_offered = {
        pt: "Esta API não está mais disponível neste plano",
        en: "This API is no longer available on this plan",
        es: "Esta API ya no está disponible en este plan",
    };
    not_offered_text = {
        pt: "Por isso, a solicitação não pode ser enviada.",
        en: "The request therefore cannot be sent.",
        es: "Por eso, la solicitud no se puede enviar.",
    };
    see_catalogue = { pt: "Ver o catálogo", en: "See the catalogue", es: "Ver el catálogo" };
    submit = { pt: "Finalizar solicitação", en: "Submit the request", es: "Finalizar solicitud" };

    corrects = {
        pt: "Você está corrigindo uma solicitação recusada",
        en: "You are correcting a rejected request",
        es: "Usted está corrigiendo una solicitud rechazada",
    };
    corrects_why(number) = {
        pt: "O que o gestor de contrato disse sobre a solicitação {number}:",
        en: "This is what the contract manager said about request {number}:",
        es: "Esto dijo el gestor de contrato sobre la solicitud {number}:",
    };
}
