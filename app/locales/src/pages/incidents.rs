//! Administration: where incidents are written of.

texts! {
    title = { pt: "Incidentes", en: "Incidents", es: "Incidentes" };
    lead = {
        pt: "O que a página da situação conta: interrupções, instabilidades e manutenções.",
        en: "What the status page tells: outages, degraded performance and maintenance.",
        es: "Lo que cuenta la página del estado: interrupciones, inestabilidades y mantenimientos.",
    };
    see_status = { pt: "Ver a página da situação", en: "See the status page", es: "Ver la página del estado" };
    new = { pt: "Novo incidente", en: "New incident", es: "Nuevo incidente" };
    new_lead = {
        pt: "Quem lê a página da situação o vê assim que você publicar.",
        en: "Readers of the status page see it as soon as you publish.",
        es: "Quien lee la página del estado lo ve en cuanto usted lo publique.",
    };
    open = { pt: "Em andamento", en: "In progress", es: "En curso" };
    planned = { pt: "Manutenções programadas", en: "Scheduled maintenance", es: "Mantenimientos programados" };
    past = { pt: "Encerrados", en: "Closed", es: "Cerrados" };
    none_open = { pt: "Nenhum incidente em andamento.", en: "No incident in progress.", es: "Ningún incidente en curso." };
    none_planned = { pt: "Nenhuma manutenção programada.", en: "No scheduled maintenance.", es: "Ningún mantenimiento programado." };
    none_past = { pt: "Nenhum incidente encerrado.", en: "No closed incident.", es: "Ningún incidente cerrado." };
    incident = { pt: "Incidente", en: "Incident", es: "Incidente" };
    kind = { pt: "Tipo", en: "Kind", es: "Tipo" };
    stage = { pt: "Etapa", en: "Stage", es: "Etapa" };
    begin = { pt: "Início", en: "Start", es: "Inicio" };
    end = { pt: "Fim", en: "End", es: "Fin" };
    planned_end = { pt: "Fim previsto", en: "Planned end", es: "Fin previsto" };
    closed = { pt: "Encerrado em", en: "Closed on", es: "Cerrado el" };

    title_in(language) = { pt: "Título em {language}", en: "Title in {language}", es: "Título en {language}" };
    text_in(language) = { pt: "Nota em {language}", en: "Update in {language}", es: "Nota en {language}" };
    languages_hint = {
        pt: "O português é obrigatório. Quem lê em outro idioma vê o português enquanto falta a tradução.",
        en: "Portuguese is required. Readers of another language see the Portuguese while the translation is missing.",
        es: "El portugués es obligatorio. Quien lee en otro idioma ve el portugués mientras falta la traducción.",
    };
    interruption_means = {
        pt: "Nada responde.",
        en: "Nothing responds.",
        es: "Nada responde.",
    };
    degradation_means = {
        pt: "Parte das chamadas demora ou falha.",
        en: "Some calls are slow or fail.",
        es: "Parte de las llamadas tarda o falla.",
    };
    maintenance_means = {
        pt: "Anunciada, com início e fim. Termina sozinha no fim previsto, salvo se a última nota disser que está em andamento.",
        en: "Announced, with a start and an end. It ends by itself at the planned end, unless the last update says that it is in progress.",
        es: "Anunciado, con inicio y fin. Termina solo en el fin previsto, salvo que la última nota diga que está en curso.",
    };
    affected = { pt: "O que é afetado", en: "What is affected", es: "Qué se ve afectado" };
    whole_portal = { pt: "Todo o portal", en: "The whole portal", es: "Todo el portal" };
    whole_portal_means = { pt: "As páginas e todas as APIs.", en: "The pages and every API.", es: "Las páginas y todas las APIs." };
    time_hint(zone) = {
        pt: "No fuso horário do portal: {zone}.",
        en: "In the portal's time zone: {zone}.",
        es: "En la zona horaria del portal: {zone}.",
    };
    end_hint = {
        pt: "De uma manutenção, o fim previsto. De um incidente já resolvido, quando terminou.",
        en: "For maintenance, the planned end. For an incident already resolved, when it was over.",
        es: "De un mantenimiento, el fin previsto. De un incidente ya resuelto, cuándo terminó.",
    };
    publish = { pt: "Publicar", en: "Publish", es: "Publicar" };

    notes = { pt: "Notas", en: "Updates", es: "Notas" };
    add_note = { pt: "Nova nota", en: "New update", es: "Nueva nota" };
    add_note_hint(closing) = {
        pt: "Encerra o incidente: {closing}. Qualquer outra etapa o reabre.",
        en: "Closes the incident: {closing}. Any other stage reopens it.",
        es: "Cierra el incidente: {closing}. Cualquier otra etapa lo reabre.",
    };
    publish_note = { pt: "Publicar a nota", en: "Publish the update", es: "Publicar la nota" };
    correct_note = { pt: "Corrigir", en: "Correct", es: "Corregir" };
    correct_note_of(stage) = { pt: "Corrigir a nota: {stage}", en: "Correct the update: {stage}", es: "Corregir la nota: {stage}" };
    correct_note_title = { pt: "Corrigir a nota", en: "Correct the update", es: "Corregir la nota" };
    correct_note_lead = {
        pt: "Quem lê vê o texto novo e que ele foi corrigido.",
        en: "Readers see the new text, and that it was corrected.",
        es: "Quien lee ve el texto nuevo y que fue corregido.",
    };
    correct = { pt: "Corrigir os dados", en: "Correct the details", es: "Corregir los datos" };
    correct_lead = {
        pt: "Título, tipo, o que é afetado e horários. As notas ficam como estão.",
        en: "Title, kind, what is affected and times. The updates stay as they are.",
        es: "Título, tipo, qué se ve afectado y horarios. Las notas quedan como están.",
    };
}

// What is wrong with what was typed.
texts! {
    no_title = { pt: "Escreva um título em português.", en: "Write a title in Portuguese.", es: "Escriba un título en portugués." };
    long_title(language, max) = {
        pt: "O título em {language} tem mais de {max} caracteres.",
        en: "The title in {language} has more than {max} characters.",
        es: "El título en {language} tiene más de {max} caracteres.",
    };
    no_text = { pt: "Escreva a nota em português.", en: "Write the update in Portuguese.", es: "Escriba la nota en portugués." };
    long_text(language, max) = {
        pt: "A nota em {language} tem mais de {max} caracteres.",
        en: "The update in {language} has more than {max} characters.",
        es: "La nota en {language} tiene más de {max} caracteres.",
    };
    no_kind = { pt: "Escolha o tipo.", en: "Choose the kind.", es: "Elija el tipo." };
    no_api = {
        pt: "Escolha todo o portal ou ao menos uma API.",
        en: "Choose the whole portal or at least one API.",
        es: "Elija todo el portal o al menos una API.",
    };
    time_wrong = {
        pt: "Escreva o dia e a hora, como 2026-11-21 09:05.",
        en: "Enter the day and the time, as in 2026-11-21 09:05.",
        es: "Escriba el día y la hora, como 2026-11-21 09:05.",
    };
    begins_later = {
        pt: "O início não pode estar no futuro. O que vai começar é uma manutenção.",
        en: "The start cannot be in the future. What has yet to begin is maintenance.",
        es: "El inicio no puede estar en el futuro. Lo que está por empezar es un mantenimiento.",
    };
    no_end = { pt: "Diga quando a manutenção termina.", en: "Say when the maintenance ends.", es: "Diga cuándo termina el mantenimiento." };
    ends_before = { pt: "O fim vem depois do início.", en: "The end comes after the start.", es: "El fin viene después del inicio." };
    ends_later = {
        pt: "O fim não pode estar no futuro. Só uma manutenção tem fim previsto.",
        en: "The end cannot be in the future. Only maintenance has a planned end.",
        es: "El fin no puede estar en el futuro. Solo un mantenimiento tiene fin previsto.",
    };
    end_of_open = {
        pt: "O incidente está em andamento: ele termina com uma nota que o encerra.",
        en: "The incident is still open: it ends with an update that closes it.",
        es: "El incidente está en curso: termina con una nota que lo cierra.",
    };
    not_begun = {
        pt: "A manutenção ainda não começou. Se não vai acontecer, escolha “Cancelada”.",
        en: "The maintenance has not begun. If it will not take place, choose “Cancelled”.",
        es: "El mantenimiento aún no ha comenzado. Si no se hará, elija «Cancelado».",
    };
    wrong_stage = { pt: "Escolha uma etapa deste tipo.", en: "Choose a stage of this kind.", es: "Elija una etapa de este tipo." };
    wrong_kind = {
        pt: "Uma manutenção não vira outro tipo, nem o contrário. Encerre este incidente e escreva outro.",
        en: "Maintenance does not become another kind, nor the other way round. Close this incident and write another.",
        es: "Un mantenimiento no pasa a otro tipo, ni al revés. Cierre este incidente y escriba otro.",
    };
}

// What was just done.
texts! {
    opened = { pt: "Incidente publicado.", en: "Incident published.", es: "Incidente publicado." };
    noted = { pt: "Nota publicada.", en: "Update published.", es: "Nota publicada." };
    closed_now = { pt: "Nota publicada, e incidente encerrado.", en: "Update published, and incident closed.", es: "Nota publicada, e incidente cerrado." };
    corrected = { pt: "Correção publicada.", en: "Correction published.", es: "Corrección publicada." };
}
