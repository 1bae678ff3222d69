//! The page of the categories of the catalogue.

texts! {
    categories = { pt: "Categorias", en: "Categories", es: "Categorías" };
    categories_lead = {
        pt: "As partes do catálogo, na ordem em que aparecem.",
        en: "The parts of the catalogue, in the order in which they appear.",
        es: "Las partes del catálogo, en el orden en que aparecen.",
    };
    new_category = { pt: "Nova categoria", en: "New category", es: "Nueva categoría" };
    category_slug_hint = {
        pt: "Letras de a a z sem acento, números e hífens, como em meios-de-pagamento.",
        en: "Letters a to z, digits and hyphens, as in means-of-payment.",
        es: "Letras de la a a la z sin acento, números y guiones, como en medios-de-pago.",
    };
    order = { pt: "Ordem", en: "Order", es: "Orden" };
    order_hint = {
        pt: "Um número; os menores vêm primeiro.",
        en: "A number; smaller ones come first.",
        es: "Un número; los menores van primero.",
    };
    apis_one = { pt: "1 API", en: "1 API", es: "1 API" };
    apis(count) = { pt: "{count} APIs", en: "{count} APIs", es: "{count} API" };
    categories_saved = { pt: "Categorias salvas.", en: "Categories saved.", es: "Categorías guardadas." };
    category_slug_wrong = {
        pt: "O nome no endereço deve ter de 1 a 64 letras de a a z, números e hífens.",
        en: "The name in the address should be 1 to 64 letters a to z, digits and hyphens.",
        es: "El nombre en la dirección debe tener de 1 a 64 letras de la a a la z, números y guiones.",
    };
    category_slug_taken = {
        pt: "Há outra categoria com este nome no endereço.",
        en: "Another category has this name in the address.",
        es: "Otra categoría tiene este nombre en la dirección.",
    };
    category_no_name = {
        pt: "Dê à categoria um nome em português.",
        en: "Give the category a name in Portuguese.",
        es: "Dé a la categoría un nombre en portugués.",
    };
    category_long_name = {
        pt: "O nome da categoria é longo demais: no máximo 80 caracteres.",
        en: "The category's name is too long: 80 characters at most.",
        es: "El nombre de la categoría es demasiado largo: 80 caracteres como máximo.",
    };
    category_used = {
        pt: "Há APIs nesta categoria: mude a categoria delas antes.",
        en: "There are APIs in this category: change their category first.",
        es: "Hay API en esta categoría: cambie antes su categoría.",
    };
}
