//! Choosing a permission group, or creating one.

texts! {
    group = { pt: "Grupo de permissões", en: "Permission group", es: "Grupo de permisos" };
    which_group = {
        pt: "Qual grupo vai usar esta API?",
        en: "Which group will use this API?",
        es: "¿Qué grupo usará esta API?",
    };
    group_hint = {
        pt: "As pessoas de uma empresa que compartilham o acesso ao que ela contratou.",
        en: "The people in a company who share access to what it has contracted for.",
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
        es: "La razón social, como figura en el comprobante del CNPJ.",
    };
    cnpj = { pt: "CNPJ", en: "CNPJ", es: "CNPJ" };
    cnpj_hint = {
        pt: "Com números, ou números e letras. Pode colar com pontos e traço.",
        en: "Digits, or digits and letters. You may paste it with its punctuation.",
        es: "Con números, o números y letras. Puede pegarlo con puntos y guion.",
    };
    name = { pt: "Nome do Grupo de Permissão", en: "Permission group name", es: "Nombre del grupo de permisos" };
    name_hint = {
        pt: "Empresa e departamento, como em “Banco Exemplo – Antifraude”.",
        en: "Company and department, as in “Banco Exemplo – Antifraud”.",
        es: "Empresa y departamento, como en “Banco Exemplo – Antifraude”.",
    };
    email = { pt: "E-mail", en: "E-mail", es: "Correo" };
    email_hint = {
        pt: "O e-mail corporativo do departamento, que continua funcionando quando alguém sai.",
        en: "The department's company address, which still works when someone leaves.",
        es: "El correo corporativo del departamento, que sigue funcionando cuando alguien se va.",
    };
    phone = { pt: "Telefone", en: "Phone", es: "Teléfono" };
    phone_hint = {
        pt: "Com DDD, como em (11) 98765-4321.",
        en: "With its area code, as in (11) 98765-4321.",
        es: "Con código de área, como en (11) 98765-4321.",
    };

    new_title = { pt: "Criar grupo de permissões", en: "Create a permission group", es: "Crear grupo de permisos" };
    new_lead = {
        pt: "Quem está no grupo compartilha o acesso às APIs que a empresa contratar. Você será o dono do grupo.",
        en: "The people in a group share access to the APIs the company contracts for. You will own the group.",
        es: "Quienes están en el grupo comparten el acceso a las APIs que la empresa contrate. Usted será el dueño del grupo.",
    };
    new_submit = { pt: "Criar grupo", en: "Create group", es: "Crear grupo" };

    address_title = {
        pt: "Confirme o e-mail do grupo",
        en: "Confirm the group's e-mail address",
        es: "Confirme el correo del grupo",
    };
    address_next(email, group, company) = {
        pt: "{email} passa a receber os avisos do grupo de permissões {group}, de {company}.",
        en: "{email} will receive the notifications of the permission group {group} of {company}.",
        es: "{email} recibirá los avisos del grupo de permisos {group}, de {company}.",
    };
    address_confirm = { pt: "Confirmar", en: "Confirm", es: "Confirmar" };
    address_not_you = {
        pt: "Não conhece este grupo? Feche a página: nada muda.",
        en: "Don't know this group? Close the page: nothing will change.",
        es: "¿No conoce este grupo? Cierre la página: nada cambia.",
    };
    address_done_title = { pt: "E-mail confirmado", en: "Address confirmed", es: "Correo confirmado" };
    address_done(email, group) = {
        pt: "{email} recebe os avisos do grupo {group}.",
        en: "{email} receives the notifications of the group {group}.",
        es: "{email} recibe los avisos del grupo {group}.",
    };
    address_void_title = {
        pt: "Este link não vale mais",
        en: "This link is no longer valid",
        es: "Este enlace ya no es válido",
    };
    address_void = {
        pt: "Peça a alguém do grupo que envie outro pela página do grupo.",
        en: "Ask somebody in the group to send another one from the group's page.",
        es: "Pida a alguien del grupo que envíe otro desde la página del grupo.",
    };
    address_waits_title = {
        pt: "E-mail a confirmar",
        en: "E-mail address to be confirmed",
        es: "Correo por confirmar",
    };
    address_waits(email) = {
        pt: "Enviamos um link para {email}. Até alguém confirmar, os avisos do grupo vão para o dono dele.",
        en: "We sent a link to {email}. Until somebody confirms it, the group's notifications go to its owner.",
        es: "Enviamos un enlace a {email}. Hasta que alguien lo confirme, los avisos del grupo van a su dueño.",
    };
    address_again = { pt: "Enviar outro link", en: "Send another link", es: "Enviar otro enlace" };
}
