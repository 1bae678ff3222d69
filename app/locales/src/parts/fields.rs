//! What is wrong with a field, and how to fix it.

texts! {
    check_one = { pt: "Confira um campo", en: "Check one field", es: "Revise un campo" };
    check_many(count) = { pt: "Confira {count} campos", en: "Check {count} fields", es: "Revise {count} campos" };
    required = { pt: "Preencha este campo.", en: "Fill in this field.", es: "Complete este campo." };
    choose = { pt: "Escolha uma opção.", en: "Choose an option.", es: "Elija una opción." };
    ends_before_start = {
        pt: "O último dia é anterior ao primeiro.",
        en: "The last day comes before the first.",
        es: "El último día es anterior al primero.",
    };
    past_day = {
        pt: "Este dia já passou.",
        en: "This day is past.",
        es: "Este día ya pasó.",
    };
    number = {
        pt: "Escreva um número inteiro, só com algarismos.",
        en: "Write a whole number, in digits only.",
        es: "Escriba un número entero, solo con cifras.",
    };
    file_not_chosen = {
        pt: "A chamada não foi feita: escolha o arquivo de novo, ou envie outra vez para chamar sem ele.",
        en: "The call was not made: choose the file again, or send once more to call without it.",
        es: "La llamada no se hizo: elija el archivo de nuevo, o envíe otra vez para llamar sin él.",
    };
    file_too_large(most) = {
        pt: "É maior do que a API recebe: {most} MB no máximo.",
        en: "This is more than the API takes: {most} MB at most.",
        es: "Es más de lo que la API recibe: {most} MB como máximo.",
    };
    group_exists = {
        pt: "Você já tem um grupo com este nome para este CNPJ. Escolha outro nome ou use o grupo que já existe.",
        en: "You already have a group with this name for this CNPJ. Choose another name or use the group you have.",
        es: "Usted ya tiene un grupo con este nombre para este CNPJ. Elija otro nombre o use el grupo que ya existe.",
    };
    too_short(min) = {
        pt: "Escreva pelo menos {min} caracteres.",
        en: "Write at least {min} characters.",
        es: "Escriba al menos {min} caracteres.",
    };
    too_long(max) = {
        pt: "Escreva no máximo {max} caracteres.",
        en: "Write at most {max} characters.",
        es: "Escriba como máximo {max} caracteres.",
    };
    character = {
        pt: "Há um caractere que não pode ser usado aqui.",
        en: "There is a character that cannot be used here.",
        es: "Hay un carácter que no se puede usar aquí.",
    };
    email = {
        pt: "Escreva um e-mail completo, como nome@empresa.com.br.",
        en: "Write a complete e-mail address, such as name@company.com.",
        es: "Escriba un correo completo, como nombre@empresa.com.",
    };
    free_mail = {
        pt: "Use o e-mail da empresa; endereços de e-mail gratuito não são aceitos.",
        en: "Use your company e-mail; free mail addresses are not accepted.",
        es: "Use el correo de la empresa; no se aceptan correos gratuitos.",
    };
    consent = {
        pt: "Para criar a conta, é preciso aceitar os termos de uso e o aviso de privacidade.",
        en: "To create the account, accept the terms of use and the privacy notice.",
        es: "Para crear la cuenta, acepte los términos de uso y el aviso de privacidad.",
    };

    cnpj_length = {
        pt: "O CNPJ tem 14 caracteres. Confira se falta ou sobra algum.",
        en: "A CNPJ has 14 characters. Check whether one is missing or extra.",
        es: "El CNPJ tiene 14 caracteres. Revise si falta o sobra alguno.",
    };
    cnpj_character = {
        pt: "O CNPJ tem só números e letras de A a Z, sem acento; os dois últimos são números.",
        en: "A CNPJ has only digits and letters A to Z, without accents; the last two are digits.",
        es: "El CNPJ tiene solo números y letras de la A a la Z, sin acento; los dos últimos son números.",
    };
    cnpj_check_digit = {
        pt: "Os dígitos verificadores não conferem. Veja se algum caractere foi trocado.",
        en: "The check digits do not match. See whether a character was mistyped.",
        es: "Los dígitos verificadores no coinciden. Vea si algún carácter está mal escrito.",
    };
    cnpj_repeated = {
        pt: "Este não é um CNPJ: o mesmo número se repete.",
        en: "This is not a CNPJ: the same digit is repeated.",
        es: "Este no es un CNPJ: se repite el mismo número.",
    };
    cnpj_fine = { pt: "CNPJ válido", en: "Valid CNPJ", es: "CNPJ válido" };

    phone_character = {
        pt: "Use só números, espaço, parênteses e traço.",
        en: "Use only digits, spaces, parentheses and hyphens.",
        es: "Use solo números, espacios, paréntesis y guion.",
    };
    phone_country = {
        pt: "Escreva um telefone do Brasil, com DDD.",
        en: "Write a Brazilian phone number, with its area code.",
        es: "Escriba un teléfono de Brasil, con código de área.",
    };
    phone_service = {
        pt: "Escreva um telefone comum; números de serviço, como 0800, não são aceitos.",
        en: "Write an ordinary phone number; service numbers such as 0800 are not accepted.",
        es: "Escriba un teléfono común; los números de servicio, como 0800, no se aceptan.",
    };
    phone_area_missing = {
        pt: "Falta o DDD, como em (11) 98765-4321.",
        en: "The area code is missing, as in (11) 98765-4321.",
        es: "Falta el código de área, como en (11) 98765-4321.",
    };
    phone_area_code = {
        pt: "Este DDD não existe.",
        en: "This area code does not exist.",
        es: "Este código de área no existe.",
    };
    phone_number = {
        pt: "Celular tem nove dígitos e começa com 9; fixo tem oito e começa com 2, 3, 4 ou 5.",
        en: "A mobile number has nine digits and starts with 9; a landline has eight and starts with 2, 3, 4 or 5.",
        es: "Un móvil tiene nueve dígitos y empieza por 9; un fijo tiene ocho y empieza por 2, 3, 4 o 5.",
    };

    rule_length = { pt: "8 caracteres ou mais", en: "8 characters or more", es: "8 caracteres o más" };
    rule_lowercase = { pt: "uma letra minúscula", en: "a lower-case letter", es: "una letra minúscula" };
    rule_uppercase = { pt: "uma letra maiúscula", en: "an upper-case letter", es: "una letra mayúscula" };
    rule_digit = { pt: "um número", en: "a digit", es: "un número" };
    rule_special = { pt: "um caractere especial (como ! ou #)", en: "a special character (such as ! or #)", es: "un carácter especial (como ! o #)" };
    rule_met = { pt: "cumprida", en: "met", es: "cumplida" };
    password_missing(rules) = { pt: "Falta: {rules}.", en: "Missing: {rules}.", es: "Falta: {rules}." };
    password_too_long = {
        pt: "Use no máximo 128 caracteres.",
        en: "Use at most 128 characters.",
        es: "Use como máximo 128 caracteres.",
    };
    password_common = {
        pt: "Esta senha é fácil de adivinhar. Escolha outra, com palavras sem relação entre si.",
        en: "This password is easy to guess. Choose another, with unrelated words.",
        es: "Esta contraseña es fácil de adivinar. Elija otra, con palabras sin relación entre sí.",
    };
    password_personal = {
        pt: "Não use seu nome nem seu e-mail na senha.",
        en: "Do not use your name or e-mail in the password.",
        es: "No use su nombre ni su correo en la contraseña.",
    };
    password_mismatch = {
        pt: "As duas senhas não são iguais.",
        en: "The two passwords do not match.",
        es: "Las dos contraseñas no coinciden.",
    };
    password_wrong = {
        pt: "A senha atual não está correta.",
        en: "The current password is incorrect.",
        es: "La contraseña actual no es correcta.",
    };
    show_password = { pt: "Mostrar senha", en: "Show password", es: "Mostrar contraseña" };
}
