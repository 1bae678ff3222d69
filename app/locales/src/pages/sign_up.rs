//! Registration.

texts! {
    title = { pt: "Cadastre-se", en: "Sign up", es: "Regístrese" };
    lead = {
        pt: "Diga quem você é. O link para criar a senha chega ao seu e-mail em instantes.",
        en: "Tell us who you are. The link to set your password will arrive by e-mail within moments.",
        es: "Díganos quién es. El enlace para crear la contraseña llega a su correo en unos instantes.",
    };
    given_name = { pt: "Nome", en: "First name", es: "Nombre" };
    family_name = { pt: "Sobrenome", en: "Last name", es: "Apellido" };
    email = { pt: "E-mail corporativo", en: "Company e-mail", es: "Correo corporativo" };
    email_hint = {
        pt: "Seu e-mail na empresa que vai usar as APIs.",
        en: "Your address at the company that will use the APIs.",
        es: "Su correo en la empresa que usará las APIs.",
    };
    consent_before = { pt: "Li e aceito os ", en: "I have read and accept the ", es: "He leído y acepto los " };
    consent_between = { pt: " e o ", en: " and the ", es: " y el " };
    terms = { pt: "termos de uso", en: "terms of use", es: "términos de uso" };
    privacy = { pt: "aviso de privacidade", en: "privacy notice", es: "aviso de privacidad" };
    consent_label = {
        pt: "Termos de uso e aviso de privacidade",
        en: "Terms of use and privacy notice",
        es: "Términos de uso y aviso de privacidad",
    };
    submit = { pt: "Criar conta", en: "Create account", es: "Crear cuenta" };
    have_account = { pt: "Já tem conta?", en: "Already have an account?", es: "¿Ya tiene cuenta?" };

    sent_title = { pt: "Confira seu e-mail", en: "Check your e-mail", es: "Revise su correo" };
    sent = {
        pt: "Enviamos uma mensagem para o endereço que você informou. Abra o link que está nela para criar sua senha.",
        en: "We sent a message to the address you gave. Open the link in it to set your password.",
        es: "Enviamos un mensaje a la dirección que indicó. Abra el enlace que contiene para crear su contraseña.",
    };
    sent_hint = {
        pt: "Se não chegar em alguns minutos, veja a caixa de spam ou peça outro link. Se você já tinha se cadastrado pouco antes, use o link da mensagem anterior.",
        en: "If it does not arrive within a few minutes, look in your spam folder or request another link. If you signed up a little while ago, use the link in the earlier message.",
        es: "Si no llega en unos minutos, mire la carpeta de spam o pida otro enlace. Si ya se había registrado poco antes, use el enlace del mensaje anterior.",
    };
    another_link = { pt: "Pedir outro link", en: "Request another link", es: "Pedir otro enlace" };
}
