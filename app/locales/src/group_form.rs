//! Choosing a permission group, or creating one.

texts! {
    group = { pt: "Grupo de permissões", en: "Permission group", es: "Grupo de permisos" };
    which_group = {
        pt: "Qual grupo vai usar esta API?",
        en: "Which group will use this API?",
        es: "¿Qué grupo usará esta API?",
    };
    group_hint = {
        pt: "As pessoas de uma empresa que dividem o acesso ao que ela contratou.",
        en: "The people of a company who share access to what it contracted.",
        es: "Las personas de una empresa que comparten el acceso a lo que contrató.",
    };
    one_member = { pt: "1 pessoa", en: "1 person", es: "1 persona" };
    members(count) = { pt: "{count} pessoas", en: "{count} people", es: "{count} personas" };
    create = { pt: "Criar grupo de permissões", en: "Create a permission group", es: "Crear grupo de permisos" };
    create_hint = {
        pt: "Para outra empresa ou outro departamento.",
        en: "For another company or another department.",
        es: "Para otra empresa u otro departamento.",
    };

    legal_name = { pt: "Empresa", en: "Company", es: "Empresa" };
    legal_name_hint = {
        pt: "A razão social, como está no cartão do CNPJ.",
        en: "The legal name, as it appears on the company's CNPJ card.",
        es: "La razón social, como figura en la tarjeta del CNPJ.",
    };
    cnpj = { pt: "CNPJ", en: "CNPJ", es: "CNPJ" };
    cnpj_hint = {
        pt: "Com números, ou números e letras. Pode colar com pontos e traço.",
        en: "Digits, or digits and letters. You may paste it with its punctuation.",
        es: "Con números, o números y letras. Puede pegarlo con puntos y guion.",
    };
    name = { pt: "Nome do Grupo de Permissão", en: "Permission group name", es: "Nombre del Grupo de Permisos" };
    name_hint = {
        pt: "Empresa e departamento, como em “Banco Exemplo – Antifraude”.",
        en: "Company and department, as in “Banco Exemplo – Antifraud”.",
        es: "Empresa y departamento, como en “Banco Exemplo – Antifraude”.",
    };
    email = { pt: "E-mail", en: "E-mail", es: "Correo electrónico" };
    email_hint = {
        pt: "O e-mail corporativo do departamento, que continua valendo quando alguém sai.",
        en: "The department's company address, which still works when someone leaves.",
        es: "El correo corporativo del departamento, que sigue valiendo cuando alguien se va.",
    };
    phone = { pt: "Telefone", en: "Phone", es: "Teléfono" };
    phone_hint = {
        pt: "Com DDD, como em (11) 98765-4321.",
        en: "With its area code, as in (11) 98765-4321.",
        es: "Con código de área, como en (11) 98765-4321.",
    };

    new_title = { pt: "Criar grupo de permissões", en: "Create a permission group", es: "Crear grupo de permisos" };
    new_lead = {
        pt: "Quem está no grupo divide o acesso às APIs que a empresa contratar. Você será o dono do grupo.",
        en: "The people in a group share access to the APIs the company contracts. You will own the group.",
        es: "Quienes están en el grupo comparten el acceso a las APIs que la empresa contrate. Usted será el dueño del grupo.",
    };
    new_submit = { pt: "Criar grupo", en: "Create group", es: "Crear grupo" };
}
