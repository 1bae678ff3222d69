// pt: Consulta o score de crédito de uma empresa pelo CNPJ.
// en: Asks for the credit score of a company by its CNPJ.
// es: Consulta la puntuación de crédito de una empresa por su CNPJ.
// pt: Precisa do Java 17 ou mais recente e das variáveis BALCAO_URL, BALCAO_PUBLIC_KEY e BALCAO_SECRET_KEY.
// en: Needs Java 17 or newer and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
// es: Necesita Java 17 o posterior y las variables BALCAO_URL, BALCAO_PUBLIC_KEY y BALCAO_SECRET_KEY.
// pt: Execute com: java Java.java
// en: Run with: java Java.java
// es: Ejecute con: java Java.java

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

final class CreditScore {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var request = to("/credit/v1/scores")
            .header("x-client-auth", "Bearer " + accessToken())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("""
                {"data": {"document": "12ABC34501DE35"}}
                """));
        System.out.println(send(request));
    }

    /** pt: Troca as duas chaves por um token. */
    /** en: Exchanges the two keys for a token. */
    /** es: Cambia las dos claves por un token. */
    private static String accessToken() throws IOException, InterruptedException {
        var keys = System.getenv("BALCAO_PUBLIC_KEY") + ":" + System.getenv("BALCAO_SECRET_KEY");
        var credential = Base64.getEncoder().encodeToString(keys.getBytes());
        var request = to("/oauth2/v1/token")
            .header("x-client-auth", "Basic " + credential)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        return TOKEN.matcher(send(request)).results().findFirst().orElseThrow().group(1);
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(System.getenv("BALCAO_URL") + path))
            .timeout(Duration.ofSeconds(10));
    }

    /** pt: O corpo da resposta; encerra o programa se o status não for 2xx. */
    /** en: The body of the answer; ends the program unless the status is 2xx. */
    /** es: El cuerpo de la respuesta; termina el programa si el estado no es 2xx. */
    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = CLIENT.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            System.err.println(response.body());
            System.exit(1);
        }
        return response.body();
    }
}
