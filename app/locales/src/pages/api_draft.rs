//! What becomes of the draft of an API.

texts! {
    saved = { pt: "Salvo no rascunho.", en: "Saved in the draft.", es: "Guardado en el borrador." };
    changed_title = {
        pt: "Alguém mudou esta parte antes de você",
        en: "Somebody changed this part before you",
        es: "Alguien cambió esta parte antes que usted",
    };
    changed_text = {
        pt: "Nada foi salvo. O que você escreveu continua abaixo; veja em outra aba o que há agora. Se salvar de novo, vale o seu.",
        en: "Nothing was saved. What you wrote is still below; see in another tab what is there now. If you save again, yours counts.",
        es: "No se guardó nada. Lo que usted escribió sigue abajo; vea en otra pestaña lo que hay ahora. Si guarda de nuevo, vale lo suyo.",
    };
    see_current = { pt: "Ver o que há agora", en: "See what is there now", es: "Ver lo que hay ahora" };
    draft_title = {
        pt: "Há mudanças que os leitores ainda não veem",
        en: "There are changes that readers do not see yet",
        es: "Hay cambios que los lectores todavía no ven",
    };
    draft_never = {
        pt: "Esta API é um rascunho: só a administração a vê",
        en: "This API is a draft: only administrators see it",
        es: "Esta API es un borrador: solo la ve la administración",
    };
    unpublished = {
        pt: "Mudanças não publicadas",
        en: "Unpublished changes",
        es: "Cambios sin publicar",
    };
    publish = { pt: "Publicar", en: "Publish", es: "Publicar" };
    see_preview = { pt: "Ver a prévia", en: "See the preview", es: "Ver la vista previa" };
    published_now = {
        pt: "Publicada: os leitores veem o que você escreveu.",
        en: "Published: readers see what you wrote.",
        es: "Publicada: los lectores ven lo que usted escribió.",
    };
    draft_changed = {
        pt: "O rascunho mudou depois que você o viu. Veja-o de novo antes de decidir.",
        en: "The draft changed after you saw it. See it again before you decide.",
        es: "El borrador cambió después de que usted lo vio. Véalo de nuevo antes de decidir.",
    };
    discard = { pt: "Descartar o rascunho", en: "Discard the draft", es: "Descartar el borrador" };
    discard_draft_text = {
        pt: "O que foi escrito desde a última publicação se perde. Os leitores continuam a ver a API como ela está.",
        en: "What was written since the last publication is lost. Readers still see the API as it is.",
        es: "Se pierde lo escrito desde la última publicación. Los lectores siguen viendo la API como está.",
    };
    discard_api_text = {
        pt: "Esta API nunca foi publicada: tudo o que foi escrito dela se perde.",
        en: "This API was never published: all that was written of it is lost.",
        es: "Esta API nunca fue publicada: se pierde todo lo que se escribió de ella.",
    };
    discard_api = { pt: "Descartar a API", en: "Discard the API", es: "Descartar la API" };
    discarded = { pt: "Rascunho descartado.", en: "Draft discarded.", es: "Borrador descartado." };
    api_discarded = { pt: "API descartada.", en: "API discarded.", es: "API descartada." };
    preview_title = {
        pt: "Prévia, que só a administração vê",
        en: "A preview that only administrators see",
        es: "Vista previa que solo ve la administración",
    };
    preview_note = {
        pt: "É assim que a API aparece quando você publicar.",
        en: "This is how the API looks once you publish it.",
        es: "Así se ve la API cuando usted la publique.",
    };
    back_to_editing = { pt: "Voltar a editar", en: "Back to editing", es: "Volver a editar" };
}
