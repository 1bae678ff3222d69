//! Error pages: what happened, and what to do.

texts! {
    not_found_title = { pt: "Esta página não existe", en: "This page does not exist", es: "Esta página no existe" };
    not_found = {
        pt: "O endereço pode ter mudado, ou o item não pertence a nenhum dos seus grupos. Confira o endereço ou volte ao início.",
        en: "The address may have changed, or the item does not belong to any of your groups. Check the address or go back to the home page.",
        es: "La dirección puede haber cambiado, o el elemento no pertenece a ninguno de sus grupos. Revise la dirección o vuelva al inicio.",
    };
    not_for_everybody = {
        pt: "Algumas APIs só aparecem para quem entrou no portal.",
        en: "Some APIs are shown only to those who have signed in.",
        es: "Algunas API solo se muestran a quienes han ingresado en el portal.",
    };
    forbidden_title = {
        pt: "Você não tem acesso a esta página",
        en: "You do not have access to this page",
        es: "Usted no tiene acceso a esta página",
    };
    forbidden = {
        pt: "Ela é para quem tem outro papel no portal. Se você precisa dela no trabalho, fale com quem administra o portal.",
        en: "It is for people with another role in the portal. If you need it for your work, talk to whoever administers the portal.",
        es: "Es para quienes tienen otro rol en el portal. Si la necesita en su trabajo, hable con quien administra el portal.",
    };
    cross_site_title = { pt: "Envio recusado", en: "Submission refused", es: "Envío rechazado" };
    cross_site = {
        pt: "O formulário veio de outro site, por isso nada foi feito. Volte ao portal e tente por lá.",
        en: "The form came from another site, so nothing was done. Go back to the portal and try there.",
        es: "El formulario vino de otro sitio, por eso no se hizo nada. Vuelva al portal e inténtelo allí.",
    };
    malformed_title = {
        pt: "Não entendemos o que foi enviado",
        en: "We could not understand what was sent",
        es: "No entendimos lo que se envió",
    };
    malformed = {
        pt: "Volte à página anterior, recarregue e tente de novo. Nada foi alterado.",
        en: "Go back to the previous page, reload it and try again. Nothing was changed.",
        es: "Vuelva a la página anterior, recárguela e inténtelo de nuevo. Nada cambió.",
    };
    too_often_title = { pt: "Espere um pouco", en: "Wait a little", es: "Espere un poco" };
    too_often(wait) = {
        pt: "Foram muitas mudanças seguidas, e cada uma avisa outras pessoas por e-mail. Desta vez, nada foi alterado; tente de novo em {wait}.",
        en: "There were many changes in a row, and each one notifies other people by e-mail. Nothing was changed this time; try again in {wait}.",
        es: "Hubo muchos cambios seguidos, y cada uno avisa a otras personas por correo. Esta vez no cambió nada; inténtelo de nuevo en {wait}.",
    };
    busy_title = { pt: "Muita gente ao mesmo tempo", en: "Too many people at once", es: "Mucha gente a la vez" };
    busy = {
        pt: "O portal não conseguiu atender você agora. Espere alguns segundos e tente de novo.",
        en: "The portal could not take this request just now. Wait a few seconds and try again.",
        es: "El portal no pudo atenderlo ahora. Espere unos segundos e inténtelo de nuevo.",
    };
    full_title = {
        pt: "Nada pôde ser gravado agora",
        en: "Nothing could be saved just now",
        es: "No se pudo guardar nada ahora",
    };
    full = {
        pt: "O portal ficou sem espaço. O que já estava salvo continua guardado e pode ser consultado, mas o que você enviou agora não foi gravado. Tente de novo mais tarde; se continuar, fale com o suporte e informe o número abaixo.",
        en: "The portal has run out of space. What was saved before is safe and can be read, but what you sent just now was not saved. Try again later; if it keeps happening, contact support and quote the number below.",
        es: "El portal se quedó sin espacio. Lo que ya estaba guardado sigue ahí y puede consultarse, pero lo que envió ahora no se guardó. Inténtelo más tarde; si continúa, hable con soporte e indique el número de abajo.",
    };
    unavailable_title = {
        pt: "O portal está indisponível no momento",
        en: "The portal is unavailable at the moment",
        es: "El portal no está disponible en este momento",
    };
    unavailable = {
        pt: "Não conseguimos falar com o nosso banco de dados. Nada do que estava salvo se perdeu. Espere um pouco e tente de novo; se você estava enviando algo, confira antes se já foi gravado. Se continuar, fale com o suporte e informe o número abaixo.",
        en: "We cannot reach our database. Nothing that was saved is lost. Wait a moment and try again; if you were sending something, check first whether it was saved. If it keeps happening, contact support and quote the number below.",
        es: "No logramos comunicarnos con nuestra base de datos. Nada de lo guardado se perdió. Espere un momento e inténtelo de nuevo; si estaba enviando algo, revise antes si ya se guardó. Si continúa, hable con soporte e indique el número de abajo.",
    };
    fault_title = { pt: "Algo falhou do nosso lado", en: "Something failed on our side", es: "Algo falló de nuestro lado" };
    fault = {
        pt: "Nada do que estava salvo se perdeu. Tente de novo; se continuar, fale com o suporte e informe o número abaixo.",
        en: "Nothing that was saved is lost. Try again; if it keeps happening, contact support and quote the number below.",
        es: "Nada de lo guardado se perdió. Inténtelo de nuevo; si continúa, hable con soporte e indique el número de abajo.",
    };
    occurrence = { pt: "Número desta ocorrência", en: "Reference number", es: "Número de esta incidencia" };
    go_home = { pt: "Ir para o início", en: "Go to the home page", es: "Ir al inicio" };
}
