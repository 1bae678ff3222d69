//! What an API asks of a request, and what the request says.

texts! {
    purpose = { pt: "Finalidade", en: "Purpose", es: "Finalidad" };
    purpose_hint = {
        pt: "Para que serão usadas as respostas da API, e por quem.",
        en: "What the API's responses will be used for, and by whom.",
        es: "Para qué se usarán las respuestas de la API, y quién las usará.",
    };
    legal_basis = {
        pt: "Base legal (LGPD)",
        en: "Legal basis (LGPD)",
        es: "Base legal (LGPD)",
    };
    legal_basis_hint = {
        pt: "Esta API trata dados pessoais. Em qual hipótese do art. 7º da Lei 13.709/2018 sua empresa se apoia?",
        en: "This API handles personal data. On which ground of article 7 of Brazil's Lei 13.709/2018 does your company rely?",
        es: "Esta API trata datos personales. ¿En qué hipótesis del art. 7 de la Ley 13.709/2018 de Brasil se apoya su empresa?",
    };
    consent = {
        pt: "Consentimento do titular",
        en: "Consent of the data subject",
        es: "Consentimiento del titular",
    };
    legal_obligation = {
        pt: "Obrigação legal ou regulatória",
        en: "Legal or regulatory obligation",
        es: "Obligación legal o regulatoria",
    };
    public_policy = {
        pt: "Políticas públicas",
        en: "Public policies",
        es: "Políticas públicas",
    };
    research = {
        pt: "Estudos por órgão de pesquisa",
        en: "Studies by a research body",
        es: "Estudios de un organismo de investigación",
    };
    contract = {
        pt: "Contrato com o titular, ou preparação dele",
        en: "A contract with the data subject, or its preparation",
        es: "Contrato con el titular, o su preparación",
    };
    proceedings = {
        pt: "Exercício de direitos em processo",
        en: "Exercise of rights in proceedings",
        es: "Ejercicio de derechos en un proceso",
    };
    life = {
        pt: "Proteção da vida",
        en: "Protection of life",
        es: "Protección de la vida",
    };
    health = { pt: "Tutela da saúde", en: "Protection of health", es: "Tutela de la salud" };
    legitimate_interest = {
        pt: "Legítimo interesse",
        en: "Legitimate interest",
        es: "Interés legítimo",
    };
    credit = {
        pt: "Proteção do crédito",
        en: "Protection of credit",
        es: "Protección del crédito",
    };
    said = { pt: "O que foi informado", en: "What was stated", es: "Lo que se informó" };
}
