//! The page of settings that change while the portal runs.

texts! {
    title = { pt: "Configurações", en: "Settings", es: "Configuración" };
    lead = {
        pt: "Valem em segundos, em todas as instâncias. Cada mudança fica na auditoria, com o valor de antes e o de agora.",
        en: "They take effect within seconds, on every instance. The audit trail keeps each change, with the value before and now.",
        es: "Surten efecto en segundos, en todas las instancias. La auditoría guarda cada cambio, con el valor anterior y el actual.",
    };
    saved = { pt: "Configurações salvas.", en: "Settings saved.", es: "Configuración guardada." };
    fixed = {
        pt: "Definido na instalação do portal por",
        en: "Set where the portal is installed, by",
        es: "Definido en la instalación del portal por",
    };
    none = { pt: "nenhum", en: "none", es: "ninguno" };
    banner = { pt: "Aviso em todas as páginas", en: "Notice on every page", es: "Aviso en todas las páginas" };
    banner_hint = {
        pt: "Sem texto não há aviso. Quem lê em outro idioma vê o português enquanto falta a tradução.",
        en: "Without a text there is no notice. Readers of another language see the Portuguese while the translation is missing.",
        es: "Sin texto no hay aviso. Quien lee en otro idioma ve el portugués mientras falta la traducción.",
    };
    banner_in(language) = { pt: "Aviso ({language})", en: "Notice ({language})", es: "Aviso ({language})" };
    begin = { pt: "Início", en: "Begin", es: "Inicio" };
    end = { pt: "Fim", en: "End", es: "Fin" };
    end_hint = {
        pt: "Sem fim, o aviso fica até que alguém o tire.",
        en: "Without an end, the notice stays until somebody takes it away.",
        es: "Sin fin, el aviso queda hasta que alguien lo quite.",
    };
    time_hint(zone) = {
        pt: "No fuso horário do portal: {zone}. Sem início, vale já.",
        en: "In the portal's time zone: {zone}. Without a begin, it is shown at once.",
        es: "En la zona horaria del portal: {zone}. Sin inicio, se muestra de inmediato.",
    };
    no_banner_text = {
        pt: "Escreva o aviso em português.",
        en: "Write the notice in Portuguese.",
        es: "Escriba el aviso en portugués.",
    };
    long_banner_text(language, most) = {
        pt: "O aviso ({language}) pode ter até {most} caracteres.",
        en: "The notice ({language}) can have up to {most} characters.",
        es: "El aviso ({language}) puede tener hasta {most} caracteres.",
    };
    banner_ends = { pt: "O fim deve vir depois do início.", en: "The end must come after the begin.", es: "El fin debe ser posterior al inicio." };
    no_time = {
        pt: "Informe um dia e uma hora.",
        en: "Enter a day and a time.",
        es: "Indique un día y una hora.",
    };
}

texts! {
    free_mail = { pt: "E-mails corporativos", en: "Corporate e-mail", es: "Correos corporativos" };
    allow = { pt: "Domínios que contam como corporativos", en: "Domains that count as corporate", es: "Dominios que cuentan como corporativos" };
    allow_hint = {
        pt: "Um por linha, como empresa.com.br. Valem mais do que qualquer lista.",
        en: "One on each line, such as empresa.com.br. They win over any list.",
        es: "Uno por línea, como empresa.com.br. Prevalecen sobre cualquier lista.",
    };
    deny = { pt: "Domínios que contam como gratuitos", en: "Domains that count as free e-mail", es: "Dominios que cuentan como gratuitos" };
    deny_hint = {
        pt: "Um por linha, além dos que o portal já conhece.",
        en: "One on each line, in addition to those that the portal knows.",
        es: "Uno por línea, además de los que el portal ya conoce.",
    };
    no_domain(domain) = {
        pt: "{domain} não é um domínio. Escreva como em empresa.com.br.",
        en: "{domain} is not a domain. Write it as in empresa.com.br.",
        es: "{domain} no es un dominio. Escríbalo como empresa.com.br.",
    };
    too_many_domains(most) = {
        pt: "Podem ser até {most} domínios.",
        en: "There can be up to {most} domains.",
        es: "Pueden ser hasta {most} dominios.",
    };
    times = { pt: "Prazos", en: "Times", es: "Plazos" };
    registration = { pt: "Validade do link de cadastro, em horas", en: "Lifetime of a registration link, in hours", es: "Validez del enlace de registro, en horas" };
    registration_hint = {
        pt: "Sem valor, vale o padrão da instalação. Links já enviados não mudam.",
        en: "Without a value, the default of the installation counts. Links that were sent do not change.",
        es: "Sin valor, rige el predeterminado de la instalación. Los enlaces ya enviados no cambian.",
    };
    reset = { pt: "Validade do link de nova senha, em horas", en: "Lifetime of a link for a new password, in hours", es: "Validez del enlace de contraseña nueva, en horas" };
    reset_hint = {
        pt: "Sem valor, vale o padrão da instalação.",
        en: "Without a value, the default of the installation counts.",
        es: "Sin valor, rige el predeterminado de la instalación.",
    };
    approval = { pt: "Prazo para decidir solicitações, em horas úteis", en: "Target time to decide requests, in business hours", es: "Plazo para decidir solicitudes, en horas hábiles" };
    approval_hint = {
        pt: "Sem valor, são 16 horas úteis: dois dias.",
        en: "Without a value, it is 16 business hours: two days.",
        es: "Sin valor, son 16 horas hábiles: dos días.",
    };
    no_number = { pt: "Informe um número inteiro.", en: "Enter a whole number.", es: "Indique un número entero." };
    wrong_hours(most) = {
        pt: "Informe de 1 a {most} horas.",
        en: "Enter 1 to {most} hours.",
        es: "Indique de 1 a {most} horas.",
    };
}
