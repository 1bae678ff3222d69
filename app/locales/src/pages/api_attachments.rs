//! The files of an API, as administrators choose them.

texts! {
    title = { pt: "Arquivos", en: "Files", es: "Archivos" };
    lead = {
        pt: "O logotipo que aparece no catálogo e, se quiser, um tutorial em PDF escrito por sua equipe.",
        en: "The logo shown in the catalogue and, if you like, a tutorial in PDF written by your team.",
        es: "El logotipo que aparece en el catálogo y, si lo desea, un tutorial en PDF escrito por su equipo.",
    };
    logo = { pt: "Logotipo", en: "Logo", es: "Logotipo" };
    part_logo = { pt: "logotipo", en: "logo", es: "logotipo" };
    part_tutorials = { pt: "tutoriais em PDF", en: "tutorials in PDF", es: "tutoriales en PDF" };
    logo_hint = {
        pt: "PNG ou SVG de até 256 KiB; no PNG, até 1024 pixels de cada lado. Fica melhor quadrado, e sobre fundo claro.",
        en: "PNG or SVG of up to 256 KiB; a PNG of up to 1024 pixels on each side. It looks best square, and on a light ground.",
        es: "PNG o SVG de hasta 256 KiB; en el PNG, hasta 1024 píxeles por lado. Se ve mejor cuadrado y sobre fondo claro.",
    };
    tutorials = { pt: "Tutoriais em PDF", en: "Tutorials in PDF", es: "Tutoriales en PDF" };
    tutorials_lead = {
        pt: "O portal monta um tutorial com os textos da API em cada idioma. Um arquivo enviado aqui toma o lugar do que o portal monta, naquele idioma.",
        en: "The portal makes a tutorial from the API's texts in each language. A file sent here takes the place of the one that the portal makes, in that language.",
        es: "El portal arma un tutorial con los textos de la API en cada idioma. Un archivo enviado aquí ocupa el lugar del que arma el portal, en ese idioma.",
    };
    tutorial_in(language) = {
        pt: "Tutorial em {language}",
        en: "Tutorial in {language}",
        es: "Tutorial en {language}",
    };
    tutorial_hint = { pt: "PDF de até 8 MiB.", en: "PDF of up to 8 MiB.", es: "PDF de hasta 8 MiB." };
    in_use = { pt: "Em uso", en: "In use", es: "En uso" };
    made_by_portal = {
        pt: "Hoje vale o tutorial que o portal monta.",
        en: "At present the tutorial that the portal makes is used.",
        es: "Hoy vale el tutorial que arma el portal.",
    };
    no_logo = { pt: "Ainda sem logotipo.", en: "No logo yet.", es: "Aún sin logotipo." };
    remove = { pt: "Remover", en: "Remove", es: "Quitar" };

    empty = { pt: "O arquivo está vazio.", en: "The file is empty.", es: "El archivo está vacío." };
    too_large(most) = {
        pt: "O arquivo passa de {most}.",
        en: "The file is larger than {most}.",
        es: "El archivo supera {most}.",
    };
    no_picture = {
        pt: "O arquivo não é um PNG nem um SVG. Exporte o logotipo em um desses formatos.",
        en: "The file is neither a PNG nor an SVG. Export the logo in one of these formats.",
        es: "El archivo no es un PNG ni un SVG. Exporte el logotipo en uno de esos formatos.",
    };
    broken_png(said) = {
        pt: "O PNG está incompleto ou com defeito ({said}). Exporte-o novamente.",
        en: "The PNG is incomplete or broken ({said}). Export it again.",
        es: "El PNG está incompleto o dañado ({said}). Expórtelo de nuevo.",
    };
    side(width, height) = {
        pt: "A imagem tem {width} × {height} pixels; cada lado pode ter até 1024. Reduza-a.",
        en: "The picture is {width} × {height} pixels; each side may have up to 1024. Make it smaller.",
        es: "La imagen mide {width} × {height} píxeles; cada lado puede tener hasta 1024. Redúzcala.",
    };
    broken_svg(said) = {
        pt: "O SVG não pode ser lido ({said}). Exporte-o novamente.",
        en: "The SVG cannot be read ({said}). Export it again.",
        es: "El SVG no se puede leer ({said}). Expórtelo de nuevo.",
    };
    no_drawing(line, name) = {
        pt: "O SVG tem mais que um desenho: {name}, na linha {line}. Remova programas, links, imagens embutidas e endereços de fora.",
        en: "The SVG has more than a drawing: {name}, on line {line}. Take out programs, links, embedded images and outside addresses.",
        es: "El SVG tiene más que un dibujo: {name}, en la línea {line}. Quite programas, enlaces, imágenes incrustadas y direcciones externas.",
    };
    no_pdf = {
        pt: "O arquivo não é um PDF completo. Exporte-o novamente como PDF.",
        en: "The file is not a whole PDF. Export it as PDF again.",
        es: "El archivo no es un PDF completo. Expórtelo de nuevo como PDF.",
    };
    chosen_again = {
        pt: "Nada foi salvo. Escolha novamente os arquivos: o navegador não os guarda.",
        en: "Nothing was saved. Choose the files again: the browser does not keep them.",
        es: "No se guardó nada. Elija de nuevo los archivos: el navegador no los conserva.",
    };
}
