// pt: Lista os dez primeiros contatos do CRM.
// en: Lists the first ten contacts of the CRM.
// es: Lista los diez primeros contactos del CRM.
// pt: Precisa do .NET 6 ou mais recente e das variáveis BALCAO_URL, BALCAO_PUBLIC_KEY e BALCAO_SECRET_KEY.
// en: Needs .NET 6 or newer and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
// es: Necesita .NET 6 o posterior y las variables BALCAO_URL, BALCAO_PUBLIC_KEY y BALCAO_SECRET_KEY.
// pt: Execute com: dotnet run, como o Program.cs de um projeto de console.
// en: Run with: dotnet run, as the Program.cs of a console project.
// es: Ejecute con: dotnet run, como el Program.cs de un proyecto de consola.

using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };

var request = new HttpRequestMessage(HttpMethod.Get, Variable("BALCAO_URL") + "/crm/v1/contacts?limit=10");
request.Headers.Add("x-client-auth", $"Bearer {await AccessToken()}");
Console.WriteLine(await Send(request));

// pt: Troca as duas chaves por um token.
// en: Exchanges the two keys for a token.
// es: Cambia las dos claves por un token.
async Task<string> AccessToken()
{
    var keys = $"{Variable("BALCAO_PUBLIC_KEY")}:{Variable("BALCAO_SECRET_KEY")}";
    var credential = Convert.ToBase64String(Encoding.UTF8.GetBytes(keys));
    var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
    var request = new HttpRequestMessage(HttpMethod.Post, Variable("BALCAO_URL") + "/oauth2/v1/token")
    {
        Content = new FormUrlEncodedContent(form),
    };
    request.Headers.Add("x-client-auth", $"Basic {credential}");
    using var answer = JsonDocument.Parse(await Send(request));
    return answer.RootElement.GetProperty("access_token").GetString()!;
}

// pt: O corpo da resposta; encerra o programa se o status não for 2xx.
// en: The body of the answer; ends the program unless the status is 2xx.
// es: El cuerpo de la respuesta; termina el programa si el estado no es 2xx.
async Task<string> Send(HttpRequestMessage request)
{
    using var response = await http.SendAsync(request);
    var body = await response.Content.ReadAsStringAsync();
    if (!response.IsSuccessStatusCode)
    {
        Console.Error.WriteLine(body);
        Environment.Exit(1);
    }
    return body;
}

static string Variable(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"Set {name}.");
