//! The form that asks for the password once more.

texts! {
    title = { pt: "Confirme sua senha", en: "Confirm your password", es: "Confirme su contraseña" };
    why(time) = {
        pt: "Já faz algum tempo que você digitou sua senha. Digite-a de novo para continuar; depois disso, não vamos pedi-la por {time}.",
        en: "It has been a while since you typed your password. Type it again to continue; after that, we will not ask again for {time}.",
        es: "Hace un tiempo que no escribe su contraseña. Escríbala de nuevo para continuar; después, no se la pediremos durante {time}.",
    };
    password = { pt: "Sua senha", en: "Your password", es: "Su contraseña" };
    throttled(wait) = {
        pt: "Houve muitas tentativas seguidas. Tente de novo em {wait}.",
        en: "There were too many attempts in a row. Try again in {wait}.",
        es: "Hubo muchos intentos seguidos. Inténtelo de nuevo en {wait}.",
    };
}
