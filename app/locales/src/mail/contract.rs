//! Mails about a contract: the move to Pay Per Use, and access that is suspended, resumed or revoked.

texts! {
    plan_change_received_subject(number) = {
        pt: "Recebemos sua solicitação de Pay Per Use {number}",
        en: "We received your Pay Per Use request {number}",
        es: "Recibimos su solicitud de Pay Per Use {number}",
    };
    plan_change_received_heading = {
        pt: "Recebemos sua solicitação de Pay Per Use",
        en: "We received your Pay Per Use request",
        es: "Recibimos su solicitud de Pay Per Use",
    };
    plan_change_received_intro(name, api) = {
        pt: "A solicitação para passar a aplicação {name} (API {api}) do Trial para o Pay Per Use aguarda a decisão de um gestor de contrato. Você receberá a resposta por e-mail.",
        en: "The request to move the application {name} ({api} API) from Trial to Pay Per Use is waiting for a contract manager's decision. You will get the answer by e-mail.",
        es: "La solicitud para pasar la aplicación {name} (API {api}) del Trial a Pay Per Use espera la decisión de un gestor de contrato. Usted recibirá la respuesta por correo.",
    };
    plan_change_meanwhile = {
        pt: "Enquanto isso, o Trial continua como está. Se a solicitação for aprovada, as chaves continuam as mesmas.",
        en: "Meanwhile, the Trial continues as it is. If the request is approved, the keys stay the same.",
        es: "Mientras tanto, el Trial sigue como está. Si la solicitud se aprueba, las claves siguen siendo las mismas.",
    };

    plan_change_awaited_subject(number) = {
        pt: "Solicitação de Pay Per Use {number} aguarda decisão",
        en: "Pay Per Use request {number} awaits a decision",
        es: "La solicitud de Pay Per Use {number} espera una decisión",
    };
    plan_change_awaited_heading = {
        pt: "Uma solicitação de Pay Per Use aguarda decisão",
        en: "A Pay Per Use request awaits a decision",
        es: "Una solicitud de Pay Per Use espera una decisión",
    };
    plan_change_awaited_intro(applicant, name, api) = {
        pt: "{applicant} solicitou passar a aplicação {name} (API {api}) do Trial para o Pay Per Use.",
        en: "{applicant} asked to move the application {name} ({api} API) from Trial to Pay Per Use.",
        es: "{applicant} pidió pasar la aplicación {name} (API {api}) del Trial a Pay Per Use.",
    };

    plan_change_approved_subject(number) = {
        pt: "Solicitação de Pay Per Use {number} aprovada",
        en: "Pay Per Use request {number} approved",
        es: "Solicitud de Pay Per Use {number} aprobada",
    };
    plan_change_approved_heading = {
        pt: "Sua aplicação está no Pay Per Use",
        en: "Your application is on Pay Per Use",
        es: "Su aplicación está en Pay Per Use",
    };
    plan_change_approved_intro(name, api) = {
        pt: "A aplicação {name} (API {api}) passou do Trial para o Pay Per Use. As chaves continuam as mesmas.",
        en: "The application {name} ({api} API) has moved from Trial to Pay Per Use. The keys are the same.",
        es: "La aplicación {name} (API {api}) pasó del Trial a Pay Per Use. Las claves siguen siendo las mismas.",
    };
    plan_change_approved_next = {
        pt: "A partir de agora as chamadas são de produção, cobradas pelo uso, conforme o contrato.",
        en: "From now on its calls are production calls, billed by usage, as contracted.",
        es: "A partir de ahora, las llamadas son de producción y se cobran por uso, según el contrato.",
    };

    plan_change_rejected_subject(number) = {
        pt: "Solicitação de Pay Per Use {number} recusada",
        en: "Pay Per Use request {number} rejected",
        es: "Solicitud de Pay Per Use {number} rechazada",
    };
    plan_change_rejected_heading = {
        pt: "Sua solicitação de Pay Per Use foi recusada",
        en: "Your Pay Per Use request was rejected",
        es: "Su solicitud de Pay Per Use fue rechazada",
    };
    plan_change_rejected_intro(name, api) = {
        pt: "O gestor de contrato analisou a solicitação para passar a aplicação {name} (API {api}) para o Pay Per Use e a recusou.",
        en: "The contract manager reviewed the request to move the application {name} ({api} API) to Pay Per Use and rejected it.",
        es: "El gestor de contrato analizó la solicitud para pasar la aplicación {name} (API {api}) a Pay Per Use y la rechazó.",
    };
    plan_change_rejected_next = {
        pt: "Nada muda na aplicação, e as chaves continuam as mesmas. Você pode solicitar de novo quando quiser.",
        en: "Nothing changes for the application, and the keys stay the same. You can request it again whenever you like.",
        es: "Nada cambia en la aplicación, y las claves siguen siendo las mismas. Puede solicitarlo de nuevo cuando quiera.",
    };

    plan_change_cancelled_subject(number) = {
        pt: "Solicitação de Pay Per Use {number} cancelada",
        en: "Pay Per Use request {number} cancelled",
        es: "Solicitud de Pay Per Use {number} cancelada",
    };
    plan_change_cancelled_heading = {
        pt: "Sua solicitação de Pay Per Use foi cancelada",
        en: "Your Pay Per Use request was cancelled",
        es: "Su solicitud de Pay Per Use fue cancelada",
    };
    plan_change_cancelled_intro(name, api) = {
        pt: "Você cancelou a solicitação para passar a aplicação {name} (API {api}) para o Pay Per Use. O Trial continua como estava.",
        en: "You cancelled the request to move the application {name} ({api} API) to Pay Per Use. The Trial continues as it was.",
        es: "Usted canceló la solicitud para pasar la aplicación {name} (API {api}) a Pay Per Use. El Trial sigue como estaba.",
    };
    plan_change_over_intro(name, api) = {
        pt: "A solicitação para passar a aplicação {name} (API {api}) para o Pay Per Use foi cancelada porque o acesso da aplicação foi revogado.",
        en: "The request to move the application {name} ({api} API) to Pay Per Use was cancelled because the application's access was revoked.",
        es: "La solicitud para pasar la aplicación {name} (API {api}) a Pay Per Use fue cancelada porque se revocó el acceso de la aplicación.",
    };

    see_application = { pt: "Ver a aplicação", en: "See the application", es: "Ver la aplicación" };

    suspended_subject(name) = {
        pt: "Acesso suspenso: {name}",
        en: "Access suspended: {name}",
        es: "Acceso suspendido: {name}",
    };
    suspended_heading = {
        pt: "O acesso foi suspenso",
        en: "Access has been suspended",
        es: "El acceso fue suspendido",
    };
    suspended_intro(name, api) = {
        pt: "Um gestor de contrato suspendeu o acesso da aplicação {name} à API {api}. As chaves não funcionam enquanto durar a suspensão.",
        en: "A contract manager suspended access to the {api} API for the application {name}. The keys do not work while it is suspended.",
        es: "Un gestor de contrato suspendió el acceso de la aplicación {name} a la API {api}. Las claves no funcionan mientras dure la suspensión.",
    };
    suspended_next = {
        pt: "Fale com o seu gestor de contrato sobre o motivo. Quando o acesso for retomado, as mesmas chaves voltam a funcionar e você recebe outra mensagem.",
        en: "Talk to your contract manager about the reason. Once access is resumed, the same keys work again and you get another message.",
        es: "Hable con su gestor de contrato sobre el motivo. Cuando se reanude el acceso, las mismas claves volverán a funcionar y usted recibirá otro mensaje.",
    };

    resumed_subject(name) = {
        pt: "Acesso retomado: {name}",
        en: "Access resumed: {name}",
        es: "Acceso reanudado: {name}",
    };
    resumed_heading = {
        pt: "O acesso foi retomado",
        en: "Access has been resumed",
        es: "El acceso fue reanudado",
    };
    resumed_intro(name, api) = {
        pt: "A aplicação {name} tem de novo acesso à API {api}. As mesmas chaves voltaram a funcionar.",
        en: "The application {name} has access to the {api} API again. The same keys work again.",
        es: "La aplicación {name} tiene de nuevo acceso a la API {api}. Las mismas claves vuelven a funcionar.",
    };

    revoked_subject(name) = {
        pt: "Acesso revogado: {name}",
        en: "Access revoked: {name}",
        es: "Acceso revocado: {name}",
    };
    revoked_heading = {
        pt: "O acesso foi revogado",
        en: "Access has been revoked",
        es: "El acceso fue revocado",
    };
    revoked_intro(name, api) = {
        pt: "Um gestor de contrato revogou o acesso da aplicação {name} à API {api}. As chaves deixaram de funcionar definitivamente.",
        en: "A contract manager revoked access to the {api} API for the application {name}. The keys have stopped working permanently.",
        es: "Un gestor de contrato revocó el acceso de la aplicación {name} a la API {api}. Las claves dejaron de funcionar definitivamente.",
    };
    revoked_next = {
        pt: "Remova as chaves dos seus sistemas. Se ainda precisar da API, faça outra solicitação.",
        en: "Remove the keys from your systems. If you still need the API, send another request.",
        es: "Quite las claves de sus sistemas. Si aún necesita la API, haga otra solicitud.",
    };

    condition_start(day) = {
        pt: "As chamadas passam a partir de {day}.",
        en: "Calls pass from {day}.",
        es: "Las llamadas pasan a partir del {day}.",
    };
    condition_end(day) = {
        pt: "O contrato vale até {day}, inclusive.",
        en: "The contract runs until {day}, inclusive.",
        es: "El contrato vale hasta el {day}, inclusive.",
    };
    condition_calls(calls) = {
        pt: "A cota é de {calls} chamadas por período do plano.",
        en: "The quota is {calls} calls in each period of the plan.",
        es: "La cuota es de {calls} llamadas por período del plan.",
    };
    condition_contract(number) = {
        pt: "Número do contrato: {number}.",
        en: "Contract number: {number}.",
        es: "Número del contrato: {number}.",
    };
    condition_none = {
        pt: "Valem as condições do plano, sem outras.",
        en: "The terms of the plan apply, with no others.",
        es: "Valen las condiciones del plan, sin otras.",
    };

    conditions_changed_subject(name) = {
        pt: "Condições alteradas: {name}",
        en: "Conditions changed: {name}",
        es: "Condiciones cambiadas: {name}",
    };
    conditions_changed_heading = {
        pt: "As condições mudaram",
        en: "The conditions have changed",
        es: "Las condiciones cambiaron",
    };
    conditions_changed_intro(name, api) = {
        pt: "Um gestor de contrato mudou as condições de acesso da aplicação {name} à API {api}. As chaves continuam as mesmas.",
        en: "A contract manager changed the conditions of the application {name} for the {api} API. The keys stay the same.",
        es: "Un gestor de contrato cambió las condiciones de acceso de la aplicación {name} a la API {api}. Las claves siguen siendo las mismas.",
    };

    contract_ends_subject(name, day) = {
        pt: "O contrato de {name} termina em {day}",
        en: "The contract of {name} ends on {day}",
        es: "El contrato de {name} termina el {day}",
    };
    contract_ends_heading(day) = {
        pt: "O contrato termina em {day}",
        en: "The contract ends on {day}",
        es: "El contrato termina el {day}",
    };
    contract_ends_intro(name, api, day) = {
        pt: "O contrato da aplicação {name} (API {api}) vale até {day}, inclusive. Depois disso, as chaves deixam de funcionar.",
        en: "The contract of the application {name} ({api} API) runs until {day}, inclusive. After that, its keys stop working.",
        es: "El contrato de la aplicación {name} (API {api}) vale hasta el {day}, inclusive. Después, las claves dejan de funcionar.",
    };
    contract_ends_group = {
        pt: "Para continuar, fale com o seu gestor de contrato antes desse dia.",
        en: "To go on, talk to your contract manager before that day.",
        es: "Para continuar, hable con su gestor de contrato antes de ese día.",
    };
    contract_ends_manager = {
        pt: "Se o contrato foi renovado, mude o último dia na página da aplicação.",
        en: "If the contract was renewed, change its last day on the application's page.",
        es: "Si el contrato se renovó, cambie el último día en la página de la aplicación.",
    };

    contract_ended_subject(name) = {
        pt: "Contrato encerrado: {name}",
        en: "Contract ended: {name}",
        es: "Contrato terminado: {name}",
    };
    contract_ended_heading = {
        pt: "O contrato terminou",
        en: "The contract has ended",
        es: "El contrato terminó",
    };
    contract_ended_intro(name, api, day) = {
        pt: "O contrato da aplicação {name} (API {api}) terminou em {day}. O portal suspendeu o acesso: as chaves não funcionam.",
        en: "The contract of the application {name} ({api} API) ended on {day}. The portal has suspended access: its keys do not work.",
        es: "El contrato de la aplicación {name} (API {api}) terminó el {day}. El portal suspendió el acceso: las claves no funcionan.",
    };
    contract_ended_group = {
        pt: "Se o contrato for renovado, um gestor retoma o acesso e as mesmas chaves voltam a funcionar.",
        en: "If the contract is renewed, a manager resumes access and the same keys work again.",
        es: "Si el contrato se renueva, un gestor reanuda el acceso y las mismas claves vuelven a funcionar.",
    };
    contract_ended_manager = {
        pt: "Se o contrato foi renovado, mude o último dia e retome o acesso na página da aplicação.",
        en: "If the contract was renewed, change its last day and resume access on the application's page.",
        es: "Si el contrato se renovó, cambie el último día y reanude el acceso en la página de la aplicación.",
    };
}
