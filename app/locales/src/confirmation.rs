//! Asking for the password once more.

texts! {
    title = { pt: "Confirme sua senha", en: "Confirm your password", es: "Confirme su contraseña" };
    why(time) = {
        pt: "Já faz algum tempo que você digitou a senha, e este passo é só para quem a sabe. Depois disto, não a pediremos por {time}.",
        en: "It has been a while since you typed your password, and this step is only for those who know it. After this, we won't ask again for {time}.",
        es: "Hace un tiempo que no escribe su contraseña, y este paso es solo para quien la sabe. Después de esto, no se la pediremos durante {time}.",
    };
    password = { pt: "Sua senha", en: "Your password", es: "Su contraseña" };
    throttled(wait) = {
        pt: "Houve muitas tentativas seguidas. Tente de novo em {wait}.",
        en: "There were too many attempts in a row. Try again in {wait}.",
        es: "Hubo muchos intentos seguidos. Inténtelo de nuevo en {wait}.",
    };
}
